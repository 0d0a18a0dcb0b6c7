using PaperGraph.Extraction.Tagging;

namespace PaperGraph.Extraction.Concepts;

/// <summary>
/// A phrase that only lengthens a better one (<c>flow estimation approach</c>), or stands nowhere but inside better ones (<c>estimation approach</c>), says little more: it goes
/// down the list.
/// </summary>
internal sealed class NestedConcepts
{
    /// <summary>In log-odds.</summary>
    private const float Penalty = 0.5f;

    /// <summary>For each token, where the shortest of the better phrases that start there ends; <see cref="int.MaxValue"/> for none.</summary>
    private int[] _ends = new int[512];

    /// <summary>For each token, how far the better phrases around it reach; -1 for none.</summary>
    private int[] _reaches = new int[512];

    /// <param name="ranked">Best first.</param>
    public void Lower(TaggedText text, CandidateSet candidates, List<int> ranked)
    {
        if (_ends.Length < text.Count)
        {
            _ends = new int[text.Count * 2];
            _reaches = new int[text.Count * 2];
        }

        Array.Fill(_ends, int.MaxValue, 0, text.Count);
        Array.Fill(_reaches, -1, 0, text.Count);
        foreach (int number in ranked)
        {
            ref Candidate candidate = ref candidates.Items[number];
            bool lengthens = true, nested = true;
            for (int o = candidate.LastOccurrence; o >= 0 && (lengthens || nested); o = candidates.Occurrences[o].Previous)
            {
                ref readonly Occurrence occurrence = ref candidates.Occurrences[o];
                lengthens = lengthens && HoldsBetter(in occurrence);
                nested = nested && _reaches[occurrence.First] >= occurrence.Last;
            }

            for (int o = candidate.LastOccurrence; o >= 0; o = candidates.Occurrences[o].Previous)
            {
                Take(in candidates.Occurrences[o]);
            }

            if (lengthens || nested)
            {
                candidate.Score = ConceptRanker.Shifted(candidate.Score, -Penalty);
            }
        }
    }

    private void Take(in Occurrence occurrence)
    {
        ref int end = ref _ends[occurrence.First];
        end = Math.Min(end, occurrence.Last);
        for (int token = occurrence.First; token <= occurrence.Last; token++)
        {
            _reaches[token] = Math.Max(_reaches[token], occurrence.Last);
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
