using System.Buffers;
using System.Collections.Immutable;

namespace PaperGraph.Relatedness;

/// <summary>Which papers are near a paper or a text: an inverted index from terms to papers, and each paper's own terms and place.</summary>
/// <remarks>Two papers' score is that of <see cref="PairScore"/>, with what shared code adds to it (<see cref="CodeShare"/>). It depends on the two papers
/// and the model alone. Every paper is scored, none is left out on a guess. Immutable; safe to ask from many threads.</remarks>
public sealed partial class RelatednessIndex : IDisposable
{
    /// <summary>Of more terms than this, which takes two long texts that are nearly one, no reason is told.</summary>
    private const int MostSharedTerms = 4096;

    /// <summary>For longer lists every paper is scored in full.</summary>
    private const int MostBounded = 100;

    private readonly int _papers;
    private readonly ReadOnlyMemory<ulong> _terms;             // ascending
    private readonly ReadOnlyMemory<int> _firstPostings;       // by term, and one past the end
    private readonly ReadOnlyMemory<int> _postingPapers;       // ascending within a term
    private readonly ReadOnlyMemory<ushort> _postingWeights;
    private readonly ReadOnlyMemory<int> _firstPaperTerms;     // by paper, and one past the end
    private readonly ReadOnlyMemory<int> _paperTerms;          // ascending within a paper
    private readonly ReadOnlyMemory<ushort> _paperWeights;
    private readonly ReadOnlyMemory<sbyte> _places;            // by paper, then dimension
    private readonly ReadOnlyMemory<ulong> _code;              // repository, folder, paper: ascending triples
    private readonly IDisposable? _mapping;

    private RelatednessIndex(
        int papers,
        ReadOnlyMemory<ulong> terms,
        ReadOnlyMemory<int> firstPostings,
        ReadOnlyMemory<int> postingPapers,
        ReadOnlyMemory<ushort> postingWeights,
        ReadOnlyMemory<int> firstPaperTerms,
        ReadOnlyMemory<int> paperTerms,
        ReadOnlyMemory<ushort> paperWeights,
        ReadOnlyMemory<sbyte> places,
        ReadOnlyMemory<ulong> code,
        IDisposable? mapping)
    {
        _papers = papers;
        _terms = terms;
        _firstPostings = firstPostings;
        _postingPapers = postingPapers;
        _postingWeights = postingWeights;
        _firstPaperTerms = firstPaperTerms;
        _paperTerms = paperTerms;
        _paperWeights = paperWeights;
        _places = places;
        _code = code;
        _mapping = mapping;
    }

    public int PaperCount => _papers;

    private int Dimensions => _papers == 0 ? 0 : _places.Length / _papers;

