using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaperGraph.Wire;

/// <summary>Writes JSON Lines into a buffer: one value a line, UTF-8, LF, characters as themselves where JSON allows it (the lines go into files, not into HTML).</summary>
/// <remarks>Not for several threads at once; kept and reused, it allocates nothing a line.</remarks>
public sealed class JsonLineWriter : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly IBufferWriter<byte> _output;
    private readonly Utf8JsonWriter _json;

    public JsonLineWriter(IBufferWriter<byte> output)
    {
        _output = output;
        _json = new Utf8JsonWriter(output, Options);
    }

    /// <summary>Where the value of the line is written; <see cref="EndLine"/> ends it.</summary>
    public Utf8JsonWriter Json => _json;

    public void EndLine()
    {
        _json.Flush();
        _json.Reset();
        _output.GetSpan(1)[0] = (byte)'\n';
        _output.Advance(1);
    }

    public void Dispose() => _json.Dispose();
}
