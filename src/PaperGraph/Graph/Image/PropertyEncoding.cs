using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace PaperGraph.Graph.Image;

/// <summary>Properties as bytes: for each its key, then its value as the key's type has it (<see cref="GraphSchema.TypeOf"/>).</summary>
/// <remarks>Text: its length as a varint, then UTF-8. Integers: zigzag varints. A number: eight bytes. A truth value: one. Lists: their count first.</remarks>
internal static class PropertyEncoding
{
    /// <exception cref="ArgumentException">A value is not of its key's type.</exception>
    public static void Write(ByteBuffer buffer, PropertySet properties)
    {
        for (int i = 0; i < properties.Count; i++)
        {
            (PropertyKey key, PropertyValue value) = properties[i];
            if (value.Type != GraphSchema.TypeOf(key))
            {
                throw new ArgumentException($"{key} is of type {GraphSchema.TypeOf(key)}, not {value.Type}.", nameof(properties));
            }

            buffer.WriteByte((byte)key);
            Write(buffer, value);
        }
    }

    public static PropertySet Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return PropertySet.Empty;
        }

        var properties = new List<KeyValuePair<PropertyKey, PropertyValue>>(8);
        var reader = new ByteReader(bytes);
        while (!reader.IsAtEnd)
        {
            PropertyKey key = ReadKey(ref reader);
            properties.Add(new(key, ReadValue(ref reader, GraphSchema.TypeOf(key))));
        }

        return PropertySet.Of(properties);
    }

    /// <summary>One property, without decoding the others.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, PropertyKey wanted, out PropertyValue value)
    {
        var reader = new ByteReader(bytes);
        while (!reader.IsAtEnd)
        {
            PropertyKey key = ReadKey(ref reader);
            if (key == wanted)
            {
                value = ReadValue(ref reader, GraphSchema.TypeOf(key));
                return true;
            }

            if (key > wanted)
            {
                break;
            }

            Skip(ref reader, GraphSchema.TypeOf(key));
        }

        value = default;
        return false;
    }

    private static void Write(ByteBuffer buffer, PropertyValue value)
    {
        switch (value.Type)
        {
            case PropertyType.Text:
                buffer.WriteText(value.AsText);
                break;
            case PropertyType.Integer:
                buffer.WriteVarint(ZigZag(value.AsInteger));
                break;
            case PropertyType.Number:
                Span<byte> number = stackalloc byte[8];
                BinaryPrimitives.WriteDoubleLittleEndian(number, value.AsNumber);
                buffer.Write(number);
                break;
            case PropertyType.Boolean:
                buffer.WriteByte(value.AsBoolean ? (byte)1 : (byte)0);
                break;
            case PropertyType.TextList:
                buffer.WriteVarint((ulong)value.AsTextList.Length);
                foreach (string text in value.AsTextList)
                {
                    buffer.WriteText(text);
                }

                break;
            default:
                buffer.WriteVarint((ulong)value.AsIntegerList.Length);
                foreach (int integer in value.AsIntegerList)
                {
                    buffer.WriteVarint(ZigZag(integer));
                }

                break;
        }
    }

    internal static PropertyKey ReadKey(ref ByteReader reader)
    {
        byte key = reader.Byte();
        return key < GraphSchema.Properties.Length ? (PropertyKey)key : throw new GraphImageException($"no property has the number {key}");
    }

    private static PropertyValue ReadValue(ref ByteReader reader, PropertyType type)
    {
        switch (type)
        {
            case PropertyType.Text:
                return PropertyValue.FromText(Encoding.UTF8.GetString(reader.Bytes()));
            case PropertyType.Integer:
                return PropertyValue.FromInteger(UnZigZag(reader.Varint()));
            case PropertyType.Number:
                return PropertyValue.FromNumber(BinaryPrimitives.ReadDoubleLittleEndian(reader.Bytes(8)));
            case PropertyType.Boolean:
                return PropertyValue.FromBoolean(reader.Byte() != 0);
            case PropertyType.TextList:
                ImmutableArray<string>.Builder texts = ImmutableArray.CreateBuilder<string>(reader.Count());
                for (int i = texts.Capacity; i > 0; i--)
                {
                    texts.Add(Encoding.UTF8.GetString(reader.Bytes()));
                }

                return PropertyValue.FromTextList(texts.DrainToImmutable());
            default:
                ImmutableArray<int>.Builder integers = ImmutableArray.CreateBuilder<int>(reader.Count());
                for (int i = integers.Capacity; i > 0; i--)
                {
                    integers.Add((int)UnZigZag(reader.Varint()));
                }

                return PropertyValue.FromIntegerList(integers.DrainToImmutable());
        }
    }

    internal static void Skip(ref ByteReader reader, PropertyType type)
    {
        switch (type)
        {
            case PropertyType.Text:
                reader.Bytes();
                break;
            case PropertyType.Integer:
                reader.Varint();
                break;
            case PropertyType.Number:
                reader.Bytes(8);
                break;
            case PropertyType.Boolean:
                reader.Byte();
                break;
            case PropertyType.TextList:
                for (int i = reader.Count(); i > 0; i--)
                {
                    reader.Bytes();
                }

                break;
            default:
                for (int i = reader.Count(); i > 0; i--)
                {
                    reader.Varint();
                }

                break;
        }
    }

    private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    internal static long UnZigZag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);
}
