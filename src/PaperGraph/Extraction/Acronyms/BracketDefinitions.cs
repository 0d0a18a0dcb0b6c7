namespace PaperGraph.Extraction.Acronyms;

/// <summary>Definitions in brackets: <c>long form (SHORT)</c>, <c>SHORT (long form)</c>, several in one bracket.</summary>
internal static class BracketDefinitions
{
    private const int LongestContent = 160;
    private const int MostWordsBack = 14;

    /// <summary>What people write around a short form inside the bracket.</summary>
    private static readonly string[] s_leads =
    [
        "or ", "a.k.a. ", "aka ", "a.k.a ", "also known as ", "known as ", "abbreviated as ", "abbreviated to ", "abbreviated ", "abbrev. ", "short for ", "shortened to ", "denoted by ", "denoted as ", "denoted ", "called ", "termed ", "named ", "dubbed ",
        "hereafter ", "henceforth ", "i.e., ", "i.e. ", "ie ", "namely ", "referred to as ", "the ", "our ", "in short ", "in short, ", "for short ", "for short, ", "acronym ", "standing for ", "stands for ",
    ];

    private static readonly string[] s_trails = [" for short", " hereafter", " henceforth", " in short", " for brevity"];

    public static void Find(string text, List<Acronym> found)
    {
        int at = 0;
        while (at < text.Length)
        {
            int open = text.AsSpan(at).IndexOfAny('(', '[');
            if (open < 0)
            {
                return;
            }

            open += at;
            int close = Close(text, open);
            if (close < 0)
            {
                at = open + 1;
                continue;
            }

            ReadBracket(text, open, close, found);

            // What is inside may hold brackets of its own.
            at = open + 1;
        }
    }

