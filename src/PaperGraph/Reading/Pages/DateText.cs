using System.Globalization;
using PaperGraph.Papers;

namespace PaperGraph.Reading;

/// <summary>A date as pages write it, and the number of comments that may stand after it.</summary>
/// <param name="Date">Null where the year is left out.</param>
/// <param name="DayWithoutYear">Null where the year is written.</param>
/// <param name="Comments">Null where no number follows.</param>
internal readonly record struct DateText(PaperDate? Date, MonthDay? DayWithoutYear, int? Comments)
{
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    /// <summary>Reads <c>Feb 5, 2024</c>, <c>Feb 5</c>, <c>5 February 2024</c> or <c>2024-02-05</c>, each alone or with a number of comments after it.</summary>
    /// <returns>False where the whole text is nothing of that kind, or the day does not exist.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DateText found)
    {
        found = default;
        if (text.Length is < 4 or > 40)
        {
            return false;
        }

        Span<Range> ranges = stackalloc Range[5];
        int count = text.SplitAny(ranges, " \t\u00A0,", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (count is 0 or 5)
        {
            return false;
        }

        ReadOnlySpan<char> first = text[ranges[0]];
        if (first.Length == 10 && PaperDate.TryParse(first.ToString(), out PaperDate iso))
        {
            return TryComments(text, ranges[1..count], out int? comments) && Set(new DateText(iso, null, comments), out found);
        }

        if (count < 2)
        {
            return false;
        }

        int month = MonthOf(first);
        ReadOnlySpan<char> dayText = text[ranges[1]];
        if (month == 0)
        {
            month = MonthOf(dayText);
            dayText = first;
        }

        return month > 0 && TryNumber(dayText, 2, out int day) && MonthDay.TryCreate(month, day, out MonthDay? monthDay)
            && TryRest(text, ranges[2..count], monthDay.Value, out found);
    }

    /// <summary>Whether the text names a month and a number, as a date does, even one that does not exist.</summary>
    public static bool LooksLikeDate(ReadOnlySpan<char> text)
    {
        int space = text.IndexOf(' ');
        return text.Length <= 40 && space > 0 && MonthOf(text[..space]) > 0 && text[(space + 1)..].Trim() is [>= '0' and <= '9', ..] rest
            && !rest.ContainsAnyInRange('a', 'z');
    }

    /// <summary>A number of four digits after the day is the year, any other counts comments.</summary>
    private static bool TryRest(ReadOnlySpan<char> text, ReadOnlySpan<Range> rest, MonthDay day, out DateText found)
    {
        found = default;
        if (rest.Length > 0 && text[rest[0]].Length == 4 && TryNumber(text[rest[0]], 4, out int year) && year is >= 1900 and < 2200)
        {
            return day.TryIn(year, out PaperDate date) && TryComments(text, rest[1..], out int? comments) && Set(new DateText(date, null, comments), out found);
        }

        return TryComments(text, rest, out int? number) && Set(new DateText(null, day, number), out found);
    }

    private static bool TryComments(ReadOnlySpan<char> text, ReadOnlySpan<Range> rest, out int? comments)
    {
        comments = null;
        if (rest.IsEmpty)
        {
            return true;
        }

        bool isNumber = TryNumber(text[rest[0]], 6, out int number);
        comments = isNumber ? number : null;
        return isNumber && rest.Length == 1;
    }

    private static int MonthOf(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd('.');
        if (word.Length < 3)
        {
            return 0;
        }

        for (int i = 0; i < Months.Length; i++)
        {
            bool isMonth = word.Equals(Months[i], StringComparison.OrdinalIgnoreCase)
                || (word.Length == 3 && Months[i].AsSpan(0, 3).Equals(word, StringComparison.OrdinalIgnoreCase))
                || (i == 8 && word.Equals("sept", StringComparison.OrdinalIgnoreCase));
            if (isMonth)
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, int most, out int number)
    {
        number = 0;
        return digits.Length <= most && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static bool Set(DateText value, out DateText found)
    {
        found = value;
        return true;
    }
}
