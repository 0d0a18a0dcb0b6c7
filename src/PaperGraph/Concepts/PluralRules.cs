using System.Buffers;
using System.Collections.Frozen;

namespace PaperGraph.Concepts;

/// <summary>The singular of a lower-case English noun, for canonical keys and for extraction alike.</summary>
internal static class PluralRules
{
    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");

    private static readonly FrozenDictionary<string, string> s_irregular = WordTable.Parse(
        """
        analyses:analysis appendices:appendix automata:automaton axes:axis bacteria:bacterium bases:basis buses:bus calories:calorie calves:calf
        children:child cookies:cookie corpora:corpus crises:crisis criteria:criterion curricula:curriculum desiderata:desideratum echoes:echo
        emphases:emphasis equilibria:equilibrium feet:foot foci:focus formulae:formula fora:forum gases:gas geese:goose genera:genus ganglia:ganglion halves:half heroes:hero
        hippocampi:hippocampus hypotheses:hypothesis indices:index knives:knife larvae:larva leaves:leaf lenses:lens lives:life loaves:loaf loci:locus
        matrices:matrix maxima:maximum memoranda:memorandum men:man mice:mouse minima:minimum movies:movie neuroses:neurosis nuclei:nucleus oases:oasis
        optima:optimum phenomena:phenomenon polyhedra:polyhedron potatoes:potato psychoses:psychosis quanta:quantum quizzes:quiz radii:radius
        schemata:schema selfies:selfie selves:self shelves:shelf simplices:simplex spectra:spectrum stimuli:stimulus strata:stratum syllabi:syllabus
        tetrahedra:tetrahedron thieves:thief tomatoes:tomato teeth:tooth vertices:vertex vortices:vortex waltzes:waltz wolves:wolf women:woman
        zombies:zombie
        """);

    /// <summary>Words that end like a plural and are none: sciences, names, verbs, words that have no singular.</summary>
    private static readonly FrozenSet<string> s_singular = FrozenSet.ToFrozenSet(
    [
        "adams", "aids", "alias", "always", "atlas", "bayes", "besides", "bias", "canvas", "chaos", "charades", "christmas", "citypersons",
        "cityscapes", "cmos", "collins", "cosmos", "davies", "debias", "diabetes", "dickens", "does", "dubins", "elegans", "ethos", "forceps", "gas",
        "gauss", "gibbs", "has", "hastings", "hawkes", "herpes", "hololens", "hopkins", "hughes", "ios", "jeans", "jones", "kansas", "keras",
        "keynes", "kudos", "lens", "mallows", "mars", "means", "movielens", "neurips", "news", "nips", "nowadays", "nuscenes", "odds", "ontonotes",
        "overseas", "pandas", "pathos", "perhaps", "potts", "procrustes", "rabies", "reynolds", "series", "species", "stokes", "texas", "thanos",
        "this", "thomas", "thumos", "timeseries", "towards", "vegas", "versus", "was", "whereas", "yes", "its", "thus", "kubernetes", "windows", "paris",
        "sms", "dns", "gps", "aws", "nms", "tls", "bfs", "dfs", "pls",
    ], StringComparer.Ordinal);

    /// <summary>Words in -ics that have a singular; the others are names of sciences.</summary>
    private static readonly FrozenSet<string> s_countableIcs = FrozenSet.ToFrozenSet(
    [
        "antibiotics", "characteristics", "clinics", "comics", "critics", "epidemics", "fabrics", "graphics", "heuristics", "hyperheuristics", "logics", "lyrics", "metaheuristics", "metrics", "mosaics", "pandemics",
        "picnics", "relics", "statistics", "tactics", "topics", "traffics", "submetrics", "subtopics", "schematics",
    ], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_irregularLookup = s_irregular.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_singularLookup = s_singular.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_countableIcsLookup = s_countableIcs.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The word itself where it is no plural. A word without a vowel is a short form, of which the letters do not tell: <c>nms</c> is none, <c>CNNs</c> shows it by its case.
    /// <c>Singular(Singular(word)) == Singular(word)</c>.</summary>
    public static string Singular(string word)
    {
        if (word.Length < 4 || (word[^1] is 's' && !HasVowel(word.AsSpan(0, word.Length - 1))))
        {
            return word;
        }

        Span<char> target = word.Length < 128 ? stackalloc char[word.Length + 1] : new char[word.Length + 1];
        ReadOnlySpan<char> singular = target[..Write(word, target)];
        return singular.SequenceEqual(word) ? word : singular.ToString();
    }

    /// <summary>What stands before <c>bases</c> in the plural of a <c>base</c>; all other bases are of a <c>basis</c>.</summary>
    public static bool HasBases(ReadOnlySpan<char> before) => before is "knowledge" or "data" or "rule" or "case" or "code" or "fact" or "user" or "customer" or "test" or "installed";

    /// <summary>Writes the singular, short forms without a vowel too (<c>llms</c>), and returns its length.</summary>
    /// <param name="target">At least one longer than the word.</param>
    public static int Write(ReadOnlySpan<char> word, Span<char> target)
    {
        word.CopyTo(target);
        int length = word.Length;

        // What is left may itself look like a plural; then the rules go on, so that the singular's singular is itself.
        while (Step(target[..length], out int kept, out string ending))
        {
            ending.CopyTo(target[kept..]);
            length = kept + ending.Length;
        }

        return length;
    }

    /// <summary>One rule: how much of the word stays, and what comes behind it.</summary>
    private static bool Step(ReadOnlySpan<char> word, out int kept, out string ending)
    {
        (kept, ending) = (word.Length, "");
        if (word.Length < 4 || !char.IsAsciiLetterLower(word[0]))
        {
            return false;
        }

        if (s_irregularLookup.TryGetValue(word, out string? irregular))
        {
            (kept, ending) = (0, irregular);
            return true;
        }

        if (word[^1] != 's' || word[^2] is 's' or 'u' or 'i' or '\'' || s_singularLookup.Contains(word))
        {
            return false;
        }

        if (word.EndsWith("ics") && word.Length > 5)
        {
            kept -= s_countableIcsLookup.Contains(word) ? 1 : 0;
            return kept < word.Length;
        }

        (int taken, ending) = word[^2] == 'e' ? WithoutEs(word) : (1, "");
        kept -= taken;
        return true;
    }

    /// <returns>Letters to take away, and what to put there.</returns>
    private static (int Taken, string Ending) WithoutEs(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("ies"))
        {
            return word.Length == 4 ? (1, "") : (3, "y");
        }

        if (word.EndsWith("yses") || word.EndsWith("heses") || word.EndsWith("gnoses"))
        {
            return (2, "is");
        }

        if (word.EndsWith("ches"))
        {
            bool silent = word is "caches" or "niches" or "headaches" or "aches" or "avalanches" or "cliches" or "moustaches" or "psyches" or "quiches" or "apaches";
            return (silent ? 1 : 2, "");
        }

        if (word.EndsWith("sses") || word.EndsWith("shes") || word.EndsWith("xes") || word.EndsWith("zzes") || word.EndsWith("iases") || word.EndsWith("tlases") || word.EndsWith("nvases"))
        {
            return (2, "");
        }

        if (word.EndsWith("uses"))
        {
            bool latin = word.EndsWith("ruses") || word.EndsWith("puses") || word.EndsWith("tuses") || word.EndsWith("nuses") || word is "focuses" or "circuses";
            return (latin ? 2 : 1, "");
        }

        return (1, "");
    }

    private static bool HasVowel(ReadOnlySpan<char> word) => word.IndexOfAny(s_vowels) >= 0;
}
