namespace PaperGraph.Tokens;

/// <summary>Estimates the tokens of English scientific prose under <c>o200k_base</c>, a little on the safe side.</summary>
/// <remarks>A text is cut as that vocabulary's pattern cuts it (a word with the space before it, up to three digits, a run of punctuation), and each
/// piece counts what pieces of its kind and length took on average in 8,138 abstracts of machine-learning papers, in thousandths. Over 8,138 others
/// the sum is 2.7 % above the true one, and one abstract in fifty is estimated more than 5 % too low, none more than 13 %.</remarks>
public sealed class EstimatedTokenCounter : ITokenCounter
{
    // By length in letters, from 1; longer pieces count the last entry and then a token for every three letters.
    private static ReadOnlySpan<short> LowerAfterSpace => [1000, 1000, 1000, 1001, 1005, 1019, 1029, 1058, 1108, 1140, 1179, 1217, 1333, 1449, 1656, 2212, 2880, 3297];

    private static ReadOnlySpan<short> LowerGlued => [1000, 1000, 1013, 1048, 1072, 1344, 1418, 1512, 1692, 1827, 2010, 2003, 2481, 2667, 2627, 2750, 3600];

    private static ReadOnlySpan<short> CapitalFirst => [1000, 1000, 1010, 1018, 1085, 1223, 1261, 1271, 1612, 1739, 1680, 1618, 2245, 1824, 2384, 2552, 3300];

    private static ReadOnlySpan<short> InnerCapitals => [1000, 1030, 1634, 2185, 2361, 2631, 2654, 2543, 2649, 2895, 2848, 3168, 3435];

    private static ReadOnlySpan<short> Punctuation => [1000, 1047, 1462, 2221, 2806];

    public string Encoding => TokenCounters.DefaultEncoding;

    public bool IsEstimate => true;

    public int Count(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        long thousandths = 0;
        int start = 0;
        while (start < text.Length)
        {
            thousandths += Piece(text, ref start);
        }

        return (int)Math.Min((thousandths + 500) / 1000, int.MaxValue);
    }

    /// <param name="start">The piece's first character; moved behind it.</param>
    private static long Piece(string text, ref int start)
    {
        char first = text[start];
        if (char.IsAsciiDigit(first))
        {
            int digits = RunLength<Digits>(text, start);
            start += digits;
            return 1000L * ((digits + 2) / 3);
        }

        if (char.IsWhiteSpace(first))
        {
            return WhiteSpace(text, ref start);
        }

        if (char.IsLetter(first))
        {
            return Word(text, ref start, afterSpace: false);
        }

        int run = RunLength<Marks>(text, start);
        run = Math.Max(run, 1);
        bool foreign = HasForeign(text.AsSpan(start, run));
        start += run;
        return Entry(Punctuation, run) + (foreign ? 300 * run : 0);
    }

    /// <summary>One space belongs to the word or mark behind it; digits leave it alone; longer runs are one token.</summary>
    private static long WhiteSpace(string text, ref int start)
    {
        int run = RunLength<Blanks>(text, start);
        char next = start + run < text.Length ? text[start + run] : '\n';
        bool lastIsSpace = text[start + run - 1] == ' ';
        start += run;
        bool joins = lastIsSpace && !char.IsAsciiDigit(next) && next != '\n';
        long alone = run > 1 || !joins ? 1000 : 0;
        return joins && char.IsLetter(next) ? alone + Word(text, ref start, afterSpace: true) : alone;
    }

    private static long Word(string text, ref int start, bool afterSpace)
    {
        int length = RunLength<Letters>(text, start);
        ReadOnlySpan<char> word = text.AsSpan(start, length);
        start += length;
        if (HasForeign(word))
        {
            // Ideographs take about one token each, accented and Greek words one for two letters.
            return word[0] >= '\u2E80' ? 1000L * length : 500L * (length + 1);
        }

        bool inner = word[1..].IndexOfAnyInRange('A', 'Z') >= 0;
        return Entry(inner ? InnerCapitals : char.IsAsciiLetterUpper(word[0]) ? CapitalFirst : afterSpace ? LowerAfterSpace : LowerGlued, length);
    }

    private static long Entry(ReadOnlySpan<short> table, int length) =>
        length <= table.Length ? table[length - 1] : table[^1] + (1000L * (length - table.Length) / 3);

    private static bool HasForeign(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('\0', '\x7f') >= 0;

    private static int RunLength<TCharacters>(string text, int start)
        where TCharacters : ICharacters
    {
        int end = start;
        while (end < text.Length && TCharacters.Include(text[end]))
        {
            end++;
        }

        return end - start;
    }

    /// <summary>Characters of one piece. Every character of every paper is asked for: the answer is compiled into the loop.</summary>
    private interface ICharacters
    {
        static abstract bool Include(char c);
    }

    private readonly struct Digits : ICharacters
    {
        public static bool Include(char c) => char.IsAsciiDigit(c);
    }

    private readonly struct Blanks : ICharacters
    {
        public static bool Include(char c) => char.IsWhiteSpace(c);
    }

    private readonly struct Letters : ICharacters
    {
        public static bool Include(char c) => char.IsLetter(c);
    }

    private readonly struct Marks : ICharacters
    {
        public static bool Include(char c) => !char.IsLetter(c) && !char.IsAsciiDigit(c) && !char.IsWhiteSpace(c);
    }
}
