namespace PaperGraph.Extraction.Concepts;

/// <summary>Which candidates are one concept, with what it gets from them all.</summary>
internal sealed class ConceptGroups
{
    private int[] _leaders = new int[512];
    private bool[] _hasOthers = new bool[512];

    public List<int> Ranked { get; } = [];

    public void Reset(CandidateSet candidates)
    {
        Ranked.Clear();
        if (_leaders.Length < candidates.Count)
        {
            _leaders = new int[candidates.Count * 2];
            _hasOthers = new bool[candidates.Count * 2];
        }

        Array.Clear(_hasOthers, 0, candidates.Count);

        for (int i = 0; i < candidates.Count; i++)
        {
            _leaders[i] = i;
        }
    }

    /// <summary>The candidate that names the concept which this one is part of.</summary>
    public int LeaderOf(int candidate)
    {
        while (_leaders[candidate] != candidate)
        {
            candidate = _leaders[candidate];
        }

        return candidate;
    }

    /// <summary>Whether the concept that this leads has other spellings.</summary>
    public bool HasOthers(int leader) => _hasOthers[leader];

    /// <summary>Makes a candidate another spelling of <paramref name="leader"/>, which takes the better scores.</summary>
    public void Merge(CandidateSet candidates, int leader, int candidate)
    {
        leader = LeaderOf(leader);
        candidate = LeaderOf(candidate);
        if (leader == candidate)
        {
            return;
        }

        _leaders[candidate] = leader;
        _hasOthers[leader] = true;
        ref Candidate kept = ref candidates.Items[leader];
        ref Candidate merged = ref candidates.Items[candidate];
        kept.Score = EitherOf(kept.Score, merged.Score);
        kept.TermScore = Math.Max(kept.TermScore, merged.TermScore);
        kept.Count += merged.Count;
        kept.TitleCount += merged.TitleCount;
        kept.Types += merged.Types;
    }

    /// <summary>Two spellings are more evidence than one, though not independent: half the gain of independence.</summary>
    private static float EitherOf(float left, float right)
    {
        float larger = Math.Max(left, right), smaller = Math.Min(left, right);
        return larger + ((1 - larger) * smaller * 0.5f);
    }
}
