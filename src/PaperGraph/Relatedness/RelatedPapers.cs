using System.Collections.Immutable;

namespace PaperGraph.Relatedness;

/// <summary>A near paper, and why.</summary>
/// <param name="Paper">Its place in the list of papers, from 0.</param>
/// <param name="Score">Above 0, at most 1, in steps of 1/200: finer, each page that is added would change the support of thousands of edges, and write them anew, by what nobody sees.</param>
/// <param name="Reasons">Strongest first.</param>
public sealed record RelatedPaper(int Paper, double Score, ImmutableArray<RelatednessReason> Reasons);

/// <summary>Every paper's nearest papers: what <c>RELATED_TO</c> edges are made of.</summary>
public static class RelatedPapers
{
    /// <summary>Papers that share less than this share nothing worth an edge: a few common words.</summary>
    public const double LowestScore = 0.03;

    private const int PapersAtOnce = 1024;
    private const double StepsOfScore = 200;

    /// <param name="limit">At most so many of a paper.</param>
    /// <param name="reasons">Reasons kept of each.</param>
    /// <param name="indexed">Told the index of the papers, for as long as it runs.</param>
    /// <returns>For each paper, in the list's order, its nearest, nearest first, ties in the list's order; Reasons are
    /// looked for while the papers are walked, so that none need be held; walked again, all is done again.</returns>
    public static IEnumerable<ImmutableArray<RelatedPaper>> OfAll(
        IReadOnlyList<RelatednessPaper> papers, RelatednessModel model, int limit = 10, int reasons = 5, Action<RelatednessIndex>? indexed = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(papers);
        ArgumentNullException.ThrowIfNull(model);
        return Related(papers, model, limit, reasons, indexed, cancellation);
    }

    /// <summary>Of the score as questions give it, to four digits: both say the same.</summary>
    private static double CoarseScore(double score) => Math.Round(Math.Round(score, 4) * StepsOfScore) / StepsOfScore;

    private static IEnumerable<ImmutableArray<RelatedPaper>> Related(
        IReadOnlyList<RelatednessPaper> papers, RelatednessModel model, int limit, int reasons, Action<RelatednessIndex>? indexed, CancellationToken cancellation)
    {
        var parallel = new ParallelOptions { CancellationToken = cancellation };
        using RelatednessIndex index = RelatednessIndex.Build(papers, model, cancellation);
        indexed?.Invoke(index);
        IReadOnlyList<ImmutableArray<ScoredPaper>> scored = index.RelatedOfAll(limit, LowestScore, cancellation);
        var names = new ConceptTermTable();
        var sources = new ReasonSource[papers.Count];
        Parallel.For(0, papers.Count, parallel, paper => sources[paper] = new ReasonSource(papers[paper] with { Title = "", Abstract = "" }, names));
        names.Complete();
        for (int start = 0; start < papers.Count; start += PapersAtOnce)
        {
            var nearest = new ImmutableArray<RelatedPaper>[Math.Min(PapersAtOnce, papers.Count - start)];
            int first = start;
            Parallel.For(0, nearest.Length, parallel, i =>
            {
                // Texts are read for the time that reasons are looked for in them, and not kept.
                int paper = first + i;
                ReasonSource source = sources[paper].WithText(papers[paper]);
                nearest[i] = [.. scored[paper].Select(near => new RelatedPaper(
                    near.Paper, CoarseScore(near.Score), RelatednessReasons.Between(source, sources[near.Paper], index.Shared(paper, near.Paper), model, reasons)))];
            });
            foreach (ImmutableArray<RelatedPaper> list in nearest)
            {
                yield return list;
            }
        }
    }
}
