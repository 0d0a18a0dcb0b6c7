using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PaperGraph.Relatedness;

/// <summary>In how many papers of a large collection each term stands: what makes a term rare or common, whatever the user's own collection holds.</summary>
/// <remarks>File, little-endian: <c>PGTC</c>, format 1, papers counted, lowest count kept, number of terms; their hashes, ascending (8 bytes each); their
/// counts (4 bytes each). Terms below the lowest count are not in it.</remarks>
public sealed class TermCounts
{
    private const uint Magic = 0x43544750;
    private const int Format = 1;
    private const int HeaderLength = 20;
    private readonly ulong[] _hashes;
    private readonly int[] _counts;

    private TermCounts(int papers, int lowest, ulong[] hashes, int[] counts) => (Papers, Lowest, _hashes, _counts) = (papers, lowest, hashes, counts);

    /// <summary>The counts that are shipped.</summary>
    public static TermCounts Shipped => ShippedCounts.Value;

    /// <summary>Papers counted.</summary>
    public int Papers { get; }

    /// <summary>A term that is not known stands in fewer papers than this.</summary>
    public int Lowest { get; }

    public int Terms => _hashes.Length;

    /// <summary>Natural logarithm of how many papers there are for one with the term; at least 0. A term that is not known counts as half the lowest count.</summary>
    internal float Idf(ulong hash)
    {
        int found = Array.BinarySearch(_hashes, hash);
        double count = found >= 0 ? _counts[found] : Math.Max(0.5, Lowest / 2.0);
        return (float)Math.Log(Math.Max(1, (Papers + 1) / (count + 0.5)));
    }

    internal bool Knows(ulong hash) => Array.BinarySearch(_hashes, hash) >= 0;

    /// <param name="countsByHash">Counts below <paramref name="lowest"/> are left out.</param>
    internal static TermCounts Of(int papers, int lowest, IEnumerable<KeyValuePair<ulong, int>> countsByHash)
    {
        KeyValuePair<ulong, int>[] kept = [.. countsByHash.Where(pair => pair.Value >= lowest).OrderBy(pair => pair.Key)];
        return new TermCounts(papers, lowest, [.. kept.Select(pair => pair.Key)], [.. kept.Select(pair => pair.Value)]);
    }

    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], Format);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Papers);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], Lowest);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], Terms);
        stream.Write(header);
        stream.Write(MemoryMarshal.AsBytes<ulong>(_hashes.AsSpan()));
        stream.Write(MemoryMarshal.AsBytes<int>(_counts.AsSpan()));
    }

    /// <exception cref="InvalidDataException">Not such a file, of another format, or cut off.</exception>
    public static TermCounts Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> header = stackalloc byte[HeaderLength];
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(header) != Magic)
        {
            throw new InvalidDataException("Not a file of term counts.");
        }

        int terms = BinaryPrimitives.ReadInt32LittleEndian(header[16..]);
        if (BinaryPrimitives.ReadInt32LittleEndian(header[4..]) != Format || terms is < 0 or > 10_000_000)
        {
            throw new InvalidDataException("A file of term counts in a format that this version does not read.");
        }

        var hashes = new ulong[terms];
        var counts = new int[terms];
        try
        {
            stream.ReadExactly(MemoryMarshal.AsBytes<ulong>(hashes.AsSpan()));
            stream.ReadExactly(MemoryMarshal.AsBytes<int>(counts.AsSpan()));
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException("A file of term counts is cut off.", exception);
        }

        return new TermCounts(BinaryPrimitives.ReadInt32LittleEndian(header[8..]), BinaryPrimitives.ReadInt32LittleEndian(header[12..]), hashes, counts);
    }

    private static class ShippedCounts
    {
        public static readonly TermCounts Value = LoadResource();

        private static TermCounts LoadResource()
        {
            using Stream stream = typeof(TermCounts).Assembly.GetManifestResourceStream("models/relatedness.model")
                ?? throw new InvalidOperationException("The relatedness model is missing from the build.");
            return Load(stream);
        }
    }
}
