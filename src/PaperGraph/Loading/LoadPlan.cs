namespace PaperGraph.Loading;

/// <summary>What has to be sent so that the database holds the graph, kind by kind.</summary>
internal sealed record LoadPlan(IReadOnlyList<KindPlan> Kinds)
{
    public bool IsEmpty => Kinds.All(kind => kind.Writes.Length == 0 && kind.RemovalCount == 0);

    public long Rows => Kinds.Sum(kind => (long)kind.Writes.Length + kind.RemovalCount);

    public long Removals => Kinds.Sum(kind => (long)kind.RemovalCount);
}

/// <param name="Writes">Numbers of the nodes or edges to send, in the graph's order.</param>
/// <param name="NodeRemovals">Ids of nodes that the store no longer holds, sorted; empty for edges.</param>
/// <param name="EdgeRemovals">Edges that the store no longer holds, sorted by source; empty for nodes.</param>
internal sealed record KindPlan(LoadKind Kind, int[] Writes, IReadOnlyList<string> NodeRemovals, IReadOnlyList<EdgeRemoval> EdgeRemovals)
{
    public int RemovalCount => NodeRemovals.Count + EdgeRemovals.Count;
}

/// <param name="SourceId">Null when the node at that end is no longer known: then the edge is gone with it.</param>
/// <param name="TargetId">Null likewise.</param>
internal sealed record EdgeRemoval(EdgeKey Key, string? SourceId, string? TargetId);
