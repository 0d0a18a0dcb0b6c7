namespace PaperGraph.Graph.Building;

/// <summary>Papers that pass by, each time they are asked for, instead of being held. Records of one title (<see cref="Papers.TitleKey"/>) stand together.</summary>
/// <param name="Papers">Records with all that was found in them.</param>
/// <param name="Acronyms">The same records; of what was found, the acronyms are enough.</param>
internal sealed record PaperStream(IEnumerable<SourcedPaper> Papers, IEnumerable<SourcedPaper> Acronyms);
