using System.Collections.Concurrent;
using Microsoft.ML.Tokenizers;

namespace PaperGraph.Tokens;

/// <summary>Exact counts through Microsoft.ML.Tokenizers. The vocabulary comes with the package: nothing is fetched.</summary>
internal sealed class TiktokenTokenCounter : ITokenCounter
{
    private static readonly ConcurrentDictionary<string, TiktokenTokenizer> Tokenizers = new(StringComparer.Ordinal);
    private readonly TiktokenTokenizer _tokenizer;

    public TiktokenTokenCounter(string encoding)
    {
        Encoding = encoding;
        _tokenizer = Tokenizers.GetOrAdd(encoding, name => TiktokenTokenizer.CreateForEncoding(name));
    }

    public string Encoding { get; }

    public bool IsEstimate => false;

    public int Count(string text) => _tokenizer.CountTokens(text);
}
