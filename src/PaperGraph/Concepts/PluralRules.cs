using System.Buffers;
using System.Collections.Frozen;

namespace PaperGraph.Concepts;

/// <summary>The singular of a lower-case English noun.</summary>
internal static class PluralRules
{
    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");

    private static readonly FrozenDictionary<string, string> s_irregular = WordTable.Parse(
        """
        analyses:analysis appendices:appendix automata:automaton axes:axis bacteria:bacterium bases:basis buses:bus calories:calorie calves:calf
        children:child cookies:cookie corpora:corpus crises:crisis criteria:criterion curricula:curriculum desiderata:desideratum echoes:echo
        emphases:emphasis feet:foot foci:focus formulae:formula fora:forum gases:gas geese:goose genera:genus ganglia:ganglion halves:half heroes:hero
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
        "thomas", "thumos", "timeseries", "towards", "vegas", "versus", "was", "whereas", "yes",
    ], StringComparer.Ordinal);

    /// <summary>Words in -ics that have a singular; the others are names of sciences.</summary>
    private static readonly FrozenSet<string> s_countableIcs = FrozenSet.ToFrozenSet(
    [
        "antibiotics", "characteristics", "clinics", "comics", "critics", "epidemics", "fabrics", "graphics", "heuristics", "hyperheuristics", "logics", "lyrics", "metaheuristics", "metrics", "mosaics", "pandemics",
        "picnics", "relics", "statistics", "tactics", "topics", "traffics", "submetrics", "subtopics", "schematics",
    ], StringComparer.Ordinal);

    /// <summary>The word itself where it is no plural. <c>Singular(Singular(word)) == Singular(word)</c>.</summary>
    public static string Singular(string word)
    {
        if (word.Length < 4 || !char.IsAsciiLetterLower(word[0]))
        {
            return word;
        }

        if (s_irregular.TryGetValue(word, out string? irregular))
        {
            return irregular;
        }

        if (word[^1] != 's' || word[^2] is 's' or 'u' or 'i' || s_singular.Contains(word) || !HasVowel(word.AsSpan(0, word.Length - 1)))
        {
            return word;
        }

        if (word.EndsWith("ics", StringComparison.Ordinal) && word.Length > 4)
        {
            return s_countableIcs.Contains(word) ? word[..^1] : word;
        }

        // What is left may itself look like a plural; then the rules go on, so that the singular's singular is itself.
        return Singular(word[^2] == 'e' ? WithoutEs(word) : word[..^1]);
    }

    private static string WithoutEs(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal))
        {
            return word.Length == 4 ? word[..^1] : word[..^3] + "y";
        }

        if (word.EndsWith("yses", StringComparison.Ordinal) || word.EndsWith("heses", StringComparison.Ordinal) || word.EndsWith("gnoses", StringComparison.Ordinal))
        {
            return word[..^2] + "is";
        }

        if (word.EndsWith("ches", StringComparison.Ordinal))
        {
            bool silent = word is "caches" or "niches" or "headaches" or "aches" or "avalanches" or "cliches" or "moustaches" or "psyches" or "quiches" or "apaches";
            return silent ? word[..^1] : word[..^2];
        }

        if (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)
            || word.EndsWith("zzes", StringComparison.Ordinal) || word.EndsWith("iases", StringComparison.Ordinal) || word.EndsWith("tlases", StringComparison.Ordinal)
            || word.EndsWith("nvases", StringComparison.Ordinal))
        {
            return word[..^2];
        }

        if (word.EndsWith("uses", StringComparison.Ordinal))
        {
            bool latin = word.EndsWith("ruses", StringComparison.Ordinal) || word.EndsWith("puses", StringComparison.Ordinal) || word.EndsWith("tuses", StringComparison.Ordinal)
                || word.EndsWith("nuses", StringComparison.Ordinal) || word.EndsWith("cuses", StringComparison.Ordinal) && word is "focuses" or "circuses" || word.EndsWith("nsensuses", StringComparison.Ordinal);
            return latin ? word[..^2] : word[..^1];
        }

        return word[..^1];
    }

    private static bool HasVowel(ReadOnlySpan<char> word) => word.IndexOfAny(s_vowels) >= 0;
}
