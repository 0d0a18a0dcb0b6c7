using System.Numerics;

namespace PaperGraph.Relatedness;

/// <summary>Ascending hashes, and where each one's first bits begin: hashes are spread evenly, so that a look-up passes one or two of them.</summary>
internal sealed class TermTable
{
    private const int MostBits = 20;

    private readonly ReadOnlyMemory<ulong> _hashes;
    private readonly int[] _first; // by first bits, and one past the end
    private readonly int _shift;

    /// <param name="hashes">Ascending, each once; kept.</param>
    public TermTable(ReadOnlyMemory<ulong> hashes)
    {
        int bits = Math.Clamp(BitOperations.Log2((uint)hashes.Length | 2), 1, MostBits);
        (_hashes, _shift) = (hashes, 64 - bits);
        _first = new int[(1 << bits) + 1];
        int bucket = 0;
        ReadOnlySpan<ulong> all = hashes.Span;
        for (int i = 0; i < all.Length; i++)
        {
            for (int own = (int)(all[i] >> _shift); bucket < own;)
            {
                _first[++bucket] = i;
            }
        }

        while (bucket < 1 << bits)
        {
            _first[++bucket] = all.Length;
        }
    }

    /// <returns>The hash's place; -1 where it is not there.</returns>
    public int Find(ulong hash)
    {
        int bucket = (int)(hash >> _shift);
        ReadOnlySpan<ulong> hashes = _hashes.Span[_first[bucket].._first[bucket + 1]];
        for (int i = 0; i < hashes.Length; i++)
        {
            if (hashes[i] >= hash)
            {
                return hashes[i] == hash ? _first[bucket] + i : -1;
            }
        }

        return -1;
    }
}
