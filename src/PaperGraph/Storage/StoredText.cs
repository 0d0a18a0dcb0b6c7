using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using PaperGraph.Extraction;
using PaperGraph.Papers;
using PaperGraph.Wire;

namespace PaperGraph.Storage;

/// <summary>Records and extractions as the JSON that the store holds: the same that <c>read</c> and <c>extract</c> print.</summary>
internal static class StoredText
{
    /// <summary>Names the code and the models that extract: what another build of the library extracted is made anew.</summary>
    public static string Extractor { get; } = typeof(Extractor).Module.ModuleVersionId.ToString("N");

    public static byte[] Of(PaperRecord paper) => Line(writer => PaperRecordWriter.Write(writer.Json, paper));

    public static byte[] Of(string title, PaperExtraction extraction) => Line(writer => PaperExtractionWriter.Write(writer.Json, null, title, extraction));

    /// <exception cref="StoreException">The store holds what this program never wrote.</exception>
    public static PaperRecord Record(byte[] json) =>
        PaperRecordReader.TryRead(json, out PaperRecord? paper, out string? message) ? paper : throw new StoreException($"the store holds a record that cannot be read: {message}");

    /// <exception cref="StoreException">The store holds what this program never wrote.</exception>
    public static PaperExtraction Extraction(byte[] json) =>
        PaperExtractionReader.TryRead(json, out ExtractionLine? line, out string? message) ? line.Extraction : throw new StoreException($"the store holds an extraction that cannot be read: {message}");

    /// <summary>SHA-256 of title and abstract, with a NUL between them.</summary>
    public static byte[] Key(PaperRecord paper) => SHA256.HashData(Encoding.UTF8.GetBytes(paper.Title + "\0" + paper.Abstract));

    private static byte[] Line(Action<JsonLineWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var writer = new JsonLineWriter(buffer);
        write(writer);
        writer.Json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
