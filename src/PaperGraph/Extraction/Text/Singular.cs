namespace PaperGraph.Extraction.Text;

/// <summary>The singular of an English noun in lower case, by ending and a short list of exceptions.</summary>
internal static class Singular
{
    /// <summary>Writes the singular of <paramref name="word"/>, never longer than the word + 1, and returns its length.</summary>
    /// <param name="target">At least one longer than the word.</param>
    public static int Write(ReadOnlySpan<char> word, Span<char> target)
    {
        if (Irregular(word) is { } irregular)
        {
            irregular.CopyTo(target);
            return irregular.Length;
        }

        (int kept, string ending) = Ending(word);
        word[..kept].CopyTo(target);
        ending.CopyTo(target[kept..]);
        return kept + ending.Length;
    }

    public static string Of(string word)
    {
        Span<char> target = word.Length < 128 ? stackalloc char[word.Length + 1] : new char[word.Length + 1];
        return target[..Write(word, target)].ToString();
    }

    private static (int Kept, string Ending) Ending(ReadOnlySpan<char> word)
    {
        int length = word.Length;
        if (length < 4 || word[^1] != 's')
        {
            return (length, "");
        }

        char before = word[^2];
        if (before is 's' or 'u' or 'i' or '\'' || IsAlwaysSingular(word))
        {
            return (length, "");
        }

        if (before != 'e')
        {
            return (length - 1, "");
        }

        char third = word[^3];
        if (third == 'i' && length > 4)
        {
            return word is "movies" or "calories" or "zombies" or "ties" or "cookies" or "dies" or "pies" or "selfies" ? (length - 1, "") : (length - 3, "y");
        }

        if (word.EndsWith("sses") || word.EndsWith("ches") || word.EndsWith("shes") || word.EndsWith("xes") || word.EndsWith("zzes")
            || word.EndsWith("viruses") || word.EndsWith("biases") || word.EndsWith("lenses") || word.EndsWith("buses") || word.EndsWith("corpuses") || word.EndsWith("statuses")
            || word.EndsWith("heroes") || word.EndsWith("echoes"))
        {
            return word.EndsWith("caches") || word.EndsWith("axes") ? (length - 1, "") : (length - 2, "");
        }

        if (word.EndsWith("yses") || word.EndsWith("heses"))
        {
            return (length - 2, "is");
        }

        return (length - 1, "");
    }

    private static bool IsAlwaysSingular(ReadOnlySpan<char> word) =>
        word.EndsWith("ics") && word.Length > 5 && word is not ("metrics" or "topics" or "critics" or "heuristics" or "characteristics" or "logics" or "clinics" or "picnics" or "comics" or "fabrics" or "lyrics" or "epidemics")
        || word is "series" or "species" or "bias" or "gas" or "lens" or "atlas" or "canvas" or "alias" or "chaos" or "always" or "perhaps" or "whereas" or "towards" or "besides" or "news"
            or "means" or "this" or "its" or "does" or "has" or "was" or "yes" or "thus" or "sms" or "dns" or "gps" or "aws" or "ios" or "bayes" or "texas" or "paris" or "windows" or "kubernetes"
            or "mars" or "christmas" or "overseas" or "cosmos" or "ethos" or "pathos" or "rebus"
        || word.EndsWith("-bias");

    private static string? Irregular(ReadOnlySpan<char> word) => word switch
    {
        "indices" => "index",
        "matrices" => "matrix",
        "vertices" => "vertex",
        "appendices" => "appendix",
        "corpora" => "corpus",
        "criteria" => "criterion",
        "phenomena" => "phenomenon",
        "automata" => "automaton",
        "children" => "child",
        "mice" => "mouse",
        "men" => "man",
        "women" => "woman",
        "feet" => "foot",
        "teeth" => "tooth",
        "radii" => "radius",
        "stimuli" => "stimulus",
        "nuclei" => "nucleus",
        "foci" => "focus",
        "loci" => "locus",
        "genera" => "genus",
        "maxima" => "maximum",
        "minima" => "minimum",
        "optima" => "optimum",
        "spectra" => "spectrum",
        "quanta" => "quantum",
        "schemata" => "schema",
        "halves" => "half",
        "leaves" => "leaf",
        "lives" => "life",
        "selves" => "self",
        "shelves" => "shelf",
        "wolves" => "wolf",
        "knives" => "knife",
        "crises" => "crisis",
        "oases" => "oasis",
        "axes" => "axis",
        "bases" => "basis",
        _ => null,
    };
}
