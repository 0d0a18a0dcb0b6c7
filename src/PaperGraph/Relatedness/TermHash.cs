namespace PaperGraph.Relatedness;

/// <summary>64-bit keys of stems, phrases and concepts. Part of the format of the model and of the index.</summary>
/// <remarks>The lowest two bits tell what it is the key of: 1 to 3 for so many words, 0 for a concept or a repository.</remarks>
internal static class TermHash
{
    public static ulong Word(ReadOnlySpan<char> stem) => WithWords(Finish(Fnv(stem)), 1);

    /// <param name="words">Keys of two or three stems.</param>
    public static ulong Phrase(ReadOnlySpan<ulong> words)
    {
        ulong hash = 0;
        foreach (ulong word in words)
        {
            hash = Finish((hash * 0x9E3779B97F4A7C15) + word + 1);
        }

        return WithWords(hash, words.Length);
    }

    /// <param name="id">A node's key.</param>
    public static ulong Node(ReadOnlySpan<char> id) => WithWords(Finish(Fnv(id) ^ 0x5851F42D4C957F2D), 0);

    /// <summary>A text's characters in 64 bits, never 0; not part of any format.</summary>
    public static ulong Spread(ReadOnlySpan<char> text) => Finish(Fnv(text)) | 1;

    public static int WordsOf(ulong hash) => (int)(hash & 3);

    private static ulong WithWords(ulong hash, int words) => (hash & ~3UL) | (uint)words;

    /// <summary>FNV-1a over UTF-16 code units.</summary>
    private static ulong Fnv(ReadOnlySpan<char> text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }

    /// <summary>Spreads what is known of the low bits over all.</summary>
    private static ulong Finish(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }
}
