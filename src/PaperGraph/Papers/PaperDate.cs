using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PaperGraph.Papers;

/// <summary>A paper's date as far as its source states it: a year, a month of a year, or a day.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">1 to 12; 0 where only the year is known.</param>
/// <param name="Day">1 to 31, a day that exists in that month; 0 where it is not known.</param>
/// <remarks>Orders as its ISO 8601 text does: a year stands before its months, a month before its days.</remarks>
public readonly record struct PaperDate(int Year, int Month = 0, int Day = 0) : IComparable<PaperDate>
{
    /// <summary>Reads <c>2024</c>, <c>2024-02</c> or <c>2024-02-19</c>; a time after a <c>T</c> or a space is ignored.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PaperDate date)
    {
        date = default;
        if (text is null)
        {
            return false;
        }

        ReadOnlySpan<char> day = text.AsSpan().Trim();
        int time = day.IndexOfAny('T', ' ');
        day = time > 0 ? day[..time] : day;
        return day.Length switch
        {
            4 => TryCreate(day, default, default, out date),
            7 when day[4] == '-' => TryCreate(day[..4], day[5..], default, out date),
            10 when day[4] == '-' && day[7] == '-' => TryCreate(day[..4], day[5..7], day[8..], out date),
            _ => false,
        };
    }

    /// <summary>Checks that the day exists.</summary>
    public static bool TryCreate(int year, int month, int day, out PaperDate date)
    {
        date = new PaperDate(year, month, day);
        return year is >= 1 and <= 9999
            && (month == 0 ? day == 0 : month is >= 1 and <= 12 && (day == 0 || (day >= 1 && day <= DateTime.DaysInMonth(year, month))));
    }

    public int CompareTo(PaperDate other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    /// <summary>ISO 8601, as exact as the date is known.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Year:0000}{(Month == 0 ? "" : "-")}{(Month == 0 ? "" : Month.ToString("00", CultureInfo.InvariantCulture))}{(Day == 0 ? "" : "-")}{(Day == 0 ? "" : Day.ToString("00", CultureInfo.InvariantCulture))}");

    public static bool operator <(PaperDate left, PaperDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PaperDate left, PaperDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PaperDate left, PaperDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PaperDate left, PaperDate right) => left.CompareTo(right) >= 0;

    private static bool TryCreate(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day, out PaperDate date)
    {
        date = default;
        return TryNumber(year, out int y) && TryNumber(month, out int m) && TryNumber(day, out int d)
            && (month.IsEmpty || m > 0) && (day.IsEmpty || d > 0) && TryCreate(y, m, d, out date);

        static bool TryNumber(ReadOnlySpan<char> digits, out int number)
        {
            number = 0;
            return digits.IsEmpty || int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        }
    }
}
