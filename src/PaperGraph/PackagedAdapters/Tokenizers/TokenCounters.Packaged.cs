namespace PaperGraph.Tokens;

/// <summary>Adds the exact counter.</summary>
public static partial class TokenCounters
{
    static partial void CreatePackaged(string encoding, ref ITokenCounter? counter) => counter = new TiktokenTokenCounter(encoding);
}
