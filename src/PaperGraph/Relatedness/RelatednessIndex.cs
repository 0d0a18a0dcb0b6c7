using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

    /// <summary>Dimensions that are multiplied first: most of a place's length lies in them, and the length of the rest tells what it can bring at most.</summary>
    private const int LeadingDimensions = 64;

    private readonly int _papers;
    private readonly ReadOnlyMemory<ulong> _terms;             // ascending
    private readonly ReadOnlyMemory<int> _firstPostings;       // by term, and one past the end
    private readonly ReadOnlyMemory<int> _postingPapers;       // ascending within a term
    private readonly ReadOnlyMemory<ushort> _postingWeights;
    private readonly ReadOnlyMemory<int> _firstPaperTerms;     // by paper, and one past the end
    private readonly ReadOnlyMemory<int> _paperTerms;          // ascending within a paper
    private readonly ReadOnlyMemory<ushort> _paperWeights;
    private readonly ReadOnlyMemory<sbyte> _leads;             // by paper, then leading dimension
    private readonly ReadOnlyMemory<sbyte> _rests;             // by paper, then dimension behind the leading ones
    private readonly ReadOnlyMemory<int> _restLengths;         // by paper, rounded up
    private readonly ReadOnlyMemory<ulong> _code;              // repository, folder, paper: ascending triples
    private readonly ReadOnlyMemory<int> _codeByPaper;         // numbers of the triples, by paper
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
        ReadOnlyMemory<sbyte> leads,
        ReadOnlyMemory<sbyte> rests,
        ReadOnlyMemory<int> restLengths,
        ReadOnlyMemory<ulong> code,
        ReadOnlyMemory<int> codeByPaper,
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
        _leads = leads;
        _rests = rests;
        _restLengths = restLengths;
        _code = code;
        _codeByPaper = codeByPaper;
        _mapping = mapping;
    }

    public int PaperCount => _papers;

    private int Dimensions => _papers == 0 ? 0 : (_leads.Length + _rests.Length) / _papers;

    /// <summary>The papers nearest to one of the index.</summary>
    /// <param name="limit">At least 1.</param>
    /// <param name="passes">Which papers may be among them; null: all but the paper itself.</param>
    /// <returns>Nearest first; ties in the order of their numbers. Papers that share nothing are left out.</returns>
    public ImmutableArray<ScoredPaper> Nearest(int paper, int limit, Func<int, bool>? passes = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)paper, (uint)_papers, nameof(paper));
        ReadOnlySpan<int> first = _firstPaperTerms.Span;
        Range own = first[paper]..first[paper + 1];
        return Nearest(_paperTerms.Span[own], _paperWeights.Span[own], [.. LeadOf(paper), .. RestOf(paper)], CodeOf(paper), paper, limit, passes);
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
        ReadOnlySpan<ulong> hashes = _terms.Span;
        int most = Math.Min(MostSharedTerms, Math.Min(terms.Length, others.Length));
        ulong[] shared = ArrayPool<ulong>.Shared.Rent(most);
        double[] parts = ArrayPool<double>.Shared.Rent(most);
        int count = 0;
        int product = 0;
        for (int i = 0, j = 0; i < terms.Length && j < others.Length;)
        {
            int difference = terms[i] - others[j];
            if (difference == 0)
            {
                product += weights[i] * otherWeights[j];
                if (count < most)
                {
                    (shared[count], parts[count]) = (hashes[terms[i]], PairScore.OfTerm(weights[i], otherWeights[j]));
                    count++;
                }
            }

            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }

        var both = new SharedTerms(shared.AsSpan(0, count), parts.AsSpan(0, count), PairScore.Of(PairScore.Total(product, LatentProduct(first, second))));
        ArrayPool<ulong>.Shared.Return(shared);
        ArrayPool<double>.Shared.Return(parts);
        return both;
    }

    public void Dispose() => _mapping?.Dispose();

    private static int LeadingOf(int dimensions) => Math.Min(LeadingDimensions, dimensions);

    private int PapersWith(int term) => _firstPostings.Span[term + 1] - _firstPostings.Span[term];

    private ReadOnlySpan<sbyte> LeadOf(int paper) => RowOf(_leads, paper);

    private ReadOnlySpan<sbyte> RestOf(int paper) => RowOf(_rests, paper);

    private ReadOnlySpan<sbyte> RowOf(ReadOnlyMemory<sbyte> rows, int paper)
    {
        int length = rows.Length / _papers;
        return rows.Span.Slice(paper * length, length);
    }

    private int LatentProduct(int first, int second) => PlaceProduct.Of(LeadOf(first), LeadOf(second)) + PlaceProduct.Of(RestOf(first), RestOf(second));

    /// <summary>Two papers' score without shared code.</summary>
    private double Score(int first, int second)
    {
        ReadOnlySpan<int> starts = _firstPaperTerms.Span;
        Range here = starts[first]..starts[first + 1], there = starts[second]..starts[second + 1];
        int product = TermProduct.Of(_paperTerms.Span[here], _paperWeights.Span[here], _paperTerms.Span[there], _paperWeights.Span[there]);
        return PairScore.Of(PairScore.Total(product, LatentProduct(first, second)));
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

        int least = place.IsEmpty || limit > MostBounded ? 0 : LeastTotalByTerms(totals, place, self, limit, passes);
        OfferAll(nearest, totals.AsSpan(0, _papers), place, self, least, passes);
        ArrayPool<int>.Shared.Return(totals);
        return nearest.ToSorted();
    }

    /// <param name="termTotals">By paper, what the terms bring.</param>
    /// <param name="least">What has a total below this is not among the nearest.</param>
    private void OfferAll(NearestList nearest, ReadOnlySpan<int> termTotals, ReadOnlySpan<sbyte> place, int self, int least, Func<int, bool>? passes)
    {
        int leading = place.IsEmpty ? 0 : LeadingOf(Dimensions);
        ReadOnlySpan<sbyte> lead = place[..leading], rest = place[leading..];
        int length = LengthOf(rest);
        ReadOnlySpan<int> restLengths = _restLengths.Span;
        foreach (int paper in new PapersWithTotals(termTotals, Math.Max(1, least - (place.IsEmpty ? 0 : PairScore.MostLatent))))
        {
            int total = termTotals[paper];
            if (leading > 0)
            {
                least = Math.Max(least, nearest.LeastTotal);
                int product = PlaceProduct.Of(lead, LeadOf(paper));
                if (PairScore.Total(total, product + (length * restLengths[paper])) < least)
                {
                    continue;
                }

                total = PairScore.Total(total, product + PlaceProduct.Of(rest, RestOf(paper)));
            }

            if (total >= nearest.LeastTotal && paper != self && (passes is null || passes(paper)))
            {
                nearest.Offer(paper, PairScore.Of(total));
            }
        }
    }

    private int TotalOf(int paper, int termTotal, ReadOnlySpan<sbyte> place)
    {
        int leading = place.IsEmpty ? 0 : LeadingOf(Dimensions);
        return place.IsEmpty ? termTotal : PairScore.Total(termTotal, PlaceProduct.Of(place[..leading], LeadOf(paper)) + PlaceProduct.Of(place[leading..], RestOf(paper)));
    }

    private static int LengthOf(ReadOnlySpan<sbyte> place)
    {
        int squares = 0;
        foreach (sbyte value in place)
        {
            squares += value * value;
        }

        return (int)Math.Ceiling(Math.Sqrt(squares));
    }

    /// <summary>As many papers as are asked for have this total or more: those that terms bring nearest are looked at.</summary>
    /// <param name="termTotals">By paper, what the terms bring.</param>
    private int LeastTotalByTerms(int[] termTotals, ReadOnlySpan<sbyte> place, int self, int limit, Func<int, bool>? passes)
    {
        var byTerms = new NearestList(limit * 2);
        int least = 1;
        for (PapersWithTotals papers = new(termTotals.AsSpan(0, _papers), least); papers.MoveNext();)
        {
            int paper = papers.Current;
            if (paper != self && (passes is null || passes(paper)))
            {
                byTerms.Offer(paper, PairScore.Of(termTotals[paper]));
                papers.Raise(byTerms.LeastTotal);
            }
        }

        var bound = new NearestList(limit);
        foreach (ScoredPaper near in byTerms.ToSorted())
        {
            bound.Offer(near.Paper, PairScore.Of(TotalOf(near.Paper, termTotals[near.Paper], place)));
        }

        return bound.LeastTotal;
    }

    /// <summary>Papers whose total is not below a least one, eight looked at at a time.</summary>
    private ref struct PapersWithTotals(ReadOnlySpan<int> totals, int least)
    {
        private readonly ReadOnlySpan<int> _totals = totals;
        private Vector256<int> _least = Vector256.Create(least - 1);
        private int _start = -Vector256<int>.Count;
        private uint _open;

        public int Current { get; private set; }

        public readonly PapersWithTotals GetEnumerator() => this;

        public void Raise(int least) => _least = Vector256.Max(_least, Vector256.Create(least - 1));

        public bool MoveNext()
        {
            while (_open == 0)
            {
                _start += Vector256<int>.Count;
                int left = _totals.Length - _start;
                if (left <= 0)
                {
                    return false;
                }

                _open = left >= Vector256<int>.Count
                    ? Vector256.GreaterThan(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(_totals), (nuint)_start), _least).ExtractMostSignificantBits()
                    : LastOnes(_totals[_start..]);
            }

            Current = _start + BitOperations.TrailingZeroCount(_open);
            _open &= _open - 1;
            return true;
        }

        private readonly uint LastOnes(ReadOnlySpan<int> totals)
        {
            Span<int> whole = stackalloc int[Vector256<int>.Count];
            whole.Fill(int.MinValue);
            totals.CopyTo(whole);
            return Vector256.GreaterThan(Vector256.Create<int>(whole), _least).ExtractMostSignificantBits();
        }
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

    /// <summary>Repositories and folders of the paper's own code.</summary>
    private (ulong Repository, ulong Folder)[] CodeOf(int paper)
    {
        var code = new List<(ulong, ulong)>();
        ReadOnlySpan<ulong> all = _code.Span;
        ReadOnlySpan<int> byPaper = _codeByPaper.Span;
        int low = 0, high = byPaper.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = (int)all[(byPaper[middle] * 3) + 2] < paper ? (middle + 1, high) : (low, middle);
        }

        for (; low < byPaper.Length && (int)all[(byPaper[low] * 3) + 2] == paper; low++)
        {
            code.Add((all[byPaper[low] * 3], all[(byPaper[low] * 3) + 1]));
        }

        return [.. code];
    }

    private bool ShareCode(int first, int second) =>
        CodeOf(first) is { Length: > 0 } code && Array.Exists(CodeOf(second), other => Array.Exists(code, own => own.Repository == other.Repository));
}
