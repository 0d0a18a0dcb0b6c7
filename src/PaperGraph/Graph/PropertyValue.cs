using System.Collections.Immutable;
using System.Globalization;

namespace PaperGraph.Graph;

/// <summary>Types of a property's value; each is one of Cypher's.</summary>
public enum PropertyType : byte
{
    Text,
    Integer,
    Number,
    Boolean,
    TextList,
    IntegerList,
}

/// <summary>A property's value: text, integer, number, truth value, or a list of texts or integers. Equal when type and content are.</summary>
/// <remarks>The default is the empty text.</remarks>
public readonly struct PropertyValue : IEquatable<PropertyValue>
{
    private readonly object? _reference;
    private readonly long _bits;

    private PropertyValue(PropertyType type, object? reference, long bits) => (Type, _reference, _bits) = (type, reference, bits);

    public PropertyType Type { get; }

    public string AsText => Type == PropertyType.Text ? (string?)_reference ?? "" : throw Wrong(PropertyType.Text);

    public long AsInteger => Type == PropertyType.Integer ? _bits : throw Wrong(PropertyType.Integer);

    /// <summary>A number, or an integer as a number.</summary>
    public double AsNumber => Type switch
    {
        PropertyType.Number => BitConverter.Int64BitsToDouble(_bits),
        PropertyType.Integer => _bits,
        _ => throw Wrong(PropertyType.Number),
    };

    public bool AsBoolean => Type == PropertyType.Boolean ? _bits != 0 : throw Wrong(PropertyType.Boolean);

    public ImmutableArray<string> AsTextList =>
        Type == PropertyType.TextList ? System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray((string[])_reference!) : throw Wrong(PropertyType.TextList);

    public ImmutableArray<int> AsIntegerList =>
        Type == PropertyType.IntegerList ? System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray((int[])_reference!) : throw Wrong(PropertyType.IntegerList);

    public static implicit operator PropertyValue(string text) => FromText(text);

    public static implicit operator PropertyValue(int integer) => FromInteger(integer);

    public static implicit operator PropertyValue(long integer) => FromInteger(integer);

    public static implicit operator PropertyValue(double number) => FromNumber(number);

    public static implicit operator PropertyValue(bool truth) => FromBoolean(truth);

    public static implicit operator PropertyValue(ImmutableArray<string> texts) => FromTextList(texts);

    public static implicit operator PropertyValue(ImmutableArray<int> integers) => FromIntegerList(integers);

    public static PropertyValue FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(PropertyType.Text, text, 0);
    }

    public static PropertyValue FromInteger(long integer) => new(PropertyType.Integer, null, integer);

    /// <exception cref="ArgumentException">Not finite: JSON has no word for it.</exception>
    public static PropertyValue FromNumber(double number) => double.IsFinite(number)
        ? new(PropertyType.Number, null, BitConverter.DoubleToInt64Bits(number))
        : throw new ArgumentException($"A property cannot hold {number.ToString(CultureInfo.InvariantCulture)}.", nameof(number));

    public static PropertyValue FromBoolean(bool truth) => new(PropertyType.Boolean, null, truth ? 1 : 0);

    public static PropertyValue FromTextList(ImmutableArray<string> texts) => new(PropertyType.TextList, System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsArray(texts) ?? [], 0);

    public static PropertyValue FromIntegerList(ImmutableArray<int> integers) => new(PropertyType.IntegerList, System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsArray(integers) ?? [], 0);

    /// <summary>The value as the plain object that a Cypher parameter is made of.</summary>
    /// <returns><see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, or an array of strings or ints: not to be changed.</returns>
    public object ToParameter() => Type switch
    {
        PropertyType.Text => AsText,
        PropertyType.Integer => _bits,
        PropertyType.Number => AsNumber,
        PropertyType.Boolean => _bits != 0,
        _ => _reference!,
    };

    public bool Equals(PropertyValue other) => Type == other.Type && Type switch
    {
        PropertyType.Text => AsText == other.AsText,
        PropertyType.TextList => ((string[])_reference!).AsSpan().SequenceEqual((string[])other._reference!),
        PropertyType.IntegerList => ((int[])_reference!).AsSpan().SequenceEqual((int[])other._reference!),
        _ => _bits == other._bits,
    };

    public override bool Equals(object? obj) => obj is PropertyValue other && Equals(other);

    public override int GetHashCode() => Type switch
    {
        PropertyType.Text => AsText.GetHashCode(StringComparison.Ordinal),
        PropertyType.TextList => ((string[])_reference!).Length,
        PropertyType.IntegerList => ((int[])_reference!).Length,
        _ => _bits.GetHashCode(),
    };

    public static bool operator ==(PropertyValue left, PropertyValue right) => left.Equals(right);

    public static bool operator !=(PropertyValue left, PropertyValue right) => !left.Equals(right);

    public override string ToString() => Type switch
    {
        PropertyType.Text => AsText,
        PropertyType.Integer => _bits.ToString(CultureInfo.InvariantCulture),
        PropertyType.Number => AsNumber.ToString("R", CultureInfo.InvariantCulture),
        PropertyType.Boolean => _bits != 0 ? "true" : "false",
        PropertyType.TextList => "[" + string.Join(", ", (string[])_reference!) + "]",
        _ => "[" + string.Join(", ", (int[])_reference!) + "]",
    };

    private InvalidOperationException Wrong(PropertyType wanted) => new($"The property is of type {Type}, not {wanted}.");
}
