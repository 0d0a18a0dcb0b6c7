using PaperGraph.Extraction.Concepts;
using PaperGraph.Extraction.Tagging;
using PaperGraph.Models;

namespace PaperGraph.Training;

/// <summary>Adds up, over a corpus, of which types the term tagger takes the terms that end in each word to be.</summary>
internal sealed class HeadKindTraining
{
    /// <summary>Below this chance a phrase is hardly a term, and says nothing.</summary>
    private const float LikelyTerm = 0.3f;
    private const int FewestTerms = 5;

    private readonly Dictionary<ulong, Counts> _byHead = [];

    private sealed class Counts
    {
        public int Terms;
        public double[] Types = new double[HeadKinds.Types];
    }

    /// <summary>Each term of a paper counts once, however often it stands there.</summary>
    public void Add(TaggedText text, CandidateSet candidates)
    {
        for (int i = 0; i < candidates.Count; i++)
        {
            ref Candidate candidate = ref candidates.Items[i];
            double sum = 0;
            for (int type = 0; type < HeadKinds.Types; type++)
            {
                sum += candidate.Types[type];
            }

            ulong head = HeadKinds.HeadOf(text, candidate.BestLast);
            if (sum < LikelyTerm || head == 0)
            {
                continue;
            }

            if (!_byHead.TryGetValue(head, out Counts? counts))
            {
                _byHead.Add(head, counts = new Counts());
            }

            counts.Terms++;
            for (int type = 0; type < HeadKinds.Types; type++)
            {
                counts.Types[type] += candidate.Types[type] / sum;
            }
        }
    }

    public HeadKinds ToKinds()
    {
        KeyTable keys = KeyTable.Build(_byHead.Where(head => head.Value.Terms >= FewestTerms).Select(head => head.Key));
        byte[] shares = new byte[keys.Capacity * HeadKinds.Types];
        foreach ((ulong head, Counts counts) in _byHead.OrderBy(head => head.Key))
        {
            if (counts.Terms >= FewestTerms)
            {
                int slot = keys.Find(head);
                for (int type = 0; type < HeadKinds.Types; type++)
                {
                    shares[(slot * HeadKinds.Types) + type] = (byte)Math.Round(255 * counts.Types[type] / counts.Terms);
                }
            }
        }

        return new HeadKinds(keys, shares);
    }
}
