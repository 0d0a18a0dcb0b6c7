namespace PaperGraph.Extraction.Concepts;

/// <summary>Words that say what sort of thing a name before them names.</summary>
internal static class NameClassWord
{
    public static bool Is(ReadOnlySpan<char> form) => IsData(form) || form is "model" or "models" or "framework" or "frameworks" or "architecture" or "architectures" or "library" or "toolkit";

    public static bool IsData(ReadOnlySpan<char> form) => form is "dataset" or "datasets" or "benchmark" or "benchmarks" or "corpus" or "corpora" or "challenge" or "challenges" or "database" or "databases" or "data";
}
