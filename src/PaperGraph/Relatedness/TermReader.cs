namespace PaperGraph.Relatedness;

/// <summary>A content word, or two or three side by side, where it stands.</summary>
/// <param name="Hash">Of the stems; equal for equal stems, in every run and on every machine. Its lowest two bits are <paramref name="Words"/>.</param>
/// <param name="Words">1 to 3.</param>
/// <param name="Start">First character of the first word, in UTF-16 code units of the text.</param>
/// <param name="End">One past the last word's last.</param>
internal readonly record struct Term(ulong Hash, byte Words, int Start, int End);

/// <summary>Text → stems of its content words, and the phrases of two and three that stand side by side in it.</summary>
/// <remarks>A hyphen joins words as a space does; any other punctuation, a number, an address or a stop word parts them.</remarks>
internal static class TermReader
{
    /// <summary>What is longer is no word.</summary>
    public const int LongestWord = 40;

    [ThreadStatic]
    private static List<Term>? ofThread;

    /// <summary>The same list for every text that the thread reads, emptied.</summary>
    public static List<Term> EmptyListOfThread()
    {
        List<Term> terms = ofThread ??= new List<Term>(512);
        terms.Clear();
        return terms;
    }

    public static void Read(string text, List<Term> terms)
    {
        StemCache stems = StemCache.OfThread;
        Term previous = default, beforePrevious = default;
        int run = 0;
        int at = 0;
        while (at < text.Length)
        {
            char c = text[at];
            if (!char.IsLetterOrDigit(c))
            {
                run = c is ' ' or '-' or '\n' or '\r' or '\t' or '\u2010' or '\u2011' ? run : 0;
                at++;
                continue;
            }

            int start = at;
            if (IsAddress(text.AsSpan(at)))
            {
                at = EndOfAddress(text, at);
                run = 0;
                continue;
            }

            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (!TryStem(stems, text.AsSpan(start, at - start), out ulong hash))
            {
                run = 0;
                continue;
            }

            var word = new Term(hash, 1, start, at);
            terms.Add(word);
            if (run >= 1)
            {
                terms.Add(new Term(TermHash.Phrase([previous.Hash, word.Hash]), 2, previous.Start, at));
            }

            if (run >= 2)
            {
                terms.Add(new Term(TermHash.Phrase([beforePrevious.Hash, previous.Hash, word.Hash]), 3, beforePrevious.Start, at));
            }

            (beforePrevious, previous) = (previous, word);
            run++;
        }
    }

    /// <summary>False for stop words, numbers, single letters, and what is too long to be a word.</summary>
    private static bool TryStem(StemCache stems, ReadOnlySpan<char> written, out ulong hash)
    {
        hash = 0;
        if (written.Length is < 2 or > LongestWord || !written.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        hash = stems.StemOf(written);
        return hash != 0;
    }

    private static bool IsAddress(ReadOnlySpan<char> rest) =>
        rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static int EndOfAddress(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
