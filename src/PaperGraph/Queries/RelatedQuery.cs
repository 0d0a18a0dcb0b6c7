using System.Collections.Immutable;
using PaperGraph.Graph;
using PaperGraph.Relatedness;

namespace PaperGraph.Queries;

/// <summary>A related paper, and why.</summary>
/// <param name="Score">Above 0, at most 1.</param>
/// <param name="Reasons">Strongest first; their shares sum to 1 at most.</param>
public sealed record RelatedRow(PaperRow Paper, double Score, ImmutableArray<RelatednessReason> Reasons);

/// <summary>Which papers are related, and why?</summary>
public sealed class RelatedQuery
{
    private readonly KnowledgeGraph _graph;
    private readonly RelatednessIndex _index;
    private readonly RelatednessModel _model;
    private readonly NodeId[] _papers;

    /// <param name="index">Of the graph's papers, in the graph's order; not disposed.</param>
    public RelatedQuery(KnowledgeGraph graph, RelatednessIndex index, RelatednessModel model)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(model);
        (_graph, _index, _model) = (graph, index, model);
        _papers = [.. graph.NodesOf(NodeLabel.Paper)];
        if (index.PaperCount != _papers.Length)
        {
            throw new ArgumentException($"The index has {index.PaperCount} papers and the graph {_papers.Length}.", nameof(index));
        }
    }

    /// <summary>The index of a graph's papers.</summary>
    public static RelatednessIndex BuildIndex(KnowledgeGraph graph, RelatednessModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return RelatednessIndex.Build(PaperTexts.WithoutConcepts(graph), model, cancellation);
    }

    /// <summary>Papers related to one, or to several together: each candidate's mean score, so that what is near all of them comes first.</summary>
    /// <param name="limit">0: all.</param>
    /// <returns>Most related first; ties by id. Papers that are asked about, or share nothing, are left out.</returns>
    public ImmutableArray<RelatedRow> Ask(ImmutableArray<NodeId> papers, PaperFilter filter, int limit)
    {
        ArgumentNullException.ThrowIfNull(filter);
        int wanted = limit == 0 ? _papers.Length : limit;
        HashSet<NodeId> asked = [.. papers];
        IEnumerable<ScoredPaper> nearest = papers.Length == 1
            ? _index.Related(NumberOf(papers[0]), wanted, Passing(filter, asked))
            : Together(papers, Passing(filter, asked), wanted);
        RelatednessPaper[] texts = [.. papers.Select(paper => PaperTexts.Of(_graph, paper))];
        return [.. nearest.Select(near => RowOf(near, texts))];
    }

    /// <summary>Papers related to a text, such as a pasted abstract.</summary>
    /// <param name="limit">0: all.</param>
    public ImmutableArray<RelatedRow> Ask(string text, PaperFilter filter, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(filter);
        var asked = new RelatednessPaper("", text);
        return [.. _index.Related(asked, _model, limit == 0 ? Math.Max(1, _papers.Length) : limit, Passing(filter, [])).Select(near => RowOf(near, [asked]))];
    }

    private Func<int, bool>? Passing(PaperFilter filter, HashSet<NodeId> asked) =>
        filter == PaperFilter.All && asked.Count <= 1 ? null : number => !asked.Contains(_papers[number]) && filter.Passes(_graph, _papers[number]);

    private IEnumerable<ScoredPaper> Together(ImmutableArray<NodeId> papers, Func<int, bool>? passes, int wanted)
    {
        var sums = new SortedDictionary<int, double>();
        foreach (NodeId paper in papers.Distinct())
        {
            foreach (ScoredPaper near in _index.Related(NumberOf(paper), Math.Max(wanted, 1000), passes))
            {
                sums[near.Paper] = sums.GetValueOrDefault(near.Paper) + (near.Score / papers.Length);
            }
        }

        return sums.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(wanted).Select(pair => new ScoredPaper(pair.Key, pair.Value));
    }

    private RelatedRow RowOf(ScoredPaper near, RelatednessPaper[] asked)
    {
        RelatednessPaper other = PaperTexts.Of(_graph, _papers[near.Paper]);
        ImmutableArray<RelatednessReason> reasons = asked.Length == 1
            ? RelatednessReasons.Between(asked[0], other, _model)
            : Merge([.. asked.Select(paper => RelatednessReasons.Between(paper, other, _model))]);
        return new RelatedRow(PaperRow.Of(_graph, _papers[near.Paper]), Math.Round(near.Score, 4), reasons);
    }

    /// <summary>Reasons towards several papers: the mean of their shares.</summary>
    private static ImmutableArray<RelatednessReason> Merge(ImmutableArray<RelatednessReason>[] reasons) =>
    [
        .. reasons.SelectMany(list => list)
            .GroupBy(reason => (reason.Kind, reason.Name))
            .Select(group => group.First() with { Share = Math.Round(group.Sum(reason => reason.Share) / reasons.Length, 4) })
            .OrderByDescending(reason => reason.Share)
            .ThenBy(reason => reason.Kind)
            .ThenBy(reason => reason.Name, StringComparer.Ordinal)
            .Take(8),
    ];

    private int NumberOf(NodeId paper) => Array.BinarySearch(_papers, paper);
}
