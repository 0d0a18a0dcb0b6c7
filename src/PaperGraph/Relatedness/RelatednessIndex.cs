using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PaperGraph.Relatedness;

/// <summary>Which papers are near a paper or a text: an inverted index from terms to papers, and each paper's own terms.</summary>
/// <remarks>Two papers' score is the sum of the products of their weights of shared terms (<see cref="TermVector"/>), with what shared code adds to it
/// (<see cref="CodeShare"/>). It depends on the two papers and the model alone. Immutable; safe to ask from many threads.</remarks>
public sealed partial class RelatednessIndex : IDisposable
{
    /// <summary>Weights are kept as 16-bit shares of 1.</summary>
    private const float WeightUnit = 1f / ushort.MaxValue;

    /// <summary>A term of more than one paper in so many is no way to find candidates; it counts when they are scored.</summary>
    private const int CommonShare = 12;

    private readonly int _papers;
    private readonly ReadOnlyMemory<ulong> _terms;             // ascending
    private readonly ReadOnlyMemory<int> _firstPostings;       // by term, and one past the end
    private readonly ReadOnlyMemory<int> _postingPapers;       // ascending within a term
    private readonly ReadOnlyMemory<ushort> _postingWeights;
    private readonly ReadOnlyMemory<int> _firstPaperTerms;     // by paper, and one past the end
    private readonly ReadOnlyMemory<int> _paperTerms;          // ascending within a paper
    private readonly ReadOnlyMemory<ushort> _paperWeights;
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
        _code = code;
        _mapping = mapping;
    }

    public int PaperCount => _papers;

    /// <summary>The papers nearest to one of the index.</summary>
    /// <param name="limit">At least 1.</param>
    /// <param name="passes">Which papers may be among them; null: all but the paper itself.</param>
    /// <returns>Nearest first; ties in the order of their numbers. Papers that share nothing are left out.</returns>
    public ImmutableArray<ScoredPaper> Nearest(int paper, int limit, Func<int, bool>? passes = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)paper, (uint)_papers, nameof(paper));
        ReadOnlySpan<int> first = _firstPaperTerms.Span;
        Range own = first[paper]..first[paper + 1];
        return Nearest(_paperTerms.Span[own], _paperWeights.Span[own], CodeOf(paper), paper, limit, passes);
    }

    /// <summary>The papers nearest to a text, or to a paper that need not be of the index.</summary>
    public ImmutableArray<ScoredPaper> Nearest(RelatednessPaper text, TermCounts counts, int limit, Func<int, bool>? passes = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(counts);
        TermVector vector = TermVector.Of(text, counts);
        var terms = new List<int>(vector.Hashes.Length);
        var weights = new List<ushort>(vector.Hashes.Length);
        for (int i = 0; i < vector.Hashes.Length; i++)
        {
            int term = _terms.Span.BinarySearch(vector.Hashes[i]);
            if (term >= 0)
            {
                terms.Add(term);
                weights.Add(ToShare(vector.Weights[i]));
            }
        }

        (ulong, ulong)[] code = [.. text.Repositories.Select(repository => (TermHash.Node(repository.Id), CodeShare.FolderKey(repository.Folder)))];
        return Nearest([.. terms], [.. weights], code, -1, limit, passes);
    }

    /// <summary>What two papers of the index share, each term with its part of their score.</summary>
    internal SharedTerms Shared(int first, int second)
    {
        var shared = new List<(ulong, double)>();
        ReadOnlySpan<int> starts = _firstPaperTerms.Span;
        ReadOnlySpan<int> terms = _paperTerms.Span;
        ReadOnlySpan<ushort> weights = _paperWeights.Span;
        int other = starts[second];
        for (int own = starts[first]; own < starts[first + 1]; own++)
        {
            while (other < starts[second + 1] && terms[other] < terms[own])
            {
                other++;
            }

            if (other < starts[second + 1] && terms[other] == terms[own])
            {
                shared.Add((_terms.Span[terms[own]], weights[own] * (double)WeightUnit * weights[other] * WeightUnit));
            }
        }

        return new SharedTerms(shared);
    }

    public void Dispose() => _mapping?.Dispose();

    private ImmutableArray<ScoredPaper> Nearest(
        ReadOnlySpan<int> terms, ReadOnlySpan<ushort> weights, ReadOnlySpan<(ulong Repository, ulong Folder)> code, int self, int limit, Func<int, bool>? passes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        float[] sums = ArrayPool<float>.Shared.Rent(_papers);
        Array.Clear(sums, 0, _papers);
        int common = Gather(terms, weights, sums);
        Dictionary<int, double> shares = CodeShares(code, sums);
        ImmutableArray<ScoredPaper> nearest = common == 0
            ? Best(sums, shares, self, limit, passes)
            : Rescore(Best(sums, shares, self, (limit * 2) + 100, passes), terms, weights, shares, limit);
        ArrayPool<float>.Shared.Return(sums);
        return nearest;
    }

    /// <summary>Adds up the terms that are not too common.</summary>
    /// <returns>How many were left out.</returns>
    private int Gather(ReadOnlySpan<int> terms, ReadOnlySpan<ushort> weights, float[] sums)
    {
        ReadOnlySpan<int> first = _firstPostings.Span;
        ReadOnlySpan<int> papers = _postingPapers.Span;
        ReadOnlySpan<ushort> paperWeights = _postingWeights.Span;
        int tooCommon = Math.Max(2000, _papers / CommonShare);
        int common = 0;
        for (int i = 0; i < terms.Length; i++)
        {
            int start = first[terms[i]];
            int length = first[terms[i] + 1] - start;
            if (length > tooCommon)
            {
                common++;
                continue;
            }

            float weight = weights[i] * (WeightUnit * WeightUnit);
            ReadOnlySpan<int> of = papers.Slice(start, length);
            ReadOnlySpan<ushort> with = paperWeights.Slice(start, length);
            for (int j = 0; j < of.Length; j++)
            {
                sums[of[j]] += weight * with[j];
            }
        }

        return common;
    }

    /// <summary>The candidates' whole scores: what was gathered, and the common terms too.</summary>
    private ImmutableArray<ScoredPaper> Rescore(
        ImmutableArray<ScoredPaper> candidates, ReadOnlySpan<int> terms, ReadOnlySpan<ushort> weights, Dictionary<int, double> shares, int limit)
    {
        var scored = new ScoredPaper[candidates.Length];
        for (int i = 0; i < scored.Length; i++)
        {
            int paper = candidates[i].Paper;
            scored[i] = new ScoredPaper(paper, Combine(Product(terms, weights, paper), shares.GetValueOrDefault(paper)));
        }

        Array.Sort(scored, NearestFirst);
        return [.. scored.AsSpan(0, Math.Min(limit, scored.Length))];
    }

    private float Product(ReadOnlySpan<int> terms, ReadOnlySpan<ushort> weights, int paper)
    {
        int start = _firstPaperTerms.Span[paper];
        int end = _firstPaperTerms.Span[paper + 1];
        ReadOnlySpan<int> others = _paperTerms.Span[start..end];
        ReadOnlySpan<ushort> otherWeights = _paperWeights.Span[start..end];
        float sum = 0;
        int other = 0;
        for (int i = 0; i < terms.Length; i++)
        {
            while (other < others.Length && others[other] < terms[i])
            {
                other++;
            }

            if (other < others.Length && others[other] == terms[i])
            {
                sum += weights[i] * (WeightUnit * WeightUnit) * otherWeights[other];
            }
        }

        return sum;
    }

    private ImmutableArray<ScoredPaper> Best(float[] sums, Dictionary<int, double> shares, int self, int limit, Func<int, bool>? passes)
    {
        // The worst of the best on top: what does not beat it is passed by.
        var best = new PriorityQueue<ScoredPaper, ScoredPaper>(Comparer<ScoredPaper>.Create((left, right) => NearestFirst(right, left)));
        double worst = 0;
        for (int paper = 0; paper < _papers; paper++)
        {
            if (sums[paper] <= 0 || paper == self)
            {
                continue;
            }

            double score = shares.Count == 0 ? Math.Min(1, sums[paper]) : Combine(sums[paper], shares.GetValueOrDefault(paper));
            if ((best.Count == limit && score <= worst) || (passes is not null && !passes(paper)))
            {
                continue;
            }

            var scored = new ScoredPaper(paper, score);
            if (best.Count == limit)
            {
                best.DequeueEnqueue(scored, scored);
            }
            else
            {
                best.Enqueue(scored, scored);
            }

            worst = best.Count == limit ? best.Peek().Score : 0;
        }

        ScoredPaper[] sorted = [.. best.UnorderedItems.Select(item => item.Element)];
        Array.Sort(sorted, NearestFirst);
        return ImmutableCollectionsMarshal.AsImmutableArray(sorted);
    }

    /// <summary>What shared code adds, by paper; a paper that shares nothing else gets the smallest sum, so that it is seen.</summary>
    private Dictionary<int, double> CodeShares(ReadOnlySpan<(ulong Repository, ulong Folder)> code, float[] sums)
    {
        var shares = new Dictionary<int, double>();
        ReadOnlySpan<ulong> all = _code.Span;
        foreach ((ulong repository, ulong folder) in code)
        {
            for (int at = FirstOf(repository); at < all.Length && all[at] == repository; at += 3)
            {
                int paper = (int)all[at + 2];
                shares[paper] = CodeShare.Add(shares.GetValueOrDefault(paper), CodeShare.Of(folder, all[at + 1]));
                sums[paper] = Math.Max(sums[paper], float.Epsilon);
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

    private static double Combine(float product, double share) => Math.Min(1, CodeShare.Add(Math.Min(1, product), share));

    private static int NearestFirst(ScoredPaper left, ScoredPaper right) =>
        left.Score != right.Score ? right.Score.CompareTo(left.Score) : left.Paper.CompareTo(right.Paper);

    private static ushort ToShare(float weight) => (ushort)Math.Clamp(MathF.Round(weight * ushort.MaxValue), 1, ushort.MaxValue);
}
