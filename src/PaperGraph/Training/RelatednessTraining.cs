using PaperGraph.Relatedness;

namespace PaperGraph.Training;

/// <summary>Makes the relatedness model: in how many papers of a corpus each stem and phrase stands.</summary>
public static class RelatednessTraining
{
    /// <summary>Terms of fewer papers are left out: they are as good as unheard of, and most of all terms.</summary>
    public const int LowestCount = 5;

    /// <param name="corpus">Papers as JSON Lines, plain or gzip. Their order makes no difference.</param>
    /// <exception cref="InvalidDataException">A line is no JSON object.</exception>
    public static TermCounts Train(string corpus, CancellationToken cancellation = default)
    {
        var counts = new Dictionary<ulong, int>();
        var terms = new List<Term>();
        var seen = new HashSet<ulong>();
        int papers = 0;
        foreach (TrainingPaper paper in TrainingPaper.Read(corpus))
        {
            cancellation.ThrowIfCancellationRequested();
            papers++;
            terms.Clear();
            seen.Clear();
            TermReader.Read(paper.Title, terms);
            TermReader.Read(paper.Abstract, terms);
            foreach (Term term in terms)
            {
                if (seen.Add(term.Hash))
                {
                    counts[term.Hash] = counts.GetValueOrDefault(term.Hash) + 1;
                }
            }
        }

        return TermCounts.Of(papers, LowestCount, counts);
    }
}
