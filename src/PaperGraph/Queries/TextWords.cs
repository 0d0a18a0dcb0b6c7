using System.Collections.Immutable;
using PaperGraph.Papers;

namespace PaperGraph.Queries;

/// <summary>Whether all words of a question stand in a text, whatever the case and punctuation of either.</summary>
internal sealed class TextWords
{
    private readonly string _key;
    private readonly string _longest;

    public TextWords(string text)
    {
        _key = TitleKey.Of(text);
        Words = [.. _key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];
        _longest = Words.IsEmpty ? "" : Words.MaxBy(word => word.Length)!;
    }

    public ImmutableArray<string> Words { get; }

    /// <summary>Whether the text is these words and nothing else.</summary>
    public bool IsAllOf(string text) => TitleKey.Of(text) == _key;

    /// <summary>False where <see cref="MatchIn"/> is 0 for every text inside these bytes; cheap.</summary>
    /// <param name="bytes">UTF-8, with anything between the texts.</param>
    public bool MayMatchIn(ReadOnlySpan<byte> bytes)
    {
        if (Words.IsEmpty || !System.Text.Ascii.IsValid(_longest) || !System.Text.Ascii.IsValid(bytes))
        {
            return !Words.IsEmpty;
        }

        byte lower = (byte)_longest[0];
        byte upper = (byte)char.ToUpperInvariant(_longest[0]);
        for (int at = bytes.IndexOfAny(lower, upper); at >= 0 && at + _longest.Length <= bytes.Length;)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(bytes.Slice(at, _longest.Length), _longest))
            {
                return true;
            }

            int next = bytes[(at + 1)..].IndexOfAny(lower, upper);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    /// <summary>3: the words in their order, side by side; 2: every word; 1: every word begins one of the text's; 0: not all.</summary>
    public int MatchIn(string text)
    {
        // Most texts fail here, without being normalised; one with other letters than ASCII may be equal only when normalised.
        if (Words.IsEmpty || (!text.Contains(_longest, StringComparison.OrdinalIgnoreCase) && System.Text.Ascii.IsValid(text)))
        {
            return 0;
        }

        string padded = " " + TitleKey.Of(text) + " ";
        if (padded.Contains(" " + _key + " ", StringComparison.Ordinal))
        {
            return 3;
        }

        return Words.All(word => padded.Contains(" " + word + " ", StringComparison.Ordinal)) ? 2
            : Words.All(word => padded.Contains(" " + word, StringComparison.Ordinal)) ? 1 : 0;
    }
}
