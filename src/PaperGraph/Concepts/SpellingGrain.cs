namespace PaperGraph.Concepts;

/// <summary>How closely two spellings are looked at; coarsest first.</summary>
internal enum SpellingGrain
{
    /// <summary>Canonical words, but no word is left out or replaced: <c>deep network</c> is not <c>deep neural network</c>.</summary>
    Words,

    /// <summary>Letters in either case, with spaces for hyphens: <c>means</c> is not <c>mean</c>.</summary>
    Letters,

    /// <summary>As written, but for white space.</summary>
    Exact,
}

/// <summary>Spellings of one canonical key, told apart.</summary>
internal static class SpellingGrains
{
    /// <summary>The coarsest grain at which the two differ; null where they never do.</summary>
    public static SpellingGrain? Coarsest(string first, string second)
    {
        foreach (SpellingGrain grain in Enum.GetValues<SpellingGrain>())
        {
            if (FormOf(first, grain) != FormOf(second, grain))
            {
                return grain;
            }
        }

        return null;
    }

    public static string FormOf(string text, SpellingGrain grain) => grain switch
    {
        SpellingGrain.Words => ConceptKey.WordsOf(text),
        SpellingGrain.Letters => string.Join(' ', SpellingFold.Of(text).ToLowerInvariant().Split([' ', '-', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)),
        _ => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
    };
}
