using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PaperGraph.Relatedness;

/// <summary>The nearest of many papers that are offered in any order: greater scores first, ties in the order of their numbers.</summary>
internal sealed class NearestList(int limit)
{
    /// <summary>Of longer lists all that is offered is kept and sorted once.</summary>
    private const int LongestKeptSorted = 256;

    private readonly List<ScoredPaper> _papers = new(limit <= LongestKeptSorted ? limit : 0);

    /// <summary>What has a total below this cannot come in.</summary>
    public int LeastTotal { get; private set; }

    private bool IsKeptSorted => limit <= LongestKeptSorted;

    /// <param name="paper">Not offered before.</param>
    public void Offer(int paper, double score)
    {
        var offered = new ScoredPaper(paper, score);
        if (!IsKeptSorted)
        {
            _papers.Add(offered);
            return;
        }

        int at = _papers.Count;
        while (at > 0 && NearestFirst(offered, _papers[at - 1]) < 0)
        {
            at--;
        }

        if (at < limit)
        {
            if (_papers.Count == limit)
            {
                _papers.RemoveAt(limit - 1);
            }

            _papers.Insert(at, offered);
            LeastTotal = _papers.Count == limit ? PairScore.LeastTotal(_papers[^1].Score) : 0;
        }
    }

    public ImmutableArray<ScoredPaper> ToSorted()
    {
        if (!IsKeptSorted)
        {
            _papers.Sort(NearestFirst);
        }

        return [.. CollectionsMarshal.AsSpan(_papers)[..Math.Min(limit, _papers.Count)]];
    }

    public static int NearestFirst(ScoredPaper left, ScoredPaper right) =>
        left.Score != right.Score ? right.Score.CompareTo(left.Score) : left.Paper.CompareTo(right.Paper);
}
