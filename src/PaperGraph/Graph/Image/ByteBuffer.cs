using System.Text;

namespace PaperGraph.Graph.Image;

/// <summary>Bytes that only grow, in blocks, so that growing copies nothing but the beginning of the first block: what stays small takes little room.</summary>
internal sealed class ByteBuffer
{
    private const int BlockBits = 18;
    private const int BlockLength = 1 << BlockBits;
    private const int LeastLength = 1 << 12;

    /// <summary>In UTF-8, of one UTF-16 code unit.</summary>
    private const int MostBytes = 3;

    /// <summary>The length of such a text is one byte.</summary>
    private const int ShortText = 0x7F / MostBytes;

    private readonly List<byte[]> _blocks = [];

    public long Length { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int at = (int)(Length & (BlockLength - 1));
            int count = Math.Min(bytes.Length, BlockLength - at);
            bytes[..count].CopyTo(BlockWithRoom((int)(Length >> BlockBits), at + count).AsSpan(at));
            bytes = bytes[count..];
            Length += count;
        }
    }

    public void WriteByte(byte value)
    {
        int at = (int)(Length & (BlockLength - 1));
        BlockWithRoom((int)(Length >> BlockBits), at + 1)[at] = value;
        Length++;
    }

    /// <summary>As many bytes as it takes, seven bits each, lowest first.</summary>
    public void WriteVarint(ulong value)
    {
        Span<byte> bytes = stackalloc byte[10];
        int count = 0;
        for (; value >= 0x80; value >>= 7)
        {
            bytes[count++] = (byte)(value | 0x80);
        }

        bytes[count++] = (byte)value;
        Write(bytes[..count]);
    }

    /// <summary>Its length in UTF-8, then the UTF-8. Half of a surrogate pair becomes U+FFFD.</summary>
    public void WriteText(string text)
    {
        if (text.Length <= ShortText && TryWriteShort(text))
        {
            return;
        }

        int length = Encoding.UTF8.GetByteCount(text);
        byte[]? rented = length > 512 ? System.Buffers.ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> bytes = rented ?? stackalloc byte[512];
        Encoding.UTF8.GetBytes(text, bytes);
        WriteVarint((ulong)length);
        Write(bytes[..length]);
        if (rented is not null)
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Forgets what was written, and keeps its blocks.</summary>
    public void Clear() => Length = 0;

    /// <summary>Writes all of another buffer.</summary>
    /// <returns>Where it begins here.</returns>
    public long Append(ByteBuffer other)
    {
        long start = Length;
        for (int block = 0; (long)block << BlockBits < other.Length; block++)
        {
            Write(other._blocks[block].AsSpan(0, (int)Math.Min(BlockLength, other.Length - ((long)block << BlockBits))));
        }

        return start;
    }

    /// <summary>Straight into the block, where it has room for the longest that the text can become: its length then is one byte.</summary>
    private bool TryWriteShort(string text)
    {
        int at = (int)(Length & (BlockLength - 1));
        if (at + 1 + (text.Length * MostBytes) > BlockLength)
        {
            return false;
        }

        byte[] block = BlockWithRoom((int)(Length >> BlockBits), at + 1 + (text.Length * MostBytes));
        int written = Encoding.UTF8.GetBytes(text, block.AsSpan(at + 1));
        block[at] = (byte)written;
        Length += 1 + written;
        return true;
    }

    private byte[] BlockWithRoom(int block, int length)
    {
        if (block == _blocks.Count)
        {
            _blocks.Add(new byte[block > 0 ? BlockLength : LengthFor(length)]);
        }
        else if (_blocks[block].Length < length)
        {
            byte[] longer = new byte[LengthFor(length)];
            _blocks[block].CopyTo(longer, 0);
            _blocks[block] = longer;
        }

        return _blocks[block];
    }

    private static int LengthFor(int length) => Math.Max(LeastLength, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)length));

    /// <param name="target">Receives as many bytes as it has room for.</param>
    public void CopyTo(long start, Span<byte> target)
    {
        while (!target.IsEmpty)
        {
            int at = (int)(start & (BlockLength - 1));
            int count = Math.Min(target.Length, BlockLength - at);
            _blocks[(int)(start >> BlockBits)].AsSpan(at, count).CopyTo(target);
            start += count;
            target = target[count..];
        }
    }

    public void CopyTo(long start, int length, Stream stream)
    {
        while (length > 0)
        {
            int at = (int)(start & (BlockLength - 1));
            int count = Math.Min(length, BlockLength - at);
            stream.Write(_blocks[(int)(start >> BlockBits)], at, count);
            (start, length) = (start + count, length - count);
        }
    }
}
