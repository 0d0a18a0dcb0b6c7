using PaperGraph.Relatedness;

namespace PaperGraph.Training;

/// <summary>Makes the relatedness model: in how many papers of a corpus each stem and phrase stands, and the space of topics.</summary>
public static class RelatednessTraining
{
    /// <summary>Terms of fewer papers are left out: they are as good as unheard of, and most of all terms.</summary>
    public const int LowestCount = 5;

    /// <param name="corpus">Papers as JSON Lines, plain or gzip, some with their <c>authors</c>. Their order makes no difference.</param>
    /// <exception cref="InvalidDataException">A line is no JSON object.</exception>
    public static RelatednessModel Train(string corpus, CancellationToken cancellation = default)
    {
        TrainingPaper[] papers = [.. TrainingPaper.Read(corpus).OrderBy(paper => paper.Title, StringComparer.Ordinal).ThenBy(paper => paper.Abstract, StringComparer.Ordinal)];
        var countByTerm = new Dictionary<ulong, int>();
        var terms = new List<Term>();
        var seen = new HashSet<ulong>();
        foreach (TrainingPaper paper in papers)
        {
            cancellation.ThrowIfCancellationRequested();
            terms.Clear();
            seen.Clear();
            TermReader.Read(paper.Title, terms);
            TermReader.Read(paper.Abstract, terms);
            foreach (Term term in terms)
            {
                if (seen.Add(term.Hash))
                {
                    countByTerm[term.Hash] = countByTerm.GetValueOrDefault(term.Hash) + 1;
                }
            }
        }

        foreach (ulong rare in countByTerm.Where(pair => pair.Value < LowestCount).Select(pair => pair.Key).ToArray())
        {
            countByTerm.Remove(rare);
        }

        RelatednessModel counts = RelatednessModel.Of(papers.Length, LowestCount, countByTerm);
        return counts.With(LatentSpaceTraining.Learn(papers, counts, countByTerm, cancellation));
    }
}
