namespace PaperGraph.Graph.Image;

/// <summary>Reads what <see cref="ByteBuffer"/> wrote.</summary>
/// <remarks>Never reads past the end: bytes that are cut or damaged are a <see cref="GraphImageException"/>.</remarks>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public byte Byte()
    {
        byte value = !_rest.IsEmpty ? _rest[0] : throw Cut();
        _rest = _rest[1..];
        return value;
    }

    public ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte part = Byte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new GraphImageException("a number has more than ten bytes");
    }

    /// <summary>A count of things that take a byte at least each.</summary>
    public int Count()
    {
        ulong count = Varint();
        return count <= (ulong)_rest.Length ? (int)count : throw Cut();
    }

    /// <summary>A length, then so many bytes.</summary>
    public ReadOnlySpan<byte> Bytes() => Bytes(Count());

    public ReadOnlySpan<byte> Bytes(int count)
    {
        ReadOnlySpan<byte> taken = count <= _rest.Length ? _rest[..count] : throw Cut();
        _rest = _rest[count..];
        return taken;
    }

    private static GraphImageException Cut() => new("a property is cut");
}
