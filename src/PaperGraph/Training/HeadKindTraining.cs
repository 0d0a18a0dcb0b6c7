using PaperGraph.Extraction.Concepts;
using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;
using PaperGraph.Models;

namespace PaperGraph.Training;

/// <summary>Adds up, over a corpus, of which types the term tagger takes the terms that end in each word to be.</summary>
internal sealed class HeadKindTraining
{
    /// <summary>Below this chance a phrase is hardly a term, and says nothing.</summary>
    private const float LikelyTerm = 0.3f;
    private const int FewestTerms = 5;
    private const int FewestClassWords = 3;
    private const double NearlyAllClassWords = 0.85;

    private readonly Dictionary<ulong, Counts> _byHead = [];

    private sealed class Counts
    {
        public int Terms;
        public double[] Types = new double[HeadKinds.Types];
        public int Methods;
        public int Data;
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

            Counts counts = Of(head);
            counts.Terms++;
            for (int type = 0; type < HeadKinds.Types; type++)
            {
                counts.Types[type] += candidate.Types[type] / sum;
            }
        }
    }

    /// <summary>Counts what class words say of the names before them, wherever they stand.</summary>
    public void AddNames(TaggedText text)
    {
        for (int i = 0; i + 1 < text.Count; i++)
        {
            ReadOnlySpan<char> next = text.Text.FormOf(i + 1);
            (bool isData, bool isMethod) = (NameClassWord.IsDataset(next), NameClassWord.IsMethod(next));
            if ((isData || isMethod) && HeadKinds.IsName(text, i) && !text.Text[i + 1].Has(TokenTraits.SentenceStart) && HeadKinds.HeadOf(text, i) is var head && head != 0)
            {
                Counts counts = Of(head);
                counts.Data += isData ? 1 : 0;
                counts.Methods += isMethod ? 1 : 0;
            }
        }
    }

    private Counts Of(ulong head)
    {
        if (!_byHead.TryGetValue(head, out Counts? counts))
        {
            _byHead.Add(head, counts = new Counts());
        }

        return counts;
    }

    private static byte NamedType(Counts counts)
    {
        int all = counts.Data + counts.Methods;
        return (byte)(all < FewestClassWords ? 0 : counts.Data >= NearlyAllClassWords * all ? TermLabel.Material + 1 : counts.Methods >= NearlyAllClassWords * all ? TermLabel.Method + 1 : 0);
    }

    public HeadKinds ToKinds()
    {
        KeyTable keys = KeyTable.Build(_byHead.Where(head => head.Value.Terms >= FewestTerms).Select(head => head.Key));
        byte[] shares = new byte[keys.Capacity * HeadKinds.Types], named = new byte[keys.Capacity];
        foreach ((ulong head, Counts counts) in _byHead.OrderBy(head => head.Key))
        {
            if (counts.Terms >= FewestTerms)
            {
                int slot = keys.Find(head);
                named[slot] = NamedType(counts);
                for (int type = 0; type < HeadKinds.Types; type++)
                {
                    shares[(slot * HeadKinds.Types) + type] = (byte)Math.Round(255 * counts.Types[type] / counts.Terms);
                }
            }
        }

        return new HeadKinds(keys, shares, named);
    }
}
