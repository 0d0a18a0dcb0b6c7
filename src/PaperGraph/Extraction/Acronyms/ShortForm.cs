using System.Buffers;
using System.Collections.Frozen;

namespace PaperGraph.Extraction.Acronyms;

/// <summary>What can be a short form by its looks.</summary>
internal static class ShortForm
{
    public const int Longest = 16;

    private static readonly SearchValues<char> s_marks = SearchValues.Create("-/&'.+");

    private static readonly FrozenSet<string> s_never = FrozenSet.ToFrozenSet(
    [
        "i.e", "e.g", "ie", "eg", "etc", "cf", "vs", "et", "al", "fig", "figs", "eq", "eqs", "sec", "tab", "no", "nos", "see", "resp", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii",
        "mm", "cm", "km", "ms", "ns", "hz", "khz", "mhz", "ghz", "kb", "mb", "gb", "tb", "kw", "mw", "dB", "db", "kg", "mg", "nm", "fps", "sec", "min", "usd", "eur", "pp", "ours", "left", "right", "top", "bottom", "and", "or", "both",
        "the", "new", "old", "not", "but", "can", "all", "its", "a.k.a", "aka", "ca", "w.r.t", "wrt", "s.t", "ibid", "yes", "pdf", "url", "https", "http", "available", "here", "iclr", "icml", "nips", "neurips", "cvpr",
        "iccv", "eccv", "acl", "emnlp", "aaai", "ijcai", "naacl", "kdd", "www", "icra", "iros", "corl", "rss", "colm",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_neverLookup = s_never.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Two to ten letters or so, a capital among them, or all small and spoken letter by letter; one word, or two short ones.</summary>
    public static bool CanBe(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > Longest || !(char.IsLetterOrDigit(text[0])) || s_neverLookup.Contains(text))
        {
            return false;
        }

        int upper = 0, letters = 0, digits = 0, spaces = 0;
        foreach (char character in text)
        {
            if (char.IsLetter(character))
            {
                letters++;
                upper += char.IsUpper(character) ? 1 : 0;
            }
            else if (char.IsDigit(character))
            {
                digits++;
            }
            else if (character == ' ')
            {
                spaces++;
            }
            else if (character is not ('-' or '/' or '&' or '\'' or '’' or '.' or '+' or '‐' or '‑' or '–' or '_'))
            {
                return false;
            }
        }

        if (letters < 2 && !(letters == 1 && digits > 0) || spaces > 1 || digits > 4)
        {
            return false;
        }

        if (spaces == 1 && (upper < 1 || upper + digits < 3 && !text.Contains("/", StringComparison.Ordinal)))
        {
            // ILSVRC 2014, K/V memory, but no sentence.
            return upper == 1 && letters <= 12 && text.IndexOf(' ') == 1 && text.Length > 5;
        }

        if (upper == 0)
        {
            return letters is >= 3 and <= 5 && digits == 0 && text.IndexOfAny(s_marks) < 0;
        }

        // A capitalised word (Dense, Wikipedia) is a short form only when it starts like a made-up one; the match decides for short ones.
        return upper > 1 || digits > 0 || text.Length <= 5 || text.IndexOfAny('-', '/') > 0;
    }

    /// <summary>Whether its capitals (or digits) alone mark it as a name in running text.</summary>
    public static bool IsMarked(ReadOnlySpan<char> text)
    {
        int upper = 0;
        foreach (char character in text)
        {
            upper += char.IsUpper(character) ? 1 : 0;
        }

        return upper >= 2;
    }

    /// <summary>Without a plural s: <c>CNNs</c>, <c>CNN's</c>.</summary>
    public static ReadOnlySpan<char> Singular(ReadOnlySpan<char> text)
    {
        if (text.Length > 3 && text[^1] == 's' && text[^2] is '\'' or '’')
        {
            return text[..^2];
        }

        return text.Length > 2 && text[^1] == 's' && (char.IsUpper(text[^2]) || (text.Length > 3 && char.IsUpper(text[^3]) && char.IsDigit(text[^2]))) ? text[..^1] : text;
    }
}
