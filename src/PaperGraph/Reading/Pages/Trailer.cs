using PaperGraph.Papers;

namespace PaperGraph.Reading;

/// <summary>What stands after an abstract: number of authors or an organisation, date, number of comments.</summary>
internal sealed record Trailer
{
    /// <summary>1-based number of its first line.</summary>
    public required int Line { get; init; }

    public int? AuthorCount { get; init; }

    public string? Organisation { get; init; }

    public PaperDate? Date { get; init; }

    /// <summary>Set instead of <see cref="Date"/> where the year is left out.</summary>
    public MonthDay? DayWithoutYear { get; init; }

    public int? Comments { get; init; }

    /// <summary>What stands in the date's place and names a day that does not exist; else null.</summary>
    public string? ImpossibleDate { get; init; }
}
