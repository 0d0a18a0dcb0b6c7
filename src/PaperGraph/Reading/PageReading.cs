using System.Collections.Immutable;
using PaperGraph.Papers;

namespace PaperGraph.Reading;

/// <summary>What one page gave, before the year of its dates without one is known.</summary>
/// <param name="Format">The layout; <see cref="SourceFormat.Unknown"/> where nothing could be read.</param>
/// <param name="Outcomes">Records and problems in the order of the page.</param>
/// <param name="NewestYear">Newest year that a date on the page writes out; null where none does.</param>
/// <param name="DayOfPage">The page's own date, from its banner; null where it has none.</param>
/// <param name="YearOfPage">The year of that date, where the banner writes it out: the page's dates without a year are then of this one. Else null.</param>
public sealed record PageReading(string Name, SourceFormat Format, ImmutableArray<ReadOutcome> Outcomes, int? NewestYear, MonthDay? DayOfPage, int? YearOfPage)
{
    public IEnumerable<ReadRecord> Records => Outcomes.Where(outcome => outcome.Record is not null).Select(outcome => outcome.Record!);

    public IEnumerable<ReadingProblem> Problems => Outcomes.Where(outcome => outcome.Problem is not null).Select(outcome => outcome.Problem!);

    /// <summary>The same page with its dates completed; a date that cannot be completed becomes a problem before its record.</summary>
    public PageReading Resolve(YearRule rule)
    {
        int? yearOfDates = rule.IsGiven ? rule.Year : YearOfPage ?? rule.Year;
        ImmutableArray<ReadOutcome>.Builder resolved = ImmutableArray.CreateBuilder<ReadOutcome>(Outcomes.Length);
        foreach (ReadOutcome outcome in Outcomes)
        {
            if (outcome.Record is not { DayWithoutYear: { } day } record)
            {
                resolved.Add(outcome);
            }
            else if (yearOfDates is not { } year)
            {
                resolved.Add(ReadOutcome.Of(new ReadingProblem(ProblemCode.YearUnknown, Name, record.Line, $"\"{Shown.Short(record.Paper.Title)}\" is dated {day} without a year, and no page read together with it writes one out: give --year.")));
                resolved.Add(outcome);
            }
            else if (day.TryIn(year, out PaperDate date))
            {
                resolved.Add(ReadOutcome.Of(record with { Paper = record.Paper with { Date = date }, DayWithoutYear = null }));
            }
            else
            {
                resolved.Add(ReadOutcome.Of(new ReadingProblem(ProblemCode.ImpossibleDate, Name, record.Line, $"\"{Shown.Short(record.Paper.Title)}\" is dated {day}, a day that {year} does not have: give the right year with --year.")));
                resolved.Add(outcome);
            }
        }

        return this with { Outcomes = resolved.DrainToImmutable() };
    }

    /// <summary>The same page with one problem more, at its end.</summary>
    internal PageReading With(ReadingProblem problem) => this with { Outcomes = Outcomes.Add(ReadOutcome.Of(problem)) };
}
