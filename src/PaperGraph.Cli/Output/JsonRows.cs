using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaperGraph.Cli.Output;

/// <summary>An answer for programs: one array of objects, in rank order, one object a line.</summary>
internal static class JsonRows
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="writeRow">Writes one whole object.</param>
    public static void Write<T>(TextWriter output, IEnumerable<T> rows, Action<Utf8JsonWriter, T> writeRow)
    {
        var buffer = new ArrayBufferWriter<byte>();
        bool first = true;
        output.Write('[');
        foreach (T row in rows)
        {
            buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(buffer, Options))
            {
                writeRow(json, row);
            }

            output.Write(first ? "" : ",\n ");
            output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
            first = false;
        }

        output.WriteLine(']');
    }

    /// <summary>An answer that is one object, on one line.</summary>
    /// <param name="writeProperties">Writes what stands between its braces.</param>
    public static void WriteObject(TextWriter output, Action<Utf8JsonWriter> writeProperties)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            writeProperties(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>A property that is left null where it is not known.</summary>
    public static void WriteTextOrNull(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, text);
        }
    }

    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> rows, Action<T> writeProperties)
    {
        json.WriteStartArray(name);
        foreach (T row in rows)
        {
            json.WriteStartObject();
            writeProperties(row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
