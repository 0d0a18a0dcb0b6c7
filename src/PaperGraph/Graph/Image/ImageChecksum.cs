using System.Numerics;
using System.Runtime.InteropServices;

namespace PaperGraph.Graph.Image;

/// <summary>Four CRC-32C over every fourth word of eight bytes, folded into one number: the processor computes four at a time.</summary>
internal sealed class ImageChecksum
{
    /// <summary>Every stretch but the last has a length that this divides by.</summary>
    public const int Stretch = 1 << 20;

    private uint _a;
    private uint _b;
    private uint _c;
    private uint _d;

    public ulong Value => (((ulong)_a << 32) | _b) ^ ((((ulong)_c << 32) | _d) * 0x9E37_79B9_7F4A_7C15);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        int i = 0;
        for (; i + 4 <= words.Length; i += 4)
        {
            _a = BitOperations.Crc32C(_a, words[i]);
            _b = BitOperations.Crc32C(_b, words[i + 1]);
            _c = BitOperations.Crc32C(_c, words[i + 2]);
            _d = BitOperations.Crc32C(_d, words[i + 3]);
        }

        for (; i < words.Length; i++)
        {
            _a = BitOperations.Crc32C(_a, words[i]);
        }

        foreach (byte rest in bytes[(words.Length * 8)..])
        {
            _b = BitOperations.Crc32C(_b, rest);
        }
    }
}
