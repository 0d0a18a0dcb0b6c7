namespace PaperGraph.Storage;

/// <summary>What became of one source.</summary>
public enum SourceChange
{
    /// <summary>It was not in the store before.</summary>
    Added,

    /// <summary>It was there with other content, which is gone.</summary>
    Replaced,

    /// <summary>It was there with the same content.</summary>
    Unchanged,

    /// <summary>Not one record could be read: what the store held of it stays.</summary>
    Rejected,
}

/// <summary>One source of a build.</summary>
/// <param name="Records">Records that were read.</param>
/// <param name="Rejected">Records that were lost, each with a problem in the list.</param>
public sealed record SourceOutcome(string Name, string Format, SourceChange Change, int Records, int Rejected);
