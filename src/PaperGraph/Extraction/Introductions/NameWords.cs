using System.Runtime.CompilerServices;
using PaperGraph.Concepts;

namespace PaperGraph.Extraction.Introductions;

/// <summary>A word of a text, without the punctuation around it.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last.</param>
/// <param name="Kinds">What it says about introductions.</param>
/// <param name="Mark">The first mark between the word before and it: a comma, a bracket, a full stop; 0 where only blanks are.</param>
internal readonly record struct NameWord(int Start, int End, CueKinds Kinds, char Mark)
{
    public bool Is(CueKinds kinds) => (Kinds & kinds) != 0;
}

/// <summary>Cuts words and tells by their looks which can be names.</summary>
internal static class NameWords
{
    private const int MostKept = 20_000;

    [ThreadStatic]
    private static (string? Text, List<NameWord>? Words) s_last;

    /// <summary>The text's words, until this thread asks for another text's; stages that ask one after the other get the same.</summary>
    public static List<NameWord> Of(string text)
    {
        (string? last, List<NameWord>? words) = s_last;
        if (words is not null && ReferenceEquals(last, text))
        {
            return words;
        }

        words = words is null || words.Count > MostKept ? [] : words;
        Cut(text, words);
        s_last = (text, words);
        return words;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Cut(string text, List<NameWord> words)
    {
        words.Clear();
        int at = 0;
        char mark = '\0';
        while (at < text.Length)
        {
            char character = text[at];
            if (!char.IsLetterOrDigit(character))
            {
                if (mark == '\0' && !char.IsWhiteSpace(character) && character is not ('\'' or '’' or '‘'))
                {
                    mark = character;
                }
                else if (mark != '\0' && character is '(' or '.' && mark is not ('.' or '('))
                {
                    mark = character;
                }

                at++;
                continue;
            }

            int end = at + 1;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || char.IsLetterOrDigit(text[end]) || (Joins(text[end]) && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]) && !EndsSentence(text, at, end)) || EndsName(text, end)))
            {
                end++;
            }

            words.Add(new NameWord(at, end, Cues.Of(text.AsSpan(at, end - at)), mark));
            mark = '\0';
            at = end;
        }
    }

    private static bool Joins(char character) => character is '-' or '\'' or '’' or '‐' or '‑' or '_' or '/' or '&' or '@' or '–' or '+' or '^' or '$' or '.';

    /// <summary>A full stop whose blank was lost: <c>process.We</c>; not that of <c>Dr.ECI</c>.</summary>
    private static bool EndsSentence(string text, int start, int at) =>
        text[at] == '.' && char.IsUpper(text[at + 1]) && at - start >= 3 && char.IsLower(text[at - 1]) && char.IsLower(text[at - 2]) && char.IsLower(text[at - 3]);

    /// <summary>The stars and plus signs that some names end with: <c>MAE+</c>, <c>C++</c>.</summary>
    private static bool EndsName(string text, int at) => text[at] is '+' && char.IsLetterOrDigit(text[at - 1]) | text[at - 1] == '+';

    /// <summary>An inner capital, a digit or capitals alone: <c>FastKV</c>, <c>T5</c>, <c>RASP</c>; not <c>GAN-based</c>, <c>Bayesian</c>, <c>3-step</c>.</summary>
    public static bool IsMarked(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || !char.IsLetter(word[0]) && !(word.Length > 2 && char.IsDigit(word[0]) && char.IsUpper(word[1])))
        {
            return false;
        }

        bool inner = false, letterBefore = false;
        int upper = 0;
        for (int i = 0; i < word.Length; i++)
        {
            inner |= i > 0 && ((char.IsUpper(word[i]) && letterBefore) || (char.IsDigit(word[i]) && char.IsUpper(word[0])));
            upper += char.IsUpper(word[i]) ? 1 : 0;
            letterBefore = char.IsLetter(word[i]);
        }

        int hyphen = word.LastIndexOfAny("-‐‑–");
        bool modifier = hyphen > 0 && hyphen + 1 < word.Length && char.IsLower(word[hyphen + 1]) && word.Length - hyphen > 3;
        return !modifier && (inner || (upper >= 2 && (hyphen == 1 || hyphen == word.Length - 2)));
    }

    /// <summary>Marked, with small letters too: such a name was made up (<c>FastKV</c>), where capitals alone may be anybody's short form.</summary>
    public static bool IsMadeUp(ReadOnlySpan<char> word)
    {
        int lower = 0, upper = 0;
        foreach (char character in word)
        {
            lower += char.IsLower(character) ? 1 : 0;
            upper += char.IsUpper(character) ? 1 : 0;
        }

        return lower >= 2 && upper >= 2 && IsMarked(word) && !(lower == 1 && word[^1] == 's');
    }

    /// <summary>Capitals on both sides of a hyphen, as in <c>Omega-Stat</c>: a name where one is due, else often a person's or a place's.</summary>
    public static bool IsCompound(ReadOnlySpan<char> word)
    {
        int hyphen = word.IndexOf('-');
        return hyphen > 0 && hyphen + 1 < word.Length && char.IsUpper(word[0]) && char.IsUpper(word[hyphen + 1]);
    }

    /// <summary>Begins with a capital and goes on in small letters or is marked.</summary>
    public static bool IsCapitalized(ReadOnlySpan<char> word) => word.Length > 0 && (char.IsUpper(word[0]) || IsMarked(word));

    /// <summary>A short form that everybody knows is no paper's own name.</summary>
    public static bool IsWellKnown(ReadOnlySpan<char> word)
    {
        string key = ConceptKey.Of(word.ToString());
        return KnownShortForms.Shipped.Expand(key) != key || KnownNames.Contains(key);
    }

    /// <summary>Likewise, unless the paper gives it a meaning of its own: <c>token-selective propagation (TSP)</c> is no travelling salesman.</summary>
    public static bool IsWellKnown(Acronym acronym)
    {
        string key = ConceptKey.Of(acronym.Short);
        string meant = ConceptKey.Of(acronym.Long);
        return KnownNames.Contains(key) || KnownShortForms.Shipped.LongKeyOf(key) is { } known
            && (Slip.OrVariant(meant, known) || meant.StartsWith(known, StringComparison.Ordinal) || known.StartsWith(meant, StringComparison.Ordinal));
    }
}
