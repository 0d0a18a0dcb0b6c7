namespace PaperGraph.Graph.Algorithms;

/// <summary>The graph algorithms of this build.</summary>
public static partial class GraphAlgorithms
{
    /// <summary>QuikGraph's in the full build, the project's own in the lean one.</summary>
    public static IGraphAlgorithms Default { get; } = Choose();

    private static IGraphAlgorithms Choose()
    {
        IGraphAlgorithms? packaged = null;
        CreatePackaged(ref packaged);
        return packaged ?? new OwnGraphAlgorithms();
    }

    /// <summary>Filled in by PackagedAdapters/; without that folder the compiler drops the call.</summary>
    static partial void CreatePackaged(ref IGraphAlgorithms? algorithms);
}
