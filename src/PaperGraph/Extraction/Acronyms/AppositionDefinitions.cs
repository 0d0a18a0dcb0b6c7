using System.Text;

namespace PaperGraph.Extraction.Acronyms;

/// <summary>Definitions without brackets: <c>X, short for long form</c>, <c>long form, or X</c>, <c>X, a long form,</c>, <c>X: Long Form</c>.</summary>
internal static class AppositionDefinitions
{
    private static readonly string[] s_longFollows =
    [
        ", short for ", " for ", " or ", ", which stands for ", " which stands for ", " stands for ", ", standing for ", " (short for ", ", abbreviation of ", ", an abbreviation of ", ", an abbreviation for ", ", i.e., ", ", an acronym for ", ", abbreviated from ", ": ", ", namely ", ", or ",
        ", a ", ", an ", ", the ", ", ", " - ", " – ", " — ", " short for ",
    ];

    private static readonly string[] s_shortFollows =
    [
        ", or ", " or ", ", called ", " called ", ", dubbed ", " dubbed ", ", termed ", " termed ", ", named ", " named ", ", abbreviated as ", ", abbreviated ", " abbreviated as ", ", denoted as ", ", denoted by ", " denoted as ", ", i.e., ", ", aka ", ", a.k.a. ",
        ", referred to as ", ", which we call ", ", which we term ", ", which we refer to as ", ", namely ", " as ", ", ", " — ", " – ", " - ", ": ",
    ];

    public static void Find(string text, List<Acronym> found)
    {
        if (Ascii.IsValid(text))
        {
            FindFromCapitals(text, found);
            return;
        }

        int at = 0;
        while (at < text.Length)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            int end = WordParts.EndOfWord(text, at, text.Length);
            if (end - at is >= 2 and <= ShortForm.Longest && ShortForm.IsMarked(text.AsSpan(at, end - at)))
            {
                Read(text, at, end, found);
            }

            at = end;
        }
    }

    /// <summary>The same for a text of plain letters: only words with a capital are looked at.</summary>
    private static void FindFromCapitals(string text, List<Acronym> found)
    {
        int at = 0;
        while (text.AsSpan(at).IndexOfAnyInRange('A', 'Z') is >= 0 and int next)
        {
            int start = WordParts.StartOfWord(text, at + next, at);
            int end = WordParts.EndOfWord(text, start, text.Length);
            if (end - start is >= 2 and <= ShortForm.Longest && ShortForm.IsMarked(text.AsSpan(start, end - start)))
            {
                Read(text, start, end, found);
            }

            at = end;
        }
    }

    private static void Read(string text, int start, int end, List<Acronym> found)
    {
        ReadOnlySpan<char> shortForm = text.AsSpan(start, end - start);
        ReadOnlySpan<char> singular = ShortForm.Singular(shortForm);
        if (Upper(singular) < 2 || !ShortForm.CanBe(shortForm) || FoundAcronyms.Has(found, singular))
        {
            return;
        }

        ReadOnlySpan<char> after = text.AsSpan(end);
        foreach (string cue in s_longFollows)
        {
            if (after.StartsWith(cue, StringComparison.Ordinal) && ReadAfter(text, end + cue.Length, shortForm, IsPlain(cue), found))
            {
                return;
            }
        }

        ReadOnlySpan<char> before = text.AsSpan(0, start);
        foreach (string cue in s_shortFollows)
        {
            if (before.EndsWith(cue, StringComparison.Ordinal) && ReadBefore(text, start - cue.Length, shortForm, IsPlain(cue) && !after.StartsWith(" for short", StringComparison.Ordinal), found))
            {
                return;
            }
        }
    }

    private static bool IsPlain(string cue) => cue is ", " or ": " or " or " or " for " or ", a " or ", an " or ", the " or " - " or " – " or " as " or ", or ";

    private static bool ReadAfter(string text, int from, ReadOnlySpan<char> shortForm, bool plain, List<Acronym> found)
    {
        Span<WordPart> parts = stackalloc WordPart[WordParts.Most];
        ReadOnlySpan<char> singular = ShortForm.Singular(shortForm);
        int count = WordParts.Forwards(text, from, Math.Min(text.Length, from + 200), parts);
        int first = 0;
        while (!plain && first < count && parts[first].IsFunction && parts[first].WordEnd == parts[first].End)
        {
            first++;
        }

        if (count - first < 1 || LongFormMatch.Best(text, parts[first..count], singular, first: 0, freeTail: true) is not { } fit || !IsStrict(fit, plain))
        {
            return false;
        }

        int end = LongEnd.After(text, parts[first..count], fit.Last);
        if (end - parts[first].Start <= shortForm.Length)
        {
            return false;
        }

        FoundAcronyms.Add(found, shortForm, text.AsSpan(parts[first].Start, end - parts[first].Start));
        return true;
    }

    private static bool ReadBefore(string text, int to, ReadOnlySpan<char> shortForm, bool plain, List<Acronym> found)
    {
        Span<WordPart> parts = stackalloc WordPart[WordParts.Most];
        ReadOnlySpan<char> singular = ShortForm.Singular(shortForm);
        int start = WordParts.BackFrom(text, to, (2 * singular.Length) + 2);
        int count = WordParts.Forwards(text, start, to, parts);
        if (count == 0 || LongFormMatch.Best(text, parts[..count], singular) is not { } fit || !IsStrict(fit, plain) || parts[count - 1].WordEnd - parts[fit.First].Start <= shortForm.Length)
        {
            return false;
        }

        FoundAcronyms.Add(found, shortForm, text.AsSpan(parts[fit.First].Start, parts[count - 1].WordEnd - parts[fit.First].Start));
        return true;
    }

    /// <summary>Where only a comma or an "or" stands between, three initials and more have to fit, without a word passed over.</summary>
    private static bool IsStrict(LongFormMatch.Fit fit, bool plain) => plain ? fit.Letters >= 3 && fit.Cost <= 0.35f : fit.IsGood(fit.Letters < 3 ? -0.6f : -0.4f);

    private static int Upper(ReadOnlySpan<char> text)
    {
        int upper = 0;
        foreach (char character in text)
        {
            upper += char.IsUpper(character) ? 1 : 0;
        }

        return upper;
    }
}
