namespace PaperGraph.Graph.Algorithms;

/// <summary>Chooses QuikGraph.</summary>
public static partial class GraphAlgorithms
{
    static partial void CreatePackaged(ref IGraphAlgorithms? algorithms) => algorithms = new QuikGraphAlgorithms();
}
