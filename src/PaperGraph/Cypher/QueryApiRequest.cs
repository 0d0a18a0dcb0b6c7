using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaperGraph.Cypher;

/// <summary>The body of a request to the Query API: one JSON object.</summary>
internal static class QueryApiRequest
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <param name="statement">Null for an empty body that only commits or only opens a transaction.</param>
    /// <param name="accessMode"><c>READ</c> or <c>WRITE</c>; null inside a transaction, which has its own.</param>
    public static ArrayBufferWriter<byte> Write(CypherStatement? statement, string? accessMode, string[] bookmarks)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        if (statement is not null)
        {
            writer.WriteString("statement", statement.Text);
            writer.WritePropertyName("parameters");
            WriteValue(writer, statement.Parameters);
            writer.WriteBoolean("includeCounters", true);
        }

        if (accessMode is not null)
        {
            writer.WriteString("accessMode", accessMode);
        }

        if (bookmarks.Length > 0)
        {
            writer.WritePropertyName("bookmarks");
            WriteValue(writer, bookmarks);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer;
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(WellFormed(text));
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case int integer:
                writer.WriteNumberValue(integer);
                break;
            case long integer:
                writer.WriteNumberValue(integer);
                break;
            case double number:
                WriteNumber(writer, number);
                break;
            case IReadOnlyDictionary<string, object?> map:
                writer.WriteStartObject();
                foreach ((string name, object? item) in map)
                {
                    writer.WritePropertyName(name);
                    WriteValue(writer, item);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable list:
                writer.WriteStartArray();
                foreach (object? item in list)
                {
                    WriteValue(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A Cypher parameter cannot be a {value.GetType().Name}.", nameof(value));
        }
    }

    /// <summary>A number stays one: without the point the server would read 1.0 as the integer 1.</summary>
    private static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        if (!double.IsFinite(number))
        {
            throw new ArgumentException($"JSON has no word for {number.ToString(CultureInfo.InvariantCulture)}.", nameof(number));
        }

        string text = number.ToString("R", CultureInfo.InvariantCulture);
        writer.WriteRawValue(text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text, skipInputValidation: true);
    }

    /// <summary>Half of a surrogate pair has no bytes in UTF-8; Bolt and this transport both send U+FFFD for it.</summary>
    private static string WellFormed(string text)
    {
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            if (System.Text.Rune.DecodeFromUtf16(rest, out _, out int consumed) != OperationStatus.Done)
            {
                return System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
            }

            rest = rest[consumed..];
            int next = rest.IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0)
            {
                break;
            }

            rest = rest[next..];
        }

        return text;
    }
}
