using PaperGraph.Papers;

namespace PaperGraph.Queries;

/// <summary>Where the sentences of an abstract begin and end.</summary>
/// <remarks>For showing evidence: an abbreviation or a decimal point does not end a sentence, a full stop, question mark or exclamation mark before
/// white space and a capital, digit or bracket does.</remarks>
internal static class Sentences
{
    private static readonly string[] Abbreviations = ["e.g", "i.e", "et al", "vs", "cf", "resp", "approx", "Fig", "Eq", "Sec", "Dr", "St", "w.r.t", "a.k.a", "etc"];

    /// <summary>Every sentence without the white space around it, in order; all text but white space is in one.</summary>
    public static List<TextSpan> Of(string text)
    {
        var sentences = new List<TextSpan>();
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (EndsSentence(text, start, i))
            {
                Add(start, i + 1);
                start = i + 1;
            }
        }

        Add(start, text.Length);
        return sentences;

        void Add(int from, int to)
        {
            while (from < to && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }

            if (to > from)
            {
                sentences.Add(new TextSpan(from, to));
            }
        }
    }

    /// <summary>The sentence in which the character stands; the empty span where the text has none there.</summary>
    public static TextSpan At(string text, int position) => Of(text).FirstOrDefault(sentence => sentence.Start <= position && position < sentence.End);

    private static bool EndsSentence(string text, int start, int at)
    {
        if (text[at] is not ('.' or '!' or '?') || at + 1 >= text.Length || !char.IsWhiteSpace(text[at + 1]))
        {
            return false;
        }

        int next = at + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (next == text.Length || !(char.IsUpper(text[next]) || char.IsDigit(text[next]) || text[next] is '(' or '[' or '"' or '“' or '$' or '\\'))
        {
            return false;
        }

        ReadOnlySpan<char> before = text.AsSpan(start, at - start);
        foreach (string abbreviation in Abbreviations)
        {
            if (text[at] == '.' && before.EndsWith(abbreviation, StringComparison.OrdinalIgnoreCase)
                && (before.Length == abbreviation.Length || !char.IsLetterOrDigit(before[^(abbreviation.Length + 1)])))
            {
                return false;
            }
        }

        return true;
    }
}
