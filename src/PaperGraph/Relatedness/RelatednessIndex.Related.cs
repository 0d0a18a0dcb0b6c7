using System.Collections.Immutable;

namespace PaperGraph.Relatedness;

/// <summary>Near papers that stand among near papers come first.</summary>
/// <remarks>To the score of the pair comes half as much support: the candidate's mean nearness to the ten papers that are nearest to the one asked about,
/// each weighed by its own nearness. A candidate that shares an odd word alone has none. A new paper changes the answer about another only where it comes
/// into that one's nearest.</remarks>
public sealed partial class RelatednessIndex
{
    /// <summary>What support weighs beside the pair's own score.</summary>
    private const double SupportWeight = 0.5;

    private const int Supporters = 10;

    /// <summary>Of so many more by their own score the answer is chosen; support seldom lifts what stands further down.</summary>
    private const int CandidateShare = 2;

    private const int FewestCandidates = 20;

    /// <summary>The papers most related to one of the index.</summary>
    /// <param name="limit">At least 1.</param>
    /// <param name="passes">Which papers may be among them; null: all but the paper itself. Support comes from all.</param>
    /// <returns>Most related first; ties in the order of their numbers.</returns>
    public ImmutableArray<ScoredPaper> Related(int paper, int limit, Func<int, bool>? passes = null)
    {
        ImmutableArray<ScoredPaper> candidates = Nearest(paper, CandidatesFor(limit), passes);
        return Supported(candidates, passes is null ? candidates : Nearest(paper, Supporters), limit);
    }

    /// <summary>The papers most related to a text, or to a paper that need not be of the index.</summary>
    public ImmutableArray<ScoredPaper> Related(RelatednessPaper text, RelatednessModel model, int limit, Func<int, bool>? passes = null)
    {
        ImmutableArray<ScoredPaper> candidates = Nearest(text, model, CandidatesFor(limit), passes);
        return Supported(candidates, passes is null ? candidates : Nearest(text, model, Supporters), limit);
    }

    /// <summary>As <see cref="Related(int, int, Func{int, bool}?)"/> gives for each paper, of those whose own score is not below the lowest.</summary>
    public IReadOnlyList<ImmutableArray<ScoredPaper>> RelatedOfAll(int limit, double lowest, CancellationToken cancellation = default)
    {
        ImmutableArray<ImmutableArray<ScoredPaper>> nearest = NearestOfAll(CandidatesFor(limit), lowest, cancellation);
        var related = new ImmutableArray<ScoredPaper>[_papers];
        Parallel.For(0, _papers, new ParallelOptions { CancellationToken = cancellation }, paper => related[paper] = Supported(nearest[paper], nearest[paper], limit));
        return related;
    }

    private static int CandidatesFor(int limit) => Math.Max(FewestCandidates, (int)Math.Min(int.MaxValue, limit * (long)CandidateShare));

    /// <param name="candidates">With the scores of their pairs.</param>
    /// <param name="nearest">Nearest to the paper asked about, by the same scores, nearest first.</param>
    private ImmutableArray<ScoredPaper> Supported(ImmutableArray<ScoredPaper> candidates, ImmutableArray<ScoredPaper> nearest, int limit)
    {
        ReadOnlySpan<ScoredPaper> supporters = nearest.AsSpan(0, Math.Min(Supporters, nearest.Length));
        SupporterTerms terms = _supporterTerms.TryTake(out SupporterTerms? used) ? used : new SupporterTerms(this);
        var numbers = new int[supporters.Length];
        double whole = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = supporters[i].Paper;
            whole += supporters[i].Score;
        }

        terms.Set(numbers);
        Span<double> near = stackalloc double[Supporters];
        var scored = new ScoredPaper[candidates.Length];
        for (int i = 0; i < scored.Length; i++)
        {
            ScoredPaper candidate = candidates[i];
            terms.Score(candidate.Paper, near);
            double support = 0;
            for (int other = 0; other < supporters.Length; other++)
            {
                support += supporters[other].Paper == candidate.Paper ? 0 : supporters[other].Score * near[other];
            }

            scored[i] = candidate with { Score = (candidate.Score + (whole > 0 ? SupportWeight * support / whole : 0)) / (1 + SupportWeight) };
        }

        _supporterTerms.Add(terms);
        Array.Sort(scored, NearestList.NearestFirst);
        return [.. scored.AsSpan(0, Math.Min(limit, scored.Length))];
    }
}