    private static int Close(string text, int open)
    {
        char closing = text[open] == '(' ? ')' : ']';
        int depth = 0;
        int end = Math.Min(text.Length, open + LongestContent);
        for (int i = open; i < end; i++)
        {
            if (text[i] == text[open])
            {
                depth++;
            }
            else if (text[i] == closing && --depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static void ReadBracket(string text, int open, int close, List<Acronym> found)
    {
        ReadOnlySpan<char> content = Trimmed(text.AsSpan(open + 1, close - open - 1));
        if (content.Length < 2)
        {
            return;
        }

        bool tight = open > 0 && !char.IsWhiteSpace(text[open - 1]);
        if (tight && !(open > 3 && char.IsLower(text[open - 1]) && char.IsLower(text[open - 2]) && char.IsLower(text[open - 3]) && ShortForm.IsMarked(content)))
        {
            // f(x), SE(3), O(n); but networks(CNN) lacks a blank.
            return;
        }

        if (!ReadShorts(text, open, content, found))
        {
            ReadLong(text, open, content, found);
        }
    }

    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> content)
    {
        content = content.Trim().Trim("'’‘,;").Trim();
        bool again = true;
        while (again)
        {
            again = false;
            foreach (string lead in s_leads)
            {
                if (content.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
                {
                    content = content[lead.Length..].TrimStart();
                    again = true;
                }
            }
        }

        foreach (string trail in s_trails)
        {
            if (content.EndsWith(trail, StringComparison.OrdinalIgnoreCase))
            {
                content = content[..^trail.Length].TrimEnd(" ,");
            }
        }

        return content.Trim("'’‘").Trim();
    }

    /// <summary>Short forms in the bracket, their long forms before it. The last belongs to the words next to the bracket, the others to those before.</summary>
    private static bool ReadShorts(string text, int open, ReadOnlySpan<char> content, List<Acronym> found)
    {
        Span<Range> segments = stackalloc Range[6];
        int count = Segments(content, segments);
        int end = open;
        bool any = false;
        for (int i = count - 1; i >= 0; i--)
        {
            ReadOnlySpan<char> shortForm = Trimmed(content[segments[i]]);
            if (!ShortForm.CanBe(shortForm) || (i > 0 && !ShortForm.IsMarked(shortForm)))
            {
                continue;
            }

            int start = Define(text, end, shortForm, found, several: count > 1);
            if (start >= 0)
            {
                any = true;
                end = EndBefore(text, start);
            }
        }

        return any;
    }

    private static int Segments(ReadOnlySpan<char> content, Span<Range> segments)
    {
        int count = 0;
        int start = 0;
        for (int i = 0; i <= content.Length && count < segments.Length; i++)
        {
            int width = i == content.Length ? 0 : content[i] is ',' or ';' or ':' ? 1 : content[i..].StartsWith(" and ", StringComparison.Ordinal) ? 5 : content[i..].StartsWith(" or ", StringComparison.Ordinal) ? 4
                : content[i..].StartsWith(" / ", StringComparison.Ordinal) ? 3 : -1;
            if (width < 0)
            {
                continue;
            }

            if (i > start)
            {
                segments[count++] = start..i;
            }

            start = i + width;
            i = Math.Max(i, start - 1);
        }

        return count;
    }

    /// <summary>Over an <c>and</c> or a comma to the words that another short form of the same bracket stands for.</summary>
    private static int EndBefore(string text, int start)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, start).TrimEnd();
        foreach (string link in new[] { "and", "or", "&" })
        {
            if (before.EndsWith(link, StringComparison.Ordinal))
            {
                before = before[..^link.Length].TrimEnd();
            }
        }

        return before.TrimEnd(" ,").Length;
    }

    /// <returns>Where the long form starts; -1 where there is none.</returns>
    private static int Define(string text, int end, ReadOnlySpan<char> shortForm, List<Acronym> found, bool several)
    {
        Span<WordPart> parts = stackalloc WordPart[WordParts.Most];
        int start = WordParts.BackFrom(text, end, Math.Min(MostWordsBack, (2 * shortForm.Length) + 3));
        int count = WordParts.Forwards(text, start, end, parts);
        ReadOnlySpan<char> singular = ShortForm.Singular(shortForm);
        if (count == 0 || LongFormMatch.Best(text, parts[..count], singular) is not { } fit)
        {
            return -1;
        }

        int letters = Letters(singular);
        float slack = !ShortForm.IsMarked(singular) ? (char.IsUpper(singular[0]) ? -0.35f : -0.3f - (0.33f * fit.Letters) + 0.2f) : several ? -0.2f : 0;
        WordPart first = parts[fit.First], last = parts[count - 1];
        if (first.Start == last.Start && first.OpensWord && last.End - first.Start >= 9 && letters <= 4)
        {
            // electroencephalography (EEG): one word gives all the letters.
            slack += 0.9f;
        }

        if (!fit.IsGood(slack) || last.WordEnd - first.Start <= shortForm.Length)
        {
            return -1;
        }

        FoundAcronyms.Add(found, shortForm, text.AsSpan(first.Start, last.WordEnd - first.Start));
        return first.Start;
    }

    private static int Letters(ReadOnlySpan<char> text)
    {
        int letters = 0;
        foreach (char character in text)
        {
            letters += char.IsLetter(character) ? 1 : 0;
        }

        return letters;
    }

    /// <summary>The long form in the bracket, its short form the word before.</summary>
    private static void ReadLong(string text, int open, ReadOnlySpan<char> content, List<Acronym> found)
    {
        int stop = open;
        while (stop > 0 && text[stop - 1] is ' ' or ',' or '\'' or '’')
        {
            stop--;
        }

        int start = stop;
        while (start > 0 && stop - start <= ShortForm.Longest && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '/' or '&' or '\'' or '+' or '.'))
        {
            start--;
        }

        ReadOnlySpan<char> shortForm = text.AsSpan(start, stop - start).TrimStart("-/'.");
        if (!ShortForm.CanBe(shortForm) || !ShortForm.IsMarked(shortForm) && !(shortForm.Length <= 5 && char.IsUpper(shortForm[0])) || FoundAcronyms.Has(found, ShortForm.Singular(shortForm)))
        {
            return;
        }

        foreach (string article in new[] { "a ", "an ", "the " })
        {
            content = content.StartsWith(article, StringComparison.OrdinalIgnoreCase) ? content[article.Length..] : content;
        }

        Span<WordPart> parts = stackalloc WordPart[WordParts.Most];
        int count = WordParts.Forwards(content, 0, content.Length, parts);
        if (count == 0 || content.IndexOfAny("=<>") >= 0)
        {
            return;
        }

        ReadOnlySpan<char> singular = ShortForm.Singular(shortForm);
        LongFormMatch.Fit? whole = LongFormMatch.Best(content, parts[..count], singular, first: 0);
        LongFormMatch.Fit? open0 = LongFormMatch.Best(content, parts[..count], singular, first: 0, freeTail: true);
        float slack = ShortForm.IsMarked(singular) ? 0 : -0.4f;
        if (whole is { } fit && fit.IsGood(slack) && parts[count - 1].WordEnd > shortForm.Length)
        {
            FoundAcronyms.Add(found, shortForm, content[..parts[count - 1].WordEnd]);
        }
        else if (open0 is { } partial && partial.IsGood(slack - 0.5f) && LongEnd.After(content, parts[..count], partial.Last) is var end && end > shortForm.Length)
        {
            FoundAcronyms.Add(found, shortForm, content[..end]);
        }
    }
}
