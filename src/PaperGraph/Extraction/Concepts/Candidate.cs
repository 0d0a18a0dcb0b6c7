using System.Runtime.Intrinsics;
using PaperGraph.Extraction.Tagging;

namespace PaperGraph.Extraction.Concepts;

/// <summary>A phrase that may be a concept, with all its places.</summary>
internal struct Candidate
{
    /// <summary>Hash of its singular words.</summary>
    public ulong Phrase;

    /// <summary>Newest occurrence in <see cref="CandidateSet.Occurrences"/>, which links to the earlier ones.</summary>
    public int LastOccurrence;
    public int Count;
    public int TitleCount;

    /// <summary>Occurrences that are a whole noun phrase.</summary>
    public int AloneCount;

    /// <summary>The occurrence that shows it best: the likeliest mention, else the first.</summary>
    public int BestFirst;
    public int BestLast;

    /// <summary>First occurrence's token, the title left out where the abstract has one.</summary>
    public int Earliest;

    /// <summary>Chance that its likeliest occurrence is a mention of a term, of any type but generic.</summary>
    public float BestChance;
    public float ChanceSum;
    public float GenericChance;

    /// <summary>Largest chance of a longer stretch around one of its occurrences.</summary>
    public float ContainerChance;

    /// <summary>Chances of each type, a lane each, added over its occurrences; only those that <see cref="TypeChances"/> sums up mean something.</summary>
    public Vector256<float> Types;
    public bool Proposed;

    /// <summary>Whether a place of it follows a proposing verb at once: <c>we introduce a sparse index</c>.</summary>
    public bool Presented;

    /// <summary>How often the rarest of its words stands in the text.</summary>
    public int LeastRepeated;

    /// <summary>Words of it that the title has, wherever: 0 none, 1 fewer than half, 2 half or more, 3 all.</summary>
    public int TitleWords;

    /// <summary>Whether it is a whole noun phrase of the title.</summary>
    public bool HeadsTitle;
    public bool HasShortForm;

    /// <summary>Different noun phrases around its occurrences, itself among them; no more than three are told apart.</summary>
    public int DistinctRuns;
    public ulong FirstRun;
    public ulong SecondRun;

    /// <summary>Where it stands in a noun phrase of the title: 0 in none, 1 inside, 2 at its start, 3 at its end, 4 all of it.</summary>
    public int PlaceInTitle;

    /// <summary>Chance that an expert would choose it, and that one would mark it as a term.</summary>
    public float Score;
    public float TermScore;

    /// <summary>Whether its chances are enough for the list.</summary>
    public bool IsListed;
}

/// <summary>Chances of the types that a term can have, as <see cref="TermLattice.ChancesFrom"/> gives them: a type's lane is its number.</summary>
internal static class TypeChances
{
    public static float Sum(in Vector256<float> chances) => chances[0] + chances[1] + chances[2] + chances[3] + chances[4];
}

/// <param name="Previous">The candidate's occurrence before this one; -1 for the first.</param>
internal readonly record struct Occurrence(int First, int Last, int Previous);
