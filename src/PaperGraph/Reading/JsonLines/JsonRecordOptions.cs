namespace PaperGraph.Reading;

/// <summary>What a reader of JSON records is asked for.</summary>
public sealed record JsonRecordOptions
{
    public static JsonRecordOptions Default { get; } = new();

    public ReadingLimits Limits { get; init; } = ReadingLimits.Default;

    /// <summary>Whether a record without a title is lost. The default is true: a paper is known by its title. Where only texts are wanted, as in extraction, an abstract alone will do.</summary>
    public bool NeedsTitle { get; init; } = true;

    /// <summary>Whether <c>source</c> and <c>position</c> are taken from the record, where it has them, instead of from the place where it stands. The default is false.</summary>
    public bool KeepsStatedPlace { get; init; }
}

/// <summary>Where a record stands.</summary>
/// <param name="Position">From 1.</param>
/// <param name="Line">1-based.</param>
public readonly record struct RecordPlace(string Source, int Position, int Line);
