namespace PaperGraph.Graph.Image;

/// <summary>An image of a graph is damaged, of another version, or no image at all.</summary>
/// <param name="what">What is wrong with it, as the end of a sentence.</param>
public sealed class GraphImageException(string what) : IOException($"The graph's index is damaged: {what}.");
