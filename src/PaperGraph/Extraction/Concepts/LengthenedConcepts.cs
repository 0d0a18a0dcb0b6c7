using PaperGraph.Extraction.Tagging;

namespace PaperGraph.Extraction.Concepts;

/// <summary>A phrase that only lengthens a better one (<c>flow estimation approach</c>) says little more: it goes down the list.</summary>
internal sealed class LengthenedConcepts
{
    /// <summary>In log-odds.</summary>
    private const float Penalty = 0.5f;

    /// <summary>For each token, where the shortest of the better phrases that start there ends; <see cref="int.MaxValue"/> for none.</summary>
    private int[] _ends = new int[512];

    /// <param name="ranked">Best first.</param>
    public void Lower(TaggedText text, CandidateSet candidates, List<int> ranked)
    {
        if (_ends.Length < text.Count)
        {
            _ends = new int[text.Count * 2];
        }

        Array.Fill(_ends, int.MaxValue, 0, text.Count);
        foreach (int number in ranked)
        {
            ref Candidate candidate = ref candidates.Items[number];
            bool lengthens = true;
            for (int o = candidate.LastOccurrence; o >= 0 && lengthens; o = candidates.Occurrences[o].Previous)
            {
                lengthens = HoldsBetter(candidates.Occurrences[o]);
            }

            for (int o = candidate.LastOccurrence; o >= 0; o = candidates.Occurrences[o].Previous)
            {
                ref int end = ref _ends[candidates.Occurrences[o].First];
                end = Math.Min(end, candidates.Occurrences[o].Last);
            }

            if (lengthens)
            {
                candidate.Score = ConceptRanker.Shifted(candidate.Score, -Penalty);
            }
        }
    }

    private bool HoldsBetter(in Occurrence occurrence)
    {
        for (int token = occurrence.First; token <= occurrence.Last; token++)
        {
            if (_ends[token] <= occurrence.Last)
            {
                return true;
            }
        }

        return false;
    }
}
