using System.Collections.Immutable;
using PaperGraph.Cypher;

namespace PaperGraph.Loading;

/// <summary>What a load did, and how the two sides stand.</summary>
/// <param name="Counters">What the server says it wrote, the load's own records among it; empty when nothing had changed.</param>
/// <param name="RowsWritten">Nodes and edges that were sent.</param>
/// <param name="RowsRemoved">Nodes and edges that the store no longer holds and that were taken off.</param>
/// <param name="NodesKept">Nodes that the store no longer holds, but to which users attached something: they stay, and are theirs from now on.</param>
/// <param name="Retries">Attempts that failed in passing.</param>
/// <param name="UnfinishedIndexes">Indexes that the server is still making (<see cref="DatabaseSchema.AwaitAsync"/>).</param>
/// <param name="Bytes">Of the keys and properties that were sent.</param>
public sealed record LoadReport(
    ImmutableArray<KindCount> Counts,
    WriteCounters Counters,
    long RowsWritten,
    long RowsRemoved,
    long NodesKept,
    int Batches,
    int Retries,
    int UnfinishedIndexes,
    long Bytes,
    TimeSpan Elapsed)
{
    /// <summary>Whether the server wrote nothing at all.</summary>
    public bool WroteNothing => Counters.IsEmpty;

    /// <summary>What the store holds and the database does not, by number.</summary>
    public long Missing => Counts.Sum(count => Math.Max(0, count.Store - count.Database));

    /// <summary>What the database holds under these labels and types beyond the store: users' own, or kept for them.</summary>
    public long Extra => Counts.Sum(count => Math.Max(0, count.Database - count.Store));
}

/// <summary>How many nodes of a label or edges of a type either side holds.</summary>
/// <param name="Name">The label or type.</param>
public sealed record KindCount(string Name, bool IsNode, long Store, long Database);

/// <summary>What a load would do.</summary>
/// <param name="OtherStore">Whose graph the database holds, where it is another store's and this one lacks some of it: then a load refuses, but for
/// <see cref="LoadOptions.ReplaceOtherStore"/>.</param>
public sealed record LoadPreview(ImmutableArray<KindChange> Changes, LoadedStore? OtherStore)
{
    public long Writes => Changes.Sum(change => change.Writes);

    public long Removals => Changes.Sum(change => change.Removals);

    public bool IsEmpty => Changes.All(change => change.Writes == 0 && change.Removals == 0);
}

/// <param name="Name">Such as <c>Paper MENTIONS Concept</c>.</param>
/// <param name="Writes">New ones and changed ones.</param>
public sealed record KindChange(string Name, bool IsNode, long Writes, long Removals);
