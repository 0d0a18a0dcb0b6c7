using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PaperGraph.Loading;

/// <summary>What a load tells an observer (OpenTelemetry, dotnet-counters): activities and instruments, all under <c>PaperGraph.Loading</c>.</summary>
public static class LoadTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "PaperGraph.Loading";

    /// <summary>Activities: <c>load</c> (tag <c>store</c>), and within it a <c>batch</c> for each batch, or for several small ones that share a transaction
    /// (tags <c>kind</c>, <c>rows</c>, <c>number</c>: the first one's).</summary>
    internal static ActivitySource Activities { get; } = new(Name);

    internal static Meter Meter { get; } = new(Name);

    /// <summary><c>papergraph.load.rows</c>: nodes and edges sent, by <c>kind</c>.</summary>
    internal static Counter<long> Rows { get; } = Meter.CreateCounter<long>("papergraph.load.rows", "{row}", "Nodes and edges sent.");

    /// <summary><c>papergraph.load.retries</c>: attempts that failed in passing.</summary>
    internal static Counter<long> Retries { get; } = Meter.CreateCounter<long>("papergraph.load.retries", "{attempt}", "Attempts that failed in passing.");

    /// <summary><c>papergraph.load.batch.duration</c>: seconds a batch took, or several that shared a transaction, retries among it, by <c>kind</c>.</summary>
    internal static Histogram<double> BatchDuration { get; } = Meter.CreateHistogram<double>("papergraph.load.batch.duration", "s", "Time of a batch.");
}
