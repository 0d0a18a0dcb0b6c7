namespace PaperGraph.Reading;

/// <summary>Something to read: a name and the bytes behind it.</summary>
/// <param name="Name">Name of the source in records and in the graph: unique among the inputs of a run.</param>
/// <param name="Open">Opens the bytes from their start, still compressed; the caller disposes them.</param>
/// <param name="CanReopen">Whether <paramref name="Open"/> may be called again: true for files, false for standard input.</param>
public sealed record SourceInput(string Name, Func<Stream> Open, bool CanReopen)
{
    /// <summary>The name of what comes from standard input.</summary>
    public const string StandardInputName = "stdin";

    public static SourceInput OfFile(string name, string path) =>
        new(name, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan), CanReopen: true);

    public static SourceInput OfBytes(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes, writable: false), CanReopen: true);
}
