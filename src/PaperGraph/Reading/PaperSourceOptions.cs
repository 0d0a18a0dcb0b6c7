namespace PaperGraph.Reading;

/// <summary>How sources are read.</summary>
public sealed record PaperSourceOptions
{
    public static PaperSourceOptions Default { get; } = new();

    /// <summary>Limits, and what a JSON record must have.</summary>
    public JsonRecordOptions Records { get; init; } = JsonRecordOptions.Default;

    /// <summary>The year of dates that leave it out; null: the year after the newest one on the pages read together, which is the default.</summary>
    public int? Year { get; init; }

    /// <summary>Whether <see cref="PaperSource.Digest"/> is wanted. The default is false.</summary>
    public bool WithDigest { get; init; }
}
