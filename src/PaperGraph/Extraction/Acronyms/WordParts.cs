namespace PaperGraph.Extraction.Acronyms;

/// <summary>Cuts a stretch of text into the parts that letters of a short form can stand for.</summary>
internal static class WordParts
{
    public const int Most = 48;

    /// <summary>Reads words forwards from <paramref name="start"/> until a sentence, a bracket or another hard mark ends them.</summary>
    /// <returns>How many parts were written.</returns>
    public static int Forwards(ReadOnlySpan<char> text, int start, int end, Span<WordPart> parts)
    {
        int count = 0;
        int at = start;
        bool mark = false;
        while (at < end)
        {
            char character = text[at];
            if (char.IsLetterOrDigit(character) || character == '&')
            {
                int stop = EndOfWord(text, at, end);
                count = Cut(text, at, stop, mark, parts, count);
                mark = false;
                at = stop;
                if (count == parts.Length)
                {
                    break;
                }

                continue;
            }

            if (IsHard(text, at, end))
            {
                break;
            }

            mark |= character is ',' or '/';
            at++;
        }

        return count;
    }

    /// <summary>The earliest place before <paramref name="end"/> from which words run on without a hard mark, at most <paramref name="words"/> words back.</summary>
    public static int BackFrom(ReadOnlySpan<char> text, int end, int words)
    {
        int at = end, start = end;
        while (at > 0 && words > 0)
        {
            char character = text[at - 1];
            if (char.IsLetterOrDigit(character) || character == '&')
            {
                int stop = at;
                while (at > 0 && stop - at < 60 && IsInWord(text, at - 1, stop))
                {
                    at--;
                }

                start = at;
                words--;
                continue;
            }

            if (IsHard(text, at - 1, end) || end - at > 400)
            {
                break;
            }

            at--;
        }

        return start;
    }

    public static int EndOfWord(ReadOnlySpan<char> text, int at, int end)
    {
        int stop = at + 1;
        while (stop < end && (char.IsAsciiLetterOrDigit(text[stop]) || IsInWord(text, stop, end)))
        {
            stop++;
        }

        return stop;
    }

    /// <summary>Where the word that holds this letter starts, not before <paramref name="from"/>.</summary>
    public static int StartOfWord(ReadOnlySpan<char> text, int letter, int from)
    {
        int start = letter;
        while (start > from && IsInWord(text, start - 1, text.Length))
        {
            start--;
        }

        return start;
    }

    private static bool IsInWord(ReadOnlySpan<char> text, int at, int end)
    {
        char character = text[at];
        if (char.IsLetterOrDigit(character))
        {
            return true;
        }

        bool between = at > 0 && at + 1 < text.Length && at + 1 <= end && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
        return between && (IsHyphen(character) || character is '\'' or '’' or '_') || between && character == '.' && char.IsDigit(text[at + 1]);
    }

    private static bool IsHyphen(char character) => character is '-' or '\u2010' or '\u2011' or '\u2013';

    private static int Cut(ReadOnlySpan<char> text, int start, int end, bool mark, Span<WordPart> parts, int count)
    {
        int first = start;
        bool opens = true;
        for (int i = start; i <= end && count < parts.Length; i++)
        {
            if (i < end && !IsHyphen(text[i]))
            {
                continue;
            }

            if (i > first)
            {
                parts[count++] = new WordPart(first, i, end, opens, LongFormMatch.IsFunctionWord(text[first..i]), mark && opens);
                opens = false;
            }

            first = i + 1;
        }

        return count;
    }

    private static bool IsHard(ReadOnlySpan<char> text, int at, int end)
    {
        char character = text[at];
        return character is '(' or ')' or '[' or ']' or ';' or ':' or '?' or '!' or '=' or '<' or '>' or '|' or '—' or '\n'
            || (character == '.' && (at + 1 >= text.Length || at + 1 >= end || char.IsWhiteSpace(text[at + 1])))
            || (character is '-' or '–' && at > 0 && text[at - 1] == ' ' && at + 1 < text.Length && text[at + 1] == ' ');
    }
}
