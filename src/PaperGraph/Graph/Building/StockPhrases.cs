using System.Collections.Frozen;

namespace PaperGraph.Graph.Building;

/// <summary>Phrases of every paper that name no idea: <c>real-world dataset</c>, <c>theoretical analysis</c>, <c>large-scale application</c>. They are no nodes.</summary>
/// <remarks>A phrase is one where words that praise or place (<c>existing</c>, <c>extensive</c>, <c>real-world</c>) stand before words that fit anything. A modifier that classifies makes a term of
/// it: <c>synthetic data</c>, <c>recommender system</c>.</remarks>
internal static class StockPhrases
{
    private const int LongestPhrase = 8;

    private static readonly FrozenSet<string> s_praise = FrozenSet.ToFrozenSet(
    [
        "additional", "available", "best", "better", "broad", "broader", "certain", "challenging", "common", "competitive", "comprehensive", "considerable", "current", "detailed", "different", "diverse",
        "downstream", "effective", "empirical", "existing", "experimental", "extensive", "further", "future", "given", "good", "great", "important", "interesting", "key", "large", "main", "many", "more", "multiple", "new",
        "novel", "numerous", "popular", "practical", "preliminary", "previous", "promising", "proposed", "public", "publicly", "qualitative", "quantitative", "real", "realworld", "recent", "related", "relevant",
        "rigorous", "several", "significant", "simple", "sota", "strong", "substantial", "such", "superior", "theoretical", "thorough", "typical", "various", "vast", "wide", "wider", "widely", "used", "well", "known",
    ], StringComparer.Ordinal);

    /// <summary>Praise of two words or more.</summary>
    private static readonly string[][] s_longPraise = [["large", "scale"], ["state", "of", "the", "art"], ["state", "of", "art"], ["real", "life"]];

    private static readonly FrozenSet<string> s_heads = FrozenSet.ToFrozenSet(
    [
        "advance", "advantage", "algorithm", "analysis", "application", "approach", "area", "aspect", "attention", "baseline", "benchmark", "case", "challenge", "code", "comparison", "contribution", "data", "dataset", "domain",
        "effort", "evaluation", "evidence", "example", "experience", "experiment", "experimentation", "factor", "field", "finding", "framework", "guarantee", "improvement", "insight", "interest", "investigation", "issue", "limitation",
        "literature", "method", "number", "paper", "performance", "problem", "progress", "property", "question", "range", "research", "result", "scenario", "set", "setting", "solution", "strategy", "study", "system",
        "task", "technique", "tool", "use", "variety", "way", "work",
    ], StringComparer.Ordinal);

    /// <summary>Words alone, and phrases that no rule finds.</summary>
    private static readonly FrozenSet<string> s_whole = FrozenSet.ToFrozenSet(
    [
        "algorithm", "application", "approach", "benchmark", "case", "challenge", "class", "code", "data", "dataset", "edge", "evaluation", "experiment", "factor", "framework", "item", "language", "learning", "literature", "method", "model", "network", "paper",
        "node", "performance", "problem", "progress", "relation", "result", "rule", "sample", "setting", "solution", "strategy", "study", "system", "task", "technique", "user", "work", "learning problem", "learning method", "learning task", "source code", "open source code", "future work",
        "case study", "use case", "ablation study", "tradeoff", "survey", "comprehensive survey", "review", "overview", "tutorial", "code and data", "data and code", "order of magnitude", "best of our knowledge", "wide range", "large number", "key insight",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_headLookup = s_heads.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="key">A canonical key.</param>
    public static bool Contains(string key)
    {
        if (s_whole.Contains(key))
        {
            return true;
        }

        int space = key.LastIndexOf(' ');
        if (space < 0 || !s_headLookup.Contains(key.AsSpan(space + 1)))
        {
            return false;
        }

        string[] words = key.Split(' ');
        bool isPraised = false;
        int at = 0;
        while (words.Length <= LongestPhrase && at < words.Length - 1)
        {
            if (Array.Find(s_longPraise, praise => words.AsSpan(at).StartsWith(praise)) is { } found)
            {
                isPraised = true;
                at += found.Length;
            }
            else if (s_praise.Contains(words[at]))
            {
                isPraised = true;
                at++;
            }
            else if (words[at] is "and" or "or" or "synthetic" or "simulated" || (isPraised && s_heads.Contains(words[at])))
            {
                at++;
            }
            else
            {
                return false;
            }
        }

        return isPraised && at == words.Length - 1;
    }
}
