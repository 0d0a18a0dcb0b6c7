namespace PaperGraph.Reading;

/// <summary>How much a paragraph looks like an abstract rather than a title.</summary>
/// <remarks>An abstract is a run of sentences: it is long, ends with a full stop, has sentence ends inside, mostly small letters, and speaks ("we", "this paper").
/// A title is one phrase of 2 to 25 words without a full stop. Each sign counts for or against; none decides alone.</remarks>
internal static class TextShape
{
    /// <summary>-6 (certainly a title) to 6 (certainly prose); around 0 its neighbours decide.</summary>
    public static double Prose(string text)
    {
        int words = CountWords(text);
        double score = text.Length switch { >= 400 => 3, >= 250 => 2, >= 160 => 0.5, >= 100 => -0.5, _ => -2 };
        score += Math.Min(3, 1.5 * CountSentenceEnds(text));
        score += EndsSentence(text) ? 2 : EndsWhole(text) ? 0 : -1;
        score += SpeaksAsAuthors(text) ? 1 : 0;
        score += words < 3 ? -1 : words >= 40 ? 1 : 0;
        score += CapitalShare(text) switch { >= 0.7 => -1.5, <= 0.3 when text.Length >= 160 => 1, _ => 0 };
        return Math.Clamp(score, -6, 6);
    }

    /// <summary>Whether there are words in it at all: a title has letters.</summary>
    public static bool HasWord(string text)
    {
        int letters = 0;
        foreach (char c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters >= 2;
    }

    /// <summary>Titles have no address in them; "Code: https://…" after an abstract belongs to it.</summary>
    public static bool HasAddress(string text) => text.Contains("http://", StringComparison.Ordinal) || text.Contains("https://", StringComparison.Ordinal)
        || text.Contains("github.com/", StringComparison.OrdinalIgnoreCase);

    /// <summary>A full stop at the end, inside closing quotes and brackets or not.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text) => text.TrimEnd("\"'”’)]» ") is [.., '.' or '。' or '…'];

    /// <summary>Whether a whole abstract may end so: a full stop, another mark, or an address.</summary>
    public static bool EndsWhole(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> bare = text.TrimEnd("\"'”’)]}» ");
        ReadOnlySpan<char> last = bare[(bare.LastIndexOf(' ') + 1)..];
        return bare is [.., '.' or '。' or '…' or '!' or '?' or ';' or ':'] || bare.Length < text.Length || last.Contains('/') || last.Contains("www.", StringComparison.Ordinal);
    }

    /// <summary>Whether a line may be the last of an abstract: a sentence ends, or an address.</summary>
    public static bool EndsLast(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> bare = line.TrimEnd("\"'”’)]}» ");
        ReadOnlySpan<char> last = bare[(bare.LastIndexOf(' ') + 1)..];
        return bare is [.., '.' or '。' or '…' or '!' or '?'] || (bare is not [.., '-'] && HasPath(last));
    }

    public static int CountWords(ReadOnlySpan<char> text)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool space = char.IsWhiteSpace(c);
            words += !space && !inside ? 1 : 0;
            inside = !space;
        }

        return words;
    }

    private static bool HasPath(ReadOnlySpan<char> word) => word.Contains("://", StringComparison.Ordinal) || word.Contains("www.", StringComparison.Ordinal)
        || word.Contains(".com/", StringComparison.Ordinal) || word.Contains(".io/", StringComparison.Ordinal);

    /// <summary>A full stop, a space, a capital: "… trained. We …". An initial or an abbreviation is none, nor is a question: titles ask and answer.</summary>
    private static int CountSentenceEnds(string text)
    {
        int count = 0;
        for (int i = 3; i + 2 < text.Length; i++)
        {
            bool isEnd = text[i] == '.' && text[i + 1] == ' ' && char.IsUpper(text[i + 2])
                && ((char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i - 2]) && !text.AsSpan(0, i).EndsWith(" vs", StringComparison.OrdinalIgnoreCase)) || text[i - 1] is ')' or '%' or '\'' or '"');
            count += isEnd ? 1 : 0;
        }

        return count;
    }

    private static bool SpeaksAsAuthors(string text) =>
        text.StartsWith("We ", StringComparison.Ordinal) || text.StartsWith("In this ", StringComparison.Ordinal) || text.StartsWith("This paper ", StringComparison.Ordinal)
        || text.StartsWith("This work ", StringComparison.Ordinal) || text.Contains(" we ", StringComparison.Ordinal) || text.Contains(" our ", StringComparison.Ordinal)
        || text.Contains(" is ", StringComparison.Ordinal) || text.Contains(" are ", StringComparison.Ordinal);

    /// <summary>Share of the words of four letters and more, the first one aside, that begin with a capital; 0.5 where there are none.</summary>
    public static double CapitalShare(string text)
    {
        int counted = 0;
        int capitals = 0;
        bool first = true;
        foreach (Range range in text.AsSpan().SplitAny(" \t"))
        {
            ReadOnlySpan<char> word = text.AsSpan(range).Trim("\"'“”‘’([{");
            if (!first && word.Length >= 4 && char.IsLetter(word[0]))
            {
                counted++;
                capitals += char.IsUpper(word[0]) ? 1 : 0;
            }

            first = false;
        }

        return counted == 0 ? 0.5 : (double)capitals / counted;
    }
}
