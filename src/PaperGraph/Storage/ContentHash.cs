using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PaperGraph.Papers;
using PaperGraph.Reading;
using PaperGraph.Wire;

namespace PaperGraph.Storage;

/// <summary>Hashes what is read from a source, record by record: tells whether it says the same as before.</summary>
internal sealed class ContentHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    public ContentHash(SourceFormat format)
    {
        _json = new Utf8JsonWriter(_buffer, PropertyJson.Options);
        _hash.AppendData(Encoding.UTF8.GetBytes(SourceFormatNames.NameOf(format)));
    }

    public void Add(PaperRecord record)
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        PaperRecordWriter.Write(_json, record);
        _json.Flush();
        _hash.AppendData("\n"u8);
        _hash.AppendData(_buffer.WrittenSpan);
    }

    public void Add(ReadingProblem problem) => _hash.AppendData(Encoding.UTF8.GetBytes($"\n{problem.Code} {problem}"));

    /// <summary>64 hex digits.</summary>
    public string Complete() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose()
    {
        _hash.Dispose();
        _json.Dispose();
    }
}
