namespace PaperGraph.Tokens;

/// <summary>How many tokens of a language model a text takes.</summary>
public interface ITokenCounter
{
    /// <summary>Name of the vocabulary, such as <c>o200k_base</c>.</summary>
    string Encoding { get; }

    /// <summary>Whether counts are estimates: an answer built on them says so.</summary>
    bool IsEstimate { get; }

    int Count(string text);
}
