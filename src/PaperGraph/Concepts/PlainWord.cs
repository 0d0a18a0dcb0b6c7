namespace PaperGraph.Concepts;

/// <summary>A word of letters a to z, and what the rules of <see cref="ConceptKey"/> make of it where it stands in small letters, or has a capital at its start.</summary>
internal sealed class PlainWord
{
    /// <summary>A bound: what a word becomes depends on nothing else, so that a word that was pushed out is only made again.</summary>
    private const int Remembered = 1 << 14;

    /// <summary>Shared by all threads: each place holds a whole word or none, whoever writes last.</summary>
    private static readonly PlainWord?[] s_known = new PlainWord?[Remembered];

    private readonly string _written;

    private PlainWord(string written)
    {
        _written = written;
        Text = AmericanSpelling.Of(PluralRules.Singular(written));
        DependsOnOthers = written is "the" or "a" or "an" or "bases";
        MayJoinNext = Compounds.MayBegin(Text);
        MayJoinBefore = Text is Compounds.Suffix;
        IsClass = ClassWords.IsClass(Text);
        IsDataset = ClassWords.IsDataset(Text);
        MayEndSynonym = Synonyms.MayEndIn(Text);
    }

    /// <summary>Singular and American, in small letters.</summary>
    public string Text { get; }

    /// <summary>An article is left out at a text's beginning, and the singular of <c>bases</c> is told by the word before.</summary>
    public bool DependsOnOthers { get; }

    /// <summary>Whether there are words behind it with which it makes one.</summary>
    public bool MayJoinNext { get; }

    /// <summary>Whether it may make one with any word before it.</summary>
    public bool MayJoinBefore { get; }

    /// <summary>Whether it is left out after some names.</summary>
    public bool IsClass { get; }

    public bool IsDataset { get; }

    /// <summary>Whether a key that ends in it may have a synonym.</summary>
    public bool MayEndSynonym { get; }

    /// <param name="word">Letters a to z; the first may be a capital.</param>
    public static PlainWord Of(ReadOnlySpan<char> word)
    {
        char first = (char)(word[0] | 0x20);
        uint hash = (2166136261 ^ first) * 16777619;
        foreach (char c in word[1..])
        {
            hash = (hash ^ c) * 16777619;
        }

        ref PlainWord? place = ref s_known[(int)((hash ^ (hash >> 15)) % Remembered)];
        PlainWord? known = place;
        return known is not null && known.IsWritten(first, word) ? known : place = new PlainWord(string.Concat([first], word[1..]));
    }

    private bool IsWritten(char first, ReadOnlySpan<char> word) =>
        _written.Length == word.Length && _written[0] == first && _written.AsSpan(1).SequenceEqual(word[1..]);
}
