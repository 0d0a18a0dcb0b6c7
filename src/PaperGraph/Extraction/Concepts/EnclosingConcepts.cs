namespace PaperGraph.Extraction.Concepts;

/// <summary>
/// In how many others each concept that may be listed lies: <c>architecture</c>, beside <c>neural architecture</c>, <c>architecture search</c> and <c>neural architecture search</c>, is
/// what they have in common, and says less than any.
/// </summary>
internal sealed class EnclosingConcepts
{
    /// <summary>No more are told apart.</summary>
    public const int Most = 3;

    /// <summary>Of what is no such concept.</summary>
    private static readonly Enclosing s_none = new(-1, -1, -1);

    private readonly List<Place> _places = [];

    /// <summary>For each token, number + 1 in <see cref="_places"/> of the newest place that starts there; 0 for none.</summary>
    private int[] _starts = new int[512];
    private Enclosing[] _enclosing = new Enclosing[512];

    /// <param name="Next">Number + 1 of another place that starts at the same token; 0 for none.</param>
    private readonly record struct Place(int Last, int Concept, int Next);

    private readonly record struct Enclosing(int First, int Second, int Count);

    /// <returns>0 to <see cref="Most"/>.</returns>
    public int this[int leader] => _enclosing[leader].Count;

    /// <summary>Counts for all that may be listed.</summary>
    public void Count(int tokens, CandidateSet candidates, ConceptGroups groups)
    {
        Reset(tokens, candidates.Count, groups.Ranked);
        for (int i = 0; i < candidates.Count; i++)
        {
            int leader = groups.LeaderOf(i);
            for (int o = _enclosing[leader] != s_none ? candidates.Items[i].LastOccurrence : -1; o >= 0; o = candidates.Occurrences[o].Previous)
            {
                ref readonly Occurrence occurrence = ref candidates.Occurrences[o];
                _places.Add(new Place(occurrence.Last, leader, _starts[occurrence.First]));
                _starts[occurrence.First] = _places.Count;
            }
        }

        for (int first = 0; first < tokens; first++)
        {
            for (int p = _starts[first]; p > 0; p = _places[p - 1].Next)
            {
                CountAround(first, _places[p - 1]);
            }
        }
    }

    private void Reset(int tokens, int candidates, List<int> leaders)
    {
        _places.Clear();
        if (_starts.Length < tokens)
        {
            _starts = new int[tokens * 2];
        }

        if (_enclosing.Length < candidates)
        {
            _enclosing = new Enclosing[candidates * 2];
        }

        Array.Clear(_starts, 0, tokens);
        Array.Fill(_enclosing, s_none, 0, candidates);
        foreach (int leader in leaders)
        {
            _enclosing[leader] = default;
        }
    }

    private void CountAround(int first, Place inner)
    {
        for (int start = Math.Max(0, first - CandidateSet.LongestMention + 1); start <= first; start++)
        {
            for (int p = _starts[start]; p > 0; p = _places[p - 1].Next)
            {
                Place outer = _places[p - 1];
                if (outer.Last >= inner.Last && outer.Last - start > inner.Last - first && outer.Concept != inner.Concept)
                {
                    Add(ref _enclosing[inner.Concept], outer.Concept);
                }
            }
        }
    }

    private static void Add(ref Enclosing enclosing, int concept)
    {
        enclosing = enclosing.Count switch
        {
            0 => new Enclosing(concept, -1, 1),
            1 when concept != enclosing.First => enclosing with { Second = concept, Count = 2 },
            2 when concept != enclosing.First && concept != enclosing.Second => enclosing with { Count = Most },
            _ => enclosing,
        };
    }
}
