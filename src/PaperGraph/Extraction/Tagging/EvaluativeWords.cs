namespace PaperGraph.Extraction.Tagging;

/// <summary>Adjectives that praise or place a thing without saying which one it is: no part of a concept's name.</summary>
internal static class EvaluativeWords
{
    private const int Longest = 19;

    /// <summary>Words that never tell one concept from another: <c>novel</c>, <c>existing</c>, <c>significant</c>; and those that count or point, as articles do: <c>many</c>, <c>same</c>.</summary>
    public static bool Always(ReadOnlySpan<char> form) => form.Length <= Longest && form is "novel" or "new" or "efficient" or "effective" or "powerful" or "popular" or "promising" or "existing"
        or "proposed" or "recent" or "various" or "several" or "different" or "numerous" or "other" or "significant" or "superior" or "competitive" or "impressive" or "remarkable"
        or "state-of-the-art" or "sota" or "important" or "crucial" or "essential" or "challenging" or "extensive" or "comprehensive" or "conventional" or "traditional" or "previous"
        or "current" or "typical" or "respective" or "corresponding" or "particular" or "successful" or "additional" or "further" or "overall" or "entire" or "innovative" or "unique"
        or "notable" or "substantial" or "suitable" or "appropriate" or "necessary" or "useful" or "valuable" or "interesting" or "well-known" or "improved" or "aforementioned"
        or "main" or "major" or "better" or "best" or "excellent" or "cutting-edge" or "principled" or "elegant" or "straightforward" or "diverse" or "certain" or "possible" or "modern" or "celebrated"
        or "many" or "same" or "such" or "own" or "only" or "enough" or "recently-proposed" or "newly-proposed" or "previously-proposed" or "widely-used" or "commonly-used" or "so-called" or "ever-growing" or "ever-increasing";

    /// <summary>Words that are part of some fixed terms (<c>large language model</c>, <c>fast Fourier transform</c>) and praise or grade elsewhere.</summary>
    public static bool Mostly(ReadOnlySpan<char> form) => form.Length <= Longest && form is "fast" or "faster" or "simple" or "simpler" or "large" or "larger" or "small" or "smaller" or "high" or "higher"
        or "low" or "lower" or "limited" or "strong" or "stronger" or "representative" or "accurate" or "reliable" or "robust" or "scalable" or "flexible" or "lightweight" or "light-weight"
        or "real-world" or "large-scale" or "small-scale" or "high-quality" or "low-cost" or "complex" or "general" or "specific" or "single" or "multiple" or "common" or "key" or "critical"
        or "practical" or "potential" or "standard" or "advanced" or "original" or "final" or "fine-grained" or "finer-grained" or "low-complexity" or "high-performance" or "expensive" or "costly" or "massive" or "huge" or "vast" or "rich" or "poor" or "good" or "great" or "big" or "deeper" or "wide" or "wider" or "broad" or "broader" or "long" or "longer" or "short" or "shorter";

    /// <summary>Words that grade, and elsewhere say which sort is meant: <c>long document classification</c>, <c>big data problem</c>.</summary>
    public static bool MaySort(ReadOnlySpan<char> form) => form is "long" or "short" or "big" or "wide" or "deeper";
}
