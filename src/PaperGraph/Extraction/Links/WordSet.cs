using System.Collections.Frozen;

namespace PaperGraph.Extraction.Links;

/// <summary>A closed list of words, compared without regard to case.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string> _words;

    /// <param name="words">Divided by blanks.</param>
    public WordSet(string words) => _words = words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public bool Has(ReadOnlySpan<char> word) => _words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
