namespace PaperGraph.Graph.Building;

/// <summary>A paper's own code in one repository: what the edge between them says.</summary>
/// <param name="Repository">Its key.</param>
/// <param name="Status"><c>released</c> or <c>promised</c>.</param>
/// <param name="Folder">The ordinally first, where folders are named.</param>
internal readonly record struct OwnCode(string Repository, string Status, string? Folder, bool IsReleased);
