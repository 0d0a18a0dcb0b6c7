namespace PaperGraph.Reading;

/// <summary>The year of dates that leave it out.</summary>
/// <remarks>Pages write out the year of older papers only, so a date without one is of the year after the newest that is written out on the pages read together.
/// Where none is, and none was given, those dates stay unknown.</remarks>
/// <param name="Year">1 to 9999; null where it cannot be told.</param>
/// <param name="IsGiven">Whether somebody said so: then it goes before a year that a page states for itself.</param>
public readonly record struct YearRule(int? Year, bool IsGiven)
{
    public static YearRule Fixed(int year)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(year);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        return new YearRule(year, IsGiven: true);
    }

    /// <param name="writtenYears">The newest year of each page (<see cref="PageReading.NewestYear"/>), in any order; null for a page without one.</param>
    public static YearRule AfterNewest(IEnumerable<int?> writtenYears) => writtenYears.Max() is { } newest && newest < 9999 ? new(newest + 1, IsGiven: false) : default;
}
