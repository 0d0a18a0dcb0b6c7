using PaperGraph.Graph;

namespace PaperGraph.Loading;

/// <summary>How a load goes about it.</summary>
public sealed record LoadOptions
{
    public static LoadOptions Default { get; } = new();

    /// <summary>Rows of a batch at most. The default is 5,000: longer ones gain nothing and take more memory on both sides.</summary>
    public int BatchRows { get; init; } = 5_000;

    /// <summary>Bytes of a batch's keys and properties at most; one row may be longer. The default is 2 million.</summary>
    public int BatchBytes { get; init; } = 2_000_000;

    /// <summary>Batches that are under way at the same time. The default is 2: the server reads one while it writes the other.</summary>
    public int BatchesAtOnce { get; init; } = 2;

    /// <summary>How long a statement is tried again that fails in passing, counted from its first failure. The default is 3 min: a server that was killed
    /// takes more than one to come back on a busy machine.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Waited before the first retry; twice that before the next, up to 5 s, with jitter. The default is 0.2 s.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(0.2);

    /// <summary>Is told of each failure that is waited out, from any thread. The default does nothing.</summary>
    public Action<LoadRetry> OnRetry { get; init; } = static _ => { };

    /// <summary>Whether to compare everything with what is really there instead of trusting the record of earlier loads.</summary>
    public bool Repair { get; init; }

    /// <summary>Whether to take off what another store loaded and this one does not hold.</summary>
    public bool ReplaceOtherStore { get; init; }

    /// <summary>Distinguishes this load from others at the same time. Null, the default: a random one.</summary>
    public string? Run { get; init; }

    /// <summary>Finds the graph that an earlier load put into the database, by its digest; null where it is not at hand. Then the record in the database is
    /// read, which takes longer. The default finds none.</summary>
    public Func<string, KnowledgeGraph?> LoadedGraph { get; init; } = static _ => null;

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
