namespace PaperGraph.Concepts;

/// <summary>Tells a slip of the pen from another word: <c>gradient decent</c>, <c>multilayer perception</c>, <c>convolution neural network</c>.</summary>
internal static class Slip
{
    private const int ShortestWord = 6;

    /// <summary>Pairs that look alike and mean opposites or siblings.</summary>
    private static readonly (string One, string Other)[] s_pairs =
    [
        ("inter", "intra"), ("maxi", "mini"), ("maximum", "minimum"), ("hyper", "hypo"), ("under", "over"), ("semantic", "semiotic"), ("similar", "dissimilar"), ("global", "glocal"), ("conditional", "conditioned"),
        ("symmetric", "asymmetric"), ("discrete", "discreet"), ("dense", "sense"), ("macro", "micro"), ("forward", "backward"), ("homo", "hetero"), ("endo", "exo"), ("explicit", "implicit"), ("generative", "generated"),
        ("linear", "nonlinear"), ("stochastic", "statistic"), ("physical", "physics"), ("model", "modal"), ("unified", "unifying"), ("deterministic", "determinantal"),
    ];

    /// <summary>Whether one key is another with a slip in it: they differ in one word, or not at all but for the blanks, and that word is written alike.</summary>
    public static bool Of(string key, string right) => Of(key, right, withActors: false);

    /// <summary>Likewise, but who does it and what is done count as one too (<c>estimator</c>, <c>estimation</c>): a short form stands for either.</summary>
    public static bool OrVariant(string key, string right) => Of(key, right, withActors: true);

    private static bool Of(string key, string right, bool withActors)
    {
        string[] words = key.Split(' '), rightWords = right.Split(' ');
        if (words.Length != rightWords.Length)
        {
            return string.Equals(string.Concat(words), string.Concat(rightWords), StringComparison.Ordinal);
        }

        int differing = -1;
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i] != rightWords[i])
            {
                if (differing >= 0)
                {
                    return false;
                }

                differing = i;
            }
        }

        return differing >= 0 && words.Length > 1 && AreAlike(words[differing], rightWords[differing], withActors);
    }

    private static bool AreAlike(string word, string right, bool withActors)
    {
        if (Math.Min(word.Length, right.Length) < ShortestWord || word[0] != right[0] || word.Any(char.IsAsciiDigit) || right.Any(char.IsAsciiDigit) || char.IsUpper(word[0]))
        {
            return false;
        }

        foreach ((string one, string other) in s_pairs)
        {
            if ((word.StartsWith(one, StringComparison.Ordinal) && right.StartsWith(other, StringComparison.Ordinal)) || (word.StartsWith(other, StringComparison.Ordinal) && right.StartsWith(one, StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return (withActors || (!IsActor(word, right) && !IsActor(right, word))) && Distance(word, right) <= 2;
    }

    /// <summary>Who does it is not what is done: <c>estimator</c>, <c>estimation</c>.</summary>
    private static bool IsActor(string word, string other) =>
        (word.EndsWith("or", StringComparison.Ordinal) || word.EndsWith("er", StringComparison.Ordinal)) && (other.EndsWith("ion", StringComparison.Ordinal) || other.EndsWith("ing", StringComparison.Ordinal));

    /// <summary>Letters to put in, take out or change (Levenshtein 1966).</summary>
    private static int Distance(string one, string other)
    {
        int[] previous = [.. Enumerable.Range(0, other.Length + 1)], current = new int[other.Length + 1];
        for (int i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int change = previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[other.Length];
    }
}
