using System.Collections.Immutable;

namespace PaperGraph.Relatedness;

/// <summary>A near paper, and why.</summary>
/// <param name="Paper">Its place in the list of papers, from 0.</param>
/// <param name="Score">Above 0, at most 1.</param>
/// <param name="Reasons">Strongest first.</param>
public sealed record RelatedPaper(int Paper, double Score, ImmutableArray<RelatednessReason> Reasons);

/// <summary>Every paper's nearest papers: what <c>RELATED_TO</c> edges are made of.</summary>
public static class RelatedPapers
{
    /// <summary>Papers that share less than this share nothing worth an edge: a few common words.</summary>
    public const double LowestScore = 0.03;

    /// <param name="limit">At most so many of a paper.</param>
    /// <param name="reasons">Reasons kept of each.</param>
    /// <returns>For each paper, in the list's order, its nearest, nearest first, ties in the list's order; each depends on its two papers alone.</returns>
    public static ImmutableArray<ImmutableArray<RelatedPaper>> OfAll(
        IReadOnlyList<RelatednessPaper> papers, RelatednessModel model, int limit = 10, int reasons = 5, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(papers);
        using RelatednessIndex index = RelatednessIndex.Build(papers, model, cancellation);
        return OfAll(index, papers, model, limit, reasons, cancellation);
    }

    /// <param name="index">Of the same papers in the same order.</param>
    public static ImmutableArray<ImmutableArray<RelatedPaper>> OfAll(
        RelatednessIndex index, IReadOnlyList<RelatednessPaper> papers, RelatednessModel model, int limit = 10, int reasons = 5, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(papers);
        var nearest = new ImmutableArray<RelatedPaper>[papers.Count];
        ImmutableArray<ImmutableArray<ScoredPaper>> scored = index.NearestOfAll(limit, LowestScore, cancellation);
        var names = new ConceptTermTable();
        var sources = new ReasonSource[papers.Count];
        Parallel.For(0, papers.Count, new ParallelOptions { CancellationToken = cancellation }, paper => sources[paper] = new ReasonSource(papers[paper] with { Title = "", Abstract = "" }, names));
        Parallel.For(0, papers.Count, new ParallelOptions { CancellationToken = cancellation }, paper =>
        {
            // Texts are read for the time that reasons are looked for in them, and not kept.
            var source = new ReasonSource(papers[paper], names);
            nearest[paper] = [.. scored[paper].Select(near => new RelatedPaper(
                near.Paper, Math.Round(near.Score, 4), RelatednessReasons.Between(source, sources[near.Paper], index.Shared(paper, near.Paper), model, reasons)))];
        });
        return [.. nearest];
    }
}
