using PaperGraph.Extraction.Introductions;
using PaperGraph.Papers;

namespace PaperGraph.Extraction.Relations;

/// <summary>Whether a title's phrase is what the paper offers, not what it is for: <c>Tree Search</c> and <c>Oak Pruning</c>, but not <c>Forest Planning</c>, in
/// <c>Tree Search for Forest Planning via Oak Pruning</c>.</summary>
internal static class TitleSubject
{
    /// <param name="phrase">A place in the title. A part of a longer noun phrase is none: its words before would be lost.</param>
    public static bool Is(string title, TextSpan phrase)
    {
        ReadOnlySpan<char> before = title.AsSpan(0, phrase.Start).TrimEnd(), after = title.AsSpan(phrase.End).TrimStart();
        int word = after.IndexOf(' ');
        if (!after.IsEmpty && char.IsLetterOrDigit(after[0]) && Cues.Of(word < 0 ? after : after[..word]) is var kinds && (kinds & (CueKinds.Boundary | CueKinds.ClassNoun)) == 0 && (word < 0 || after[..word] is not ("and" or "of" or "And" or "Of")))
        {
            return false;
        }

        if (before.IsEmpty || !char.IsLetterOrDigit(before[^1]))
        {
            return true;
        }

        int blank = before.LastIndexOf(' ');
        return before[(blank + 1)..] is "via" or "Via" or "with" or "With" or "using" or "Using" or "by" or "By" or "through" or "Through" or "A" or "An" or "The" or "a" or "an" or "the" && !IsServed(before[..Math.Max(blank, 0)]);
    }

    /// <summary>An article behind <c>for</c> or <c>on</c> leads to what is served.</summary>
    private static bool IsServed(ReadOnlySpan<char> before) =>
        before.EndsWith(" for", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" on", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" of", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" in", StringComparison.OrdinalIgnoreCase);
}