    /// <summary>The papers nearest to one of the index.</summary>
    /// <param name="limit">At least 1.</param>
    /// <param name="passes">Which papers may be among them; null: all but the paper itself.</param>
    /// <returns>Nearest first; ties in the order of their numbers. Papers that share nothing are left out.</returns>
    public ImmutableArray<ScoredPaper> Nearest(int paper, int limit, Func<int, bool>? passes = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)paper, (uint)_papers, nameof(paper));
        ReadOnlySpan<int> first = _firstPaperTerms.Span;
        Range own = first[paper]..first[paper + 1];
        return Nearest(_paperTerms.Span[own], _paperWeights.Span[own], PlaceOf(paper), CodeOf(paper), paper, limit, passes);
    }

    /// <summary>The papers nearest to a text, or to a paper that need not be of the index.</summary>
    public ImmutableArray<ScoredPaper> Nearest(RelatednessPaper text, RelatednessModel model, int limit, Func<int, bool>? passes = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(model);
        TermVector vector = TermVector.Of(text, model);
        var terms = new List<int>(vector.Hashes.Length);
        var weights = new List<ushort>(vector.Hashes.Length);
        for (int i = 0; i < vector.Hashes.Length; i++)
        {
            int term = _terms.Span.BinarySearch(vector.Hashes[i]);
            if (term >= 0)
            {
                terms.Add(term);
                weights.Add(PairScore.Quantise(vector.Weights[i]));
            }
        }

        (ulong, ulong)[] code = [.. text.Repositories.Select(repository => (TermHash.Node(repository.Id), CodeShare.FolderKey(repository.Folder)))];
        sbyte[] place = Dimensions == model.Space.Dimensions ? model.Space.PlaceOf(vector.Hashes, vector.Weights) : [];
        return Nearest([.. terms], [.. weights], place, code, -1, limit, passes);
    }

    /// <summary>What two papers of the index share, each term with its part of their score.</summary>
    internal SharedTerms Shared(int first, int second)
    {
        ReadOnlySpan<int> starts = _firstPaperTerms.Span;
        Range here = starts[first]..starts[first + 1], there = starts[second]..starts[second + 1];
        ReadOnlySpan<int> terms = _paperTerms.Span[here], others = _paperTerms.Span[there];
        ReadOnlySpan<ushort> weights = _paperWeights.Span[here], otherWeights = _paperWeights.Span[there];
        Span<ulong> shared = stackalloc ulong[MostSharedTerms];
        Span<double> parts = stackalloc double[MostSharedTerms];
        int count = 0;
        for (int i = 0, j = 0; i < terms.Length && j < others.Length && count < MostSharedTerms;)
        {
            int difference = terms[i] - others[j];
            if (difference == 0)
            {
                (shared[count], parts[count]) = (_terms.Span[terms[i]], PairScore.OfTerm(weights[i], otherWeights[j]));
                count++;
            }

            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }

        return new SharedTerms(shared[..count], parts[..count], Score(first, second));
    }

    public void Dispose() => _mapping?.Dispose();

    private ReadOnlySpan<sbyte> PlaceOf(int paper) => _places.Span.Slice(paper * Dimensions, Dimensions);

    /// <summary>Two papers' score without shared code.</summary>
    private double Score(int first, int second)
    {
        ReadOnlySpan<int> starts = _firstPaperTerms.Span;
        Range here = starts[first]..starts[first + 1], there = starts[second]..starts[second + 1];
        int product = TermProduct.Of(_paperTerms.Span[here], _paperWeights.Span[here], _paperTerms.Span[there], _paperWeights.Span[there]);
        return PairScore.Of(PairScore.Total(product, PlaceProduct.Of(PlaceOf(first), PlaceOf(second))));
    }

    private ImmutableArray<ScoredPaper> Nearest(
        ReadOnlySpan<int> terms, ReadOnlySpan<ushort> weights, ReadOnlySpan<sbyte> place, ReadOnlySpan<(ulong Repository, ulong Folder)> code, int self, int limit, Func<int, bool>? passes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        int[] totals = ArrayPool<int>.Shared.Rent(Math.Max(1, _papers));
        Array.Clear(totals, 0, _papers);
        AddTerms(terms, weights, totals);
        Dictionary<int, double> shares = CodeShares(code);
        var nearest = new NearestList(limit);
        foreach ((int paper, double share) in shares)
        {
            if (paper != self && (passes is null || passes(paper)))
            {
                nearest.Offer(paper, CodeShare.Add(PairScore.Of(TotalOf(paper, totals[paper], place)), share));
            }

            totals[paper] = 0;
        }

        int least = place.IsEmpty ? 0 : LeastTermTotal(totals, place, self, limit, passes);
        for (int paper = 0; paper < _papers; paper++)
        {
            if (totals[paper] <= least || paper == self)
            {
                continue;
            }

            int total = TotalOf(paper, totals[paper], place);
            if (total >= nearest.LeastTotal && (passes is null || passes(paper)))
            {
                nearest.Offer(paper, PairScore.Of(total));
            }
        }

        ArrayPool<int>.Shared.Return(totals);
        return nearest.ToSorted();
    }

    private int TotalOf(int paper, int termTotal, ReadOnlySpan<sbyte> place) =>
        place.IsEmpty ? termTotal : PairScore.Total(termTotal, PlaceProduct.Of(place, PlaceOf(paper)));

    /// <summary>Papers whose terms alone bring no more than this cannot be among the nearest, however near their place is: as many others are nearer already.</summary>
    /// <param name="termTotals">By paper, what the terms bring.</param>
    private int LeastTermTotal(int[] termTotals, ReadOnlySpan<sbyte> place, int self, int limit, Func<int, bool>? passes)
    {
        if (limit > MostBounded)
        {
            return 0;
        }

        var byTerms = new NearestList(limit * 2);
        for (int paper = 0; paper < _papers; paper++)
        {
            if (termTotals[paper] > 0 && termTotals[paper] >= byTerms.LeastTotal && paper != self && (passes is null || passes(paper)))
            {
                byTerms.Offer(paper, PairScore.Of(termTotals[paper]));
            }
        }

        var bound = new NearestList(limit);
        foreach (ScoredPaper near in byTerms.ToSorted())
        {
            bound.Offer(near.Paper, PairScore.Of(TotalOf(near.Paper, termTotals[near.Paper], place)));
        }

        return Math.Max(0, bound.LeastTotal - PairScore.MostLatent - 1);
    }

    private void AddTerms(ReadOnlySpan<int> terms, ReadOnlySpan<ushort> weights, int[] totals)
    {
        ReadOnlySpan<int> first = _firstPostings.Span;
        ReadOnlySpan<int> papers = _postingPapers.Span;
        ReadOnlySpan<ushort> paperWeights = _postingWeights.Span;
        for (int i = 0; i < terms.Length; i++)
        {
            int start = first[terms[i]];
            int length = first[terms[i] + 1] - start;
            int weight = weights[i];
            ReadOnlySpan<int> of = papers.Slice(start, length);
            ReadOnlySpan<ushort> with = paperWeights.Slice(start, length);
            for (int j = 0; j < of.Length; j++)
            {
                totals[of[j]] += weight * with[j];
            }
        }
    }

    /// <summary>What shared code adds, by paper.</summary>
    private Dictionary<int, double> CodeShares(ReadOnlySpan<(ulong Repository, ulong Folder)> code)
    {
        var shares = new Dictionary<int, double>();
        ReadOnlySpan<ulong> all = _code.Span;
        foreach ((ulong repository, ulong folder) in code)
        {
            for (int at = FirstOf(repository); at < all.Length && all[at] == repository; at += 3)
            {
                int paper = (int)all[at + 2];
                shares[paper] = CodeShare.Add(shares.GetValueOrDefault(paper), CodeShare.Of(folder, all[at + 1]));
            }
        }

        return shares;
    }

    /// <summary>Place of the first triple of the repository, or of the next one.</summary>
    private int FirstOf(ulong repository)
    {
        ReadOnlySpan<ulong> all = _code.Span;
        int low = 0, high = all.Length / 3;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = all[middle * 3] < repository ? (middle + 1, high) : (low, middle);
        }

        return low * 3;
    }

    private (ulong, ulong)[] CodeOf(int paper)
    {
        var code = new List<(ulong, ulong)>();
        ReadOnlySpan<ulong> all = _code.Span;
        for (int at = 0; at < all.Length; at += 3)
        {
            if ((int)all[at + 2] == paper)
            {
                code.Add((all[at], all[at + 1]));
            }
        }

        return [.. code];
    }
}
