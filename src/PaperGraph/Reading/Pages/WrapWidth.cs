using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>The width at which a page's lines were wrapped.</summary>
/// <param name="Columns">Length of the longest line that was wrapped.</param>
/// <param name="BreaksAtHyphens">Whether compound words were broken after their hyphens.</param>
internal readonly record struct WrapWidth(int Columns, bool BreaksAtHyphens)
{
    private const int Narrowest = 40;
    private const int Widest = 140;
    private const int FewestLines = 4;

    /// <summary>Null where the lines are not wrapped: of wrapped ones, two in five or more come near the longest.</summary>
    public static WrapWidth? Of(ImmutableArray<ImmutableArray<PageLine>> sections)
    {
        int[] lengths = [.. sections.SelectMany(section => section).Where(line => !line.IsBlank && !EndsWithLongWord(line.Text)).Select(line => line.Text.Length)];
        if (lengths.Length < FewestLines)
        {
            return null;
        }

        int columns = lengths.Max();
        int near = lengths.Count(length => length > columns - 15);
        return columns is >= Narrowest and <= Widest && near * 5 >= lengths.Length * 2
            ? new WrapWidth(columns, sections.Any(section => section.Any(line => line.Text is [.., >= 'a' and <= 'z', '-'])))
            : null;
    }

    /// <summary>Whether the first word of <paramref name="next"/> had no room on <paramref name="line"/>, so that the break says nothing.</summary>
    public bool HadNoRoom(string line, string next)
    {
        int word = next.IndexOf(' ', StringComparison.Ordinal) is var space && space < 0 ? next.Length : space;
        int hyphen = next.AsSpan(0, word).IndexOf('-');
        int chunk = BreaksAtHyphens && hyphen > 0 && hyphen + 1 < word ? hyphen + 1 : word;
        int gap = BreaksAtHyphens && line[^1] == '-' ? 0 : 1;
        return line.Length + gap + chunk > Columns;
    }

    /// <summary>An address has no place to be broken at: it may stick out.</summary>
    private static bool EndsWithLongWord(string text) => text.Length - text.LastIndexOf(' ') > 30;
}
