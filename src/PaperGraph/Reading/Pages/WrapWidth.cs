using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>The width at which a page's lines were wrapped.</summary>
/// <param name="Columns">From this length on, a line counts as full.</param>
/// <param name="Longest">Length to which wrapped lines come; one far beyond it was never wrapped.</param>
/// <param name="BreaksAtHyphens">Whether compound words were broken after their hyphens.</param>
internal readonly record struct WrapWidth(int Columns, int Longest, bool BreaksAtHyphens)
{
    private const int Narrowest = 40;
    private const int Widest = 140;
    private const int FewestLines = 4;

    /// <summary>Columns that a program leaves free that balances its lines instead of filling each.</summary>
    private const int Balance = 12;

    /// <summary>Null where the lines are not wrapped: of wrapped ones, two in five or more come near the longest, and few, such as titles left whole, go beyond.</summary>
    public static WrapWidth? Of(ImmutableArray<ImmutableArray<PageLine>> sections)
    {
        string[] lines = [.. sections.SelectMany(section => section).Where(line => !line.IsBlank).Select(line => line.Text)];
        int[] lengths = [.. lines.Where(line => !EndsWithLongWord(line)).Select(line => line.Length).Order()];
        if (lengths.Length < FewestLines)
        {
            return null;
        }

        // From the longest line down to the one that an eighth of the lines exceed: the width to which most lines come near.
        int[] candidates = [.. lengths[(lengths.Length * 7 / 8)..].Distinct()];
        int most = candidates.Max(length => Near(lengths, length));
        int columns = candidates.Last(length => Near(lengths, length) * 5 >= most * 4);
        if (columns is < Narrowest or > Widest || Near(lengths, columns) * 5 < lengths.Length * 2)
        {
            return null;
        }

        var filled = new WrapWidth(columns, columns, lines.Count(line => line is [.., >= 'a' and <= 'z', '-']) * 50 >= lines.Length);
        int room = Enumerable.Range(1, lines.Length - 1).Count(i => !filled.HadNoRoom(lines[i - 1], lines[i]));
        return room * 3 > lines.Length ? filled with { Columns = columns - Balance } : filled;
    }

    private static int Near(int[] lengths, int columns) => lengths.Count(length => length <= columns && length > columns - 15);

    /// <summary>Whether the first word of <paramref name="next"/> had no room on <paramref name="line"/>, so that the break says nothing. The last column counts as no room: some programs leave it free.</summary>
    public bool HadNoRoom(string line, string next)
    {
        if (IsWhole(line) || IsWhole(next))
        {
            return false;
        }

        int word = next.IndexOf(' ', StringComparison.Ordinal) is var space && space < 0 ? next.Length : space;
        int hyphen = next.AsSpan(0, word).IndexOf('-');
        int chunk = BreaksAtHyphens && hyphen > 0 && hyphen + 1 < word ? hyphen + 1 : word;
        return line.Length + 1 + chunk >= Columns || line is [.., >= 'a' and <= 'z', '-'];
    }

    /// <summary>A line far longer than the width was never wrapped: it is a whole text.</summary>
    private bool IsWhole(string line) => line.Length > Longest + Balance && !EndsWithLongWord(line);

    /// <summary>An address has no place to be broken at: it may stick out.</summary>
    private static bool EndsWithLongWord(string text) => text.Length - text.LastIndexOf(' ') > 30;
}
