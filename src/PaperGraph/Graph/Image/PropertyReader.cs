using System.Buffers.Binary;

namespace PaperGraph.Graph.Image;

/// <summary>Walks over properties as <see cref="PropertyEncoding"/> wrote them, making nothing of them: for whoever writes them on in another form.</summary>
/// <remarks>After each <see cref="Read"/>, the value is to be taken as its <see cref="Type"/> says: one of it, or <see cref="Count"/> and so many texts or integers.</remarks>
internal ref struct PropertyReader(ReadOnlySpan<byte> bytes)
{
    private ByteReader _reader = new(bytes);

    public PropertyKey Key { get; private set; }

    public PropertyType Type { get; private set; }

    /// <summary>False at the end.</summary>
    public bool Read()
    {
        if (_reader.IsAtEnd)
        {
            return false;
        }

        Key = PropertyEncoding.ReadKey(ref _reader);
        Type = GraphSchema.TypeOf(Key);
        return true;
    }

    /// <summary>UTF-8.</summary>
    public ReadOnlySpan<byte> Text() => _reader.Bytes();

    public long Integer() => PropertyEncoding.UnZigZag(_reader.Varint());

    public double Number() => BinaryPrimitives.ReadDoubleLittleEndian(_reader.Bytes(8));

    public bool Boolean() => _reader.Byte() != 0;

    /// <summary>Of the list that follows.</summary>
    public int Count() => _reader.Count();

    public void Skip() => PropertyEncoding.Skip(ref _reader, Type);
}
