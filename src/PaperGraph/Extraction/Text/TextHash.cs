using System.Runtime.CompilerServices;

namespace PaperGraph.Extraction.Text;

/// <summary>64-bit hashes of words and phrases: the keys of every table of the model, so their definition is part of the model's format.</summary>
internal static class TextHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private const ulong Odd = 0x9E3779B97F4A7C15;

    /// <summary>FNV-1a over UTF-16 code units, finished so that all bits count.</summary>
    public static ulong OfWord(ReadOnlySpan<char> word)
    {
        ulong hash = Offset;
        foreach (char character in word)
        {
            hash = (hash ^ character) * Prime;
        }

        return Finish(hash);
    }

    /// <summary>Lengthens a phrase by a word; a phrase starts as 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Append(ulong phrase, ulong word) => Finish((phrase * Odd) + word + 1);

    /// <summary>The key of feature template <paramref name="template"/> with this value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Feature(int template, ulong value) => Finish((value + 1) ^ ((ulong)(template + 1) * Odd));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Finish(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        hash ^= hash >> 32;
        return hash;
    }
}
