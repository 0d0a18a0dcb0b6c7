using System.Collections.Immutable;
using PaperGraph.Cypher;

namespace PaperGraph.Loading;

/// <summary>Adds up what a load does.</summary>
internal sealed class LoadTally
{
    private WriteCounters _counters;
    private long _removed;
    private long _kept;
    private long _bytes;

    public int Batches { get; private set; }

    /// <summary>Written and taken off.</summary>
    public long Rows { get; private set; }

    public bool AreIndexesMade => _counters.IndexesAdded > 0;

    public void Add(WriteCounters counters) => _counters += counters;

    /// <param name="kept">Nodes that were to be taken off and stayed.</param>
    public void Add(LoadBatch batch, long kept)
    {
        Batches++;
        Rows += batch.EntryCount;
        _removed += batch.IsRemoval ? batch.EntryCount : 0;
        _kept += kept;
        _bytes += batch.Bytes;
    }

    public LoadReport Report(ImmutableArray<KindCount> counts, int retries, int unfinishedIndexes, TimeSpan elapsed) =>
        new(counts, _counters, Rows - _removed, _removed - _kept, _kept, Batches, retries, unfinishedIndexes, _bytes, elapsed);
}
