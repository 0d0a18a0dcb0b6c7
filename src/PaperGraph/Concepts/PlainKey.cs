namespace PaperGraph.Concepts;

/// <summary>Keys of texts that consist of plain words: letters a to z, a capital at most at a word's start, blanks and hyphens between them.</summary>
/// <remarks>Most names are such, and nearly all of their words were seen before (<see cref="PlainWord"/>): their keys are put together from what the words became then. Where words may join,
/// or be left out, the rules of <see cref="ConceptKey"/> are asked; a test holds the two ways equal.</remarks>
internal static class PlainKey
{
    /// <summary>Of a text and of its key.</summary>
    private const int Longest = 128;

    private const int LongestWord = 40;

    /// <summary>What <see cref="ConceptKey"/>'s rules make of the text when they are applied once.</summary>
    /// <returns>The text itself where nothing changes; null where the rules are to be asked.</returns>
    public static string? Of(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        Span<char> key = stackalloc char[Longest];
        int length = 0;
        PlainWord? last = null, named = null;
        for (int at = 0; Next(text, ref at, out bool isTight, out ReadOnlySpan<char> written);)
        {
            if (written.IsEmpty)
            {
                return null;
            }

            var word = PlainWord.Of(written);
            if (word.DependsOnOthers || (last is not null && Join(last, word, isTight)) || length + word.Text.Length + 1 > Longest)
            {
                return null;
            }

            if (length > 0)
            {
                key[length++] = ' ';
            }

            word.Text.CopyTo(key[length..]);
            length += word.Text.Length;
            last = word;
            named = word.IsClass ? named : word;
        }

        if (last is null || (last.IsClass && named is { IsDataset: true }))
        {
            return null;
        }

        string made = key[..length].SequenceEqual(text) ? text : key[..length].ToString();
        return last.MayEndSynonym ? Synonyms.Of(made) : made;
    }

    /// <summary>The next word; empty where it is not plain.</summary>
    /// <param name="at">Moved behind the word.</param>
    /// <param name="isTight">Whether a hyphen stands before it.</param>
    /// <returns>False at the text's end.</returns>
    private static bool Next(string text, ref int at, out bool isTight, out ReadOnlySpan<char> word)
    {
        isTight = false;
        while (at < text.Length && text[at] is ' ' or '-')
        {
            isTight = text[at] == '-';
            at++;
        }

        int start = at;
        while (at < text.Length && (char.IsAsciiLetterLower(text[at]) || (at == start && char.IsAsciiLetterUpper(text[at]))))
        {
            at++;
        }

        // A capital alone is a name of its own kind.
        bool isPlain = at > start && at - start <= LongestWord && (at == text.Length || text[at] is ' ' or '-') && (at - start > 1 || char.IsAsciiLetterLower(text[start]));
        word = isPlain ? text.AsSpan(start, at - start) : default;
        return start < text.Length;
    }

    private static bool Join(PlainWord left, PlainWord right, bool isTight) =>
        (left.MayJoinNext || (right.MayJoinBefore && isTight))
        && Compounds.AreOne(new KeyWord { Text = left.Text }, new KeyWord { Text = right.Text, IsTight = isTight, IsName = right.Text.Length == 1 });
}
