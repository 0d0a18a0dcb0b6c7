namespace PaperGraph.Reading;

/// <summary>What a source may at most ask of the machine. Everything from outside is hostile.</summary>
public sealed record ReadingLimits
{
    public static ReadingLimits Default { get; } = new();

    /// <summary>Bytes of one source after decompression. The default is 8 GiB: what a gzip bomb gets to unfold.</summary>
    public long SourceBytes { get; init; } = 8L << 30;

    /// <summary>Bytes of one page, which is read as a whole. The default is 64 MiB, some 30,000 papers.</summary>
    public int PageBytes { get; init; } = 64 << 20;

    /// <summary>Bytes of one JSON line or array element. The default is 4 MiB.</summary>
    public int LineBytes { get; init; } = 4 << 20;

    /// <summary>Nesting of a JSON record. The default is 32.</summary>
    public int Depth { get; init; } = 32;

    /// <summary>UTF-16 code units of a title. The default is 2,000.</summary>
    public int TitleLength { get; init; } = 2_000;

    /// <summary>UTF-16 code units of an abstract. The default is 100,000.</summary>
    public int AbstractLength { get; init; } = 100_000;
}
