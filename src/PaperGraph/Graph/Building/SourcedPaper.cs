using PaperGraph.Extraction;
using PaperGraph.Papers;

namespace PaperGraph.Graph.Building;

/// <summary>One source's record of a paper, and what its title and abstract say.</summary>
public sealed record SourcedPaper(PaperRecord Record, PaperExtraction Extraction);

/// <summary>A page or file that papers stand in.</summary>
/// <param name="Name">Unique among the sources of a graph.</param>
/// <param name="Format">How it was laid out, such as <c>json-lines</c>.</param>
/// <param name="Date">The newest date of its papers; null where none has one.</param>
public sealed record GraphSource(string Name, string Format, PaperDate? Date = null);
