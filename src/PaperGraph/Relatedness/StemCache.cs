namespace PaperGraph.Relatedness;

/// <summary>Stems of words that were seen lately: most words of a text are.</summary>
/// <remarks>One a thread; a place holds one word, known by 64 bits of its characters, and a newer word takes it over.</remarks>
internal sealed class StemCache
{
    private const int Places = 1 << 14;

    [ThreadStatic]
    private static StemCache? ofThread;

    private readonly ulong[] _words = new ulong[Places];
    private readonly ulong[] _stems = new ulong[Places];

    public static StemCache OfThread => ofThread ??= new StemCache();

    /// <param name="word">As written.</param>
    /// <returns>The key of its stem; 0 for what is no content word.</returns>
    public ulong StemOf(ReadOnlySpan<char> word)
    {
        ulong key = TermHash.Spread(word);
        int place = (int)(key >> 50);
        if (_words[place] != key)
        {
            _stems[place] = Read(word);
            _words[place] = key;
        }

        return _stems[place];
    }

    private static ulong Read(ReadOnlySpan<char> written)
    {
        Span<char> word = stackalloc char[TermReader.LongestWord];
        int length = written.ToLowerInvariant(word);
        return StopWords.Contains(word[..length]) ? 0 : TermHash.Word(word[..PorterStemmer.Stem(word[..length])]);
    }
}
