using System.Diagnostics.CodeAnalysis;
using PaperGraph.Papers;

namespace PaperGraph.Reading;

/// <summary>A day as a page writes it when it leaves out the year.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31, a day that this month has in some year.</param>
public readonly record struct MonthDay(int Month, int Day)
{
    /// <summary>False where that year lacks the day: 29 February.</summary>
    public bool TryIn(int year, out PaperDate date) => PaperDate.TryCreate(year, Month, Day, out date);

    /// <summary>Checks that some year has the day.</summary>
    public static bool TryCreate(int month, int day, [NotNullWhen(true)] out MonthDay? found)
    {
        found = month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2024, month) ? new MonthDay(month, day) : null;
        return found is not null;
    }

    /// <summary>ISO 8601 without the year: <c>--09-26</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"--{Month:00}-{Day:00}");
}
