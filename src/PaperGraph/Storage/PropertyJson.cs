using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaperGraph.Graph;
using PaperGraph.Graph.Image;

namespace PaperGraph.Storage;

/// <summary>Properties as the JSON object that stands in a row: camelCase names, in the schema's order.</summary>
internal sealed class PropertyJson : IDisposable
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly FrozenDictionary<string, PropertyKey> Keys = GraphSchema.Properties.ToFrozenDictionary(GraphSchema.NameOf, StringComparer.Ordinal);
    private static readonly JsonEncodedText[] Names = [.. GraphSchema.Properties.Select(key => JsonEncodedText.Encode(GraphSchema.NameOf(key)))];

    private readonly Utf8JsonWriter _json;

    /// <param name="output">Receives one object after the other, with nothing between them.</param>
    public PropertyJson(IBufferWriter<byte> output) => _json = new Utf8JsonWriter(output, Options);

    /// <param name="encoded">As <see cref="PropertyEncoding"/> writes them.</param>
    public void Write(ReadOnlySpan<byte> encoded)
    {
        _json.Reset();
        _json.WriteStartObject();
        var properties = new PropertyReader(encoded);
        while (properties.Read())
        {
            _json.WritePropertyName(Names[(int)properties.Key]);
            WriteValue(ref properties);
        }

        _json.WriteEndObject();
        _json.Flush();
    }

    /// <exception cref="StoreException">The text is no such object.</exception>
    public static PropertySet Read(string text)
    {
        try
        {
            var properties = new List<KeyValuePair<PropertyKey, PropertyValue>>();
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                PropertyKey key = Keys[json.GetString()!];
                json.Read();
                properties.Add(new(key, Read(ref json, GraphSchema.TypeOf(key))));
            }

            return PropertySet.Of(properties);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new StoreException($"A node or edge of the store holds properties that cannot be read ({exception.Message}): build the store again.", exception);
        }
    }

    public void Dispose() => _json.Dispose();

    private void WriteValue(ref PropertyReader properties)
    {
        switch (properties.Type)
        {
            case PropertyType.Text:
                _json.WriteStringValue(properties.Text());
                break;
            case PropertyType.Integer:
                _json.WriteNumberValue(properties.Integer());
                break;
            case PropertyType.Number:
                _json.WriteNumberValue(properties.Number());
                break;
            case PropertyType.Boolean:
                _json.WriteBooleanValue(properties.Boolean());
                break;
            case PropertyType.TextList:
                _json.WriteStartArray();
                for (int rest = properties.Count(); rest > 0; rest--)
                {
                    _json.WriteStringValue(properties.Text());
                }

                _json.WriteEndArray();
                break;
            default:
                _json.WriteStartArray();
                for (int rest = properties.Count(); rest > 0; rest--)
                {
                    _json.WriteNumberValue(properties.Integer());
                }

                _json.WriteEndArray();
                break;
        }
    }

    private static PropertyValue Read(ref Utf8JsonReader json, PropertyType type)
    {
        switch (type)
        {
            case PropertyType.Text:
                return json.GetString()!;
            case PropertyType.Integer:
                return json.GetInt64();
            case PropertyType.Number:
                return json.GetDouble();
            case PropertyType.Boolean:
                return json.GetBoolean();
            case PropertyType.TextList:
                var texts = ImmutableArray.CreateBuilder<string>();
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    texts.Add(json.GetString()!);
                }

                return texts.DrainToImmutable();
            default:
                var numbers = ImmutableArray.CreateBuilder<int>();
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    numbers.Add(json.GetInt32());
                }

                return numbers.DrainToImmutable();
        }
    }
}
