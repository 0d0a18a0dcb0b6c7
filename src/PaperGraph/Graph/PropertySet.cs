using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PaperGraph.Graph;

/// <summary>A node's or edge's properties, in the order of <see cref="PropertyKey"/>, each once. What is unknown is absent, never null.</summary>
public sealed class PropertySet : IReadOnlyList<KeyValuePair<PropertyKey, PropertyValue>>, IEquatable<PropertySet>
{
    private readonly ImmutableArray<KeyValuePair<PropertyKey, PropertyValue>> _properties;

    private PropertySet(ImmutableArray<KeyValuePair<PropertyKey, PropertyValue>> properties) => _properties = properties;

    public static PropertySet Empty { get; } = new([]);

    public int Count => _properties.Length;

    public KeyValuePair<PropertyKey, PropertyValue> this[int index] => _properties[index];

    /// <summary>Sorts what is given by key.</summary>
    /// <exception cref="ArgumentException">A key stands twice.</exception>
    public static PropertySet Of(IEnumerable<KeyValuePair<PropertyKey, PropertyValue>> properties) => OfOwn([.. properties]);

    /// <inheritdoc cref="Of(IEnumerable{KeyValuePair{PropertyKey, PropertyValue}})"/>
    public static PropertySet Of(ReadOnlySpan<KeyValuePair<PropertyKey, PropertyValue>> properties) => OfOwn([.. properties]);

    public bool TryGet(PropertyKey key, [MaybeNullWhen(false)] out PropertyValue value)
    {
        foreach (KeyValuePair<PropertyKey, PropertyValue> property in _properties)
        {
            if (property.Key == key)
            {
                value = property.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The text, or null where the property is absent.</summary>
    public string? Text(PropertyKey key) => TryGet(key, out PropertyValue value) ? value.AsText : null;

    /// <summary>The number, or null where the property is absent.</summary>
    public double? Number(PropertyKey key) => TryGet(key, out PropertyValue value) ? value.AsNumber : null;

    /// <summary>The integer, or null where the property is absent.</summary>
    public long? Integer(PropertyKey key) => TryGet(key, out PropertyValue value) ? value.AsInteger : null;

    /// <summary>False where the property is absent.</summary>
    public bool Boolean(PropertyKey key) => TryGet(key, out PropertyValue value) && value.AsBoolean;

    /// <summary>Empty where the property is absent.</summary>
    public ImmutableArray<string> Texts(PropertyKey key) => TryGet(key, out PropertyValue value) ? value.AsTextList : [];

    /// <summary>Empty where the property is absent.</summary>
    public ImmutableArray<int> Integers(PropertyKey key) => TryGet(key, out PropertyValue value) ? value.AsIntegerList : [];

    public bool Equals(PropertySet? other) => other is not null && _properties.SequenceEqual(other._properties);

    public override bool Equals(object? obj) => Equals(obj as PropertySet);

    public override int GetHashCode() => _properties.Length;

    public IEnumerator<KeyValuePair<PropertyKey, PropertyValue>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<PropertyKey, PropertyValue>>)_properties).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <param name="properties">Sorted in place, and kept.</param>
    private static PropertySet OfOwn(KeyValuePair<PropertyKey, PropertyValue>[] properties)
    {
        for (int i = 1; i < properties.Length; i++)
        {
            // Mostly in order already, and always few.
            KeyValuePair<PropertyKey, PropertyValue> property = properties[i];
            int place = i;
            for (; place > 0 && properties[place - 1].Key >= property.Key; place--)
            {
                properties[place] = properties[place - 1].Key > property.Key ? properties[place - 1] : throw new ArgumentException($"{property.Key} stands twice.", nameof(properties));
            }

            properties[place] = property;
        }

        return properties.Length == 0 ? Empty : new PropertySet(System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(properties));
    }
}
