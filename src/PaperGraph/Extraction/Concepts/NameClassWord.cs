namespace PaperGraph.Extraction.Concepts;

/// <summary>Words that say what sort of thing a name before them names.</summary>
internal static class NameClassWord
{
    public static bool Is(ReadOnlySpan<char> form) => IsData(form) || form is "model" or "models" or "framework" or "frameworks" or "architecture" or "architectures" or "library" or "toolkit";

    public static bool IsData(ReadOnlySpan<char> form) => form is "dataset" or "datasets" or "benchmark" or "benchmarks" or "corpus" or "corpora" or "challenge" or "challenges" or "database" or "databases" or "data";

    /// <summary>Of named data: a sensor has <c>data</c> too.</summary>
    public static bool IsDataset(ReadOnlySpan<char> form) => form is not ("data" or "challenge" or "challenges") && IsData(form);

    /// <summary>Of what computes: a name before one is none of data.</summary>
    public static bool IsMethod(ReadOnlySpan<char> form) => form is "model" or "models" or "network" or "networks" or "architecture" or "architectures" or "algorithm" or "algorithms" or "optimizer" or "optimizers"
        or "encoder" or "encoders" or "decoder" or "decoders" or "backbone" or "backbones";
}
