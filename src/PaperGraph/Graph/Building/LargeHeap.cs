namespace PaperGraph.Graph.Building;

/// <summary>Between two stages of a large build: what the last one needed gives its room back before the next one takes some.</summary>
internal static class LargeHeap
{
    /// <summary>Below so many bytes there is nothing to win.</summary>
    private const long Least = 1 << 28;

    public static void LetGo()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > Least)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
