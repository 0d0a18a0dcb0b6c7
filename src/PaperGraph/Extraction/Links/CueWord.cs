namespace PaperGraph.Extraction.Links;

/// <summary>One word of a sentence, as the rules see it.</summary>
/// <param name="Start">First character, counted from the start of the abstract.</param>
/// <param name="Length">Characters; hyphens and apostrophes inside belong to the word.</param>
/// <param name="Stop">Sign behind the word, such as <c>,</c> <c>:</c> <c>(</c>; <c>\0</c> for a blank.</param>
internal readonly record struct CueWord(int Start, int Length, Cue Cue, char Stop)
{
    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);

    public bool Is(ReadOnlySpan<char> text, string word) => In(text).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool Has(Cue cue) => (Cue & cue) != 0;
}

/// <summary>Cuts a stretch of text into <see cref="CueWord"/>s.</summary>
internal static class CueWords
{
    /// <param name="words">Filled from its start.</param>
    /// <returns>How many words there are; the last ones where there are more than fit.</returns>
    public static int Read(ReadOnlySpan<char> text, int start, int end, List<CueWord> words)
    {
        words.Clear();
        int at = start;
        while (at < end)
        {
            if (!IsWord(text[at]))
            {
                at++;
                continue;
            }

            int first = at;
            while (at < end && (IsWord(text[at]) || (text[at] is '-' or '\'' or '’' or '‐' && at + 1 < end && IsWord(text[at + 1]))))
            {
                at++;
            }

            // A footnote mark that lost its blank: "11Code", "code11".
            while (at - first > 3 && char.IsAsciiDigit(text[first]) && (char.IsAsciiDigit(text[first + 1]) || char.IsAsciiLetterUpper(text[first + 1])))
            {
                first++;
            }

            int last = at;
            while (last > first + 2 && char.IsAsciiDigit(text[last - 1]) && last > at - 2)
            {
                last--;
            }

            last = char.IsAsciiLetter(text[last - 1]) ? last : at;
            int next = at;
            while (next < end && char.IsWhiteSpace(text[next]))
            {
                next++;
            }

            char stop = next < end && !IsWord(text[next]) ? text[next] : '\0';
            words.Add(new CueWord(first, last - first, ReleaseWords.Of(text[first..last]), stop));
        }

        return words.Count;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
