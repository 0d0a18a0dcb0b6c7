namespace PaperGraph.Extraction.Links;

/// <summary>The words of a sentence with their text, as the rules ask about them.</summary>
internal readonly struct WordRun(string text, List<CueWord> words)
{
    public string Text { get; } = text;

    public List<CueWord> Words { get; } = words;

    public int Count => Words.Count;

    public CueWord this[int at] => Words[at];

    public ReadOnlySpan<char> Word(int at) => Words[at].In(Text);

    /// <summary>Whether there is such a word and it is one of the set.</summary>
    public bool Is(int at, WordSet set) => at >= 0 && at < Count && set.Has(Word(at));

    public bool Is(int at, string word) => at >= 0 && at < Count && Words[at].Is(Text, word);

    /// <summary>Whether one of the words from <paramref name="from"/> up to <paramref name="to"/> is of the set; the bounds may lie outside.</summary>
    public bool Any(int from, int to, WordSet set)
    {
        for (int i = Math.Max(0, from); i < Math.Min(to, Count); i++)
        {
            if (set.Has(Word(i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the words from <paramref name="start"/> up to <paramref name="end"/> name.</summary>
    public Cue Things(int start, int end) =>
        start >= end ? Cue.None : LinkThings.Read(Text, Words[start..end], end - start, isAnnounced: true).Said;

    /// <summary>What stands right before <paramref name="end"/>.</summary>
    public Cue ThingsRightBefore(int start, int end) =>
        start >= end ? Cue.None : LinkThings.Read(Text, Words[start..end], end - start, isAnnounced: false).Said;
}
