using PaperGraph.Papers;

namespace PaperGraph.Reading;

/// <summary>A paper as it was read, and what its date lacks.</summary>
/// <param name="Paper">Its <see cref="PaperRecord.Date"/> is null while <paramref name="DayWithoutYear"/> waits for a year.</param>
/// <param name="DayWithoutYear">The day, where the page leaves out the year; else null.</param>
/// <param name="Line">1-based line on which the record starts.</param>
public sealed record ReadRecord(PaperRecord Paper, MonthDay? DayWithoutYear, int Line);

/// <summary>What stands at one place of a source: a record that was kept, or a problem.</summary>
/// <remarks>Exactly one of the two is set. A problem that marks a kept record comes before it.</remarks>
public readonly record struct ReadOutcome(ReadRecord? Record, ReadingProblem? Problem)
{
    public static ReadOutcome Of(ReadRecord record) => new(record, null);

    public static ReadOutcome Of(ReadingProblem problem) => new(null, problem);
}
