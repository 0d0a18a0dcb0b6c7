using PaperGraph.Papers;

namespace PaperGraph.Extraction.Links;

/// <summary>Sentence borders around one place of a text that is full of addresses.</summary>
/// <remarks>A splitter of its own: it works outwards from a span and never cuts inside that span, so full stops of addresses, broken ones too, need no rule; a
/// border that lost its blank (<c>itself.Code is</c>) counts, since words that tell a link's role stand behind it.</remarks>
public static class ReleaseSentence
{
    /// <summary>Furthest that a sentence reaches from the span, in characters, on either side.</summary>
    public const int Reach = 600;

    private static readonly string[] Abbreviations = ["e.g", "i.e", "al", "etc", "vs", "cf", "fig", "figs", "eq", "sec", "no", "resp", "approx", "dr",
        "prof", "st", "ca", "ver", "vol", "incl", "viz"];

    private static readonly string[] Openings = ["Our", "We", "The", "Code", "Codes", "Source", "All", "Project", "Data", "Dataset", "Datasets", "Video",
        "Videos", "This", "To", "In", "Website", "See"];

    /// <summary>The sentence in which a span stands: the evidence of a link or a claim.</summary>
    /// <returns>Contains <paramref name="span"/>; without blanks at its ends; with the closing full stop.</returns>
    public static TextSpan Around(ReadOnlySpan<char> text, TextSpan span)
    {
        int start = StartBefore(text, span.Start);
        int end = EndAfter(text, span.End);
        while (start < span.Start && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > span.End && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    internal static int StartBefore(ReadOnlySpan<char> text, int place)
    {
        int limit = Math.Max(0, place - Reach);
        for (int i = place - 1; i >= limit; i--)
        {
            if (IsBorder(text, i) || (text[i] is '.' or '!' or '?' && i + 1 < place && text[(i + 1)..place].IsWhiteSpace() && !IsAbbreviation(text, i)))
            {
                return AfterClosing(text, i + 1, place);
            }
        }

        return limit == 0 ? 0 : AfterBlank(text, limit, place);
    }

    internal static int EndAfter(ReadOnlySpan<char> text, int place)
    {
        int limit = Math.Min(text.Length, place + Reach);
        for (int i = place; i < limit; i++)
        {
            if (IsBorder(text, i))
            {
                return text[i] is '\n' or '\r' ? i : AfterClosing(text, i + 1, limit);
            }
        }

        return limit;
    }

    private static bool IsBorder(ReadOnlySpan<char> text, int at)
    {
        char c = text[at];
        if (c == '\n')
        {
            return at > 0 && text[at - 1] == '\n';
        }

        if (c is not ('.' or '!' or '?' or '。'))
        {
            return false;
        }

        int next = AfterClosing(text, at + 1, Math.Min(text.Length, at + 5));
        if (next >= text.Length)
        {
            return true;
        }

        if (text[next] == '[' && next + 1 < text.Length && char.IsAsciiDigit(text[next + 1]))
        {
            // A numbered reference glued on: "… papers.[1] https://".
            return true;
        }

        if (!char.IsWhiteSpace(text[next]))
        {
            return c == '.' && next == at + 1 && IsGlued(text, at);
        }

        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next >= text.Length || (!char.IsLower(text[next]) && !(c == '.' && IsAbbreviation(text, at))) || IsAddressAhead(text, next);
    }

    /// <summary>An address may begin a sentence: <c>… of data. github.com/owner/name</c>.</summary>
    private static bool IsAddressAhead(ReadOnlySpan<char> text, int at)
    {
        ReadOnlySpan<char> rest = text[at..Math.Min(text.Length, at + 32)];
        return rest.StartsWith("http", StringComparison.Ordinal) || rest.StartsWith("www.", StringComparison.Ordinal) || rest.StartsWith("github.com/",
            StringComparison.Ordinal);
    }

    /// <summary>A full stop between two words of a text that lost the blank, outside of addresses and abbreviations.</summary>
    private static bool IsGlued(ReadOnlySpan<char> text, int at)
    {
        // A footnote mark may stand between them, as digits or as doubled letters: "robots.11Code", "robots.aaCode".
        int next = at + 1;
        while (next < text.Length && next - at < 3 && char.IsAsciiDigit(text[next]))
        {
            next++;
        }

        if (next == at + 1 && at + 3 < text.Length && text[at + 1] == text[at + 2] && text[at + 1] is 'a' or 'b' or 'c')
        {
            next = at + 3;
        }

        bool words = at >= 3 && next + 2 < text.Length && char.IsUpper(text[next])
            && (char.IsLower(text[at - 1]) || (text[at - 1] is ')' or '%' || char.IsLetterOrDigit(text[at - 1])) && IsOpening(text[next..]))
            && (next > at + 1 || char.IsLower(text[at - 2]) || !char.IsLetter(text[at - 2]) || IsOpening(text[next..]));
        if (!words)
        {
            return false;
        }

        for (int i = at - 1; i >= Math.Max(0, at - 48) && !char.IsWhiteSpace(text[i]); i--)
        {
            if (text[i] is '/' or ':' or '@')
            {
                return false;
            }
        }

        for (int i = at + 1; i < Math.Min(text.Length, at + 48) && !char.IsWhiteSpace(text[i]); i++)
        {
            if (text[i] is '/' or '@')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a word follows that begins sentences about releases.</summary>
    private static bool IsOpening(ReadOnlySpan<char> rest)
    {
        foreach (string word in Openings)
        {
            if (rest.StartsWith(word, StringComparison.Ordinal) && rest.Length > word.Length && rest[word.Length] is ' ' or ':' or ',')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> text, int at)
    {
        int start = at;
        while (start > 0 && at - start < 8 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        ReadOnlySpan<char> word = text[start..at];
        if (word.Length == 1 && char.IsUpper(word[0]) && (start == 0 || char.IsWhiteSpace(text[start - 1]) || text[start - 1] == '('))
        {
            return true;
        }

        foreach (string abbreviation in Abbreviations)
        {
            if (word.Equals(abbreviation, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int AfterClosing(ReadOnlySpan<char> text, int at, int limit)
    {
        while (at < limit && text[at] is '"' or '\'' or ')' or ']' or '}' or '”' or '’')
        {
            at++;
        }

        return at;
    }

    private static int AfterBlank(ReadOnlySpan<char> text, int at, int limit)
    {
        int blank = at;
        while (blank < limit && !char.IsWhiteSpace(text[blank]))
        {
            blank++;
        }

        return blank < limit ? blank : at;
    }
}
