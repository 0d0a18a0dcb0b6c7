using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PaperGraph.Relatedness;

/// <summary>Every paper's nearest at once.</summary>
/// <remarks>Each pair is scored once, for both its papers. Papers are taken in tiles of rows against blocks of columns, so that the totals of a tile and the
/// places of a block stay in the nearest caches. The commonest words, which most pairs share, are kept as full rows of numbers and multiplied sixteen at a
/// time; the others are followed through their postings. Of the places the leading dimensions are multiplied, and the rest only where its length could still
/// bring the pair into a list. Totals are whole numbers and a list's order is total: no order of work shows in the result.</remarks>
public sealed partial class RelatednessIndex
{
    private const int TileRows = 16;
    private const int BlockColumns = 2048;

    /// <summary>So many terms at most are common; below, a term in one of fifty papers is not.</summary>
    private const int MostCommonTerms = 128;
    private const int CommonShare = 50;

    /// <summary>Dimensions that are multiplied for every pair: most of a place's length lies in them.</summary>
    private const int LeadingDimensions = 64;

    /// <summary>As <see cref="Nearest(int, int, Func{int, bool}?)"/> gives for each paper, from a score on.</summary>
    /// <param name="lowest">Papers that score less are left out.</param>
    public ImmutableArray<ImmutableArray<ScoredPaper>> NearestOfAll(int limit, double lowest, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var lists = new NearestList[_papers];
        var leastTotals = new int[_papers];
        for (int paper = 0; paper < _papers; paper++)
        {
            lists[paper] = new NearestList(limit);
            leastTotals[paper] = Math.Max(1, PairScore.LeastTotal(lowest));
        }

        var work = new AllPairs(this, lists, leastTotals, lowest, OfferSharedCode(lists, leastTotals, lowest));
        int tiles = (_papers + TileRows - 1) / TileRows;
        int next = -1;
        Parallel.For(0, Math.Max(1, Environment.ProcessorCount), new ParallelOptions { CancellationToken = cancellation }, _ =>
        {
            var tile = new Tile(Math.Min(LeadingDimensions, Dimensions), work.CommonTerms);
            for (int number = Interlocked.Increment(ref next); number < tiles; number = Interlocked.Increment(ref next))
            {
                cancellation.ThrowIfCancellationRequested();
                work.Score(number * TileRows, tile);
            }
        });
        return [.. lists.Select(list => list.ToSorted())];
    }

    /// <summary>Pairs that share code come first, and are known, so that each is offered once.</summary>
    private HashSet<long> OfferSharedCode(NearestList[] lists, int[] leastTotals, double lowest)
    {
        var shares = new SortedDictionary<long, double>();
        ReadOnlySpan<ulong> all = _code.Span;
        for (int first = 0; first < all.Length; first += 3)
        {
            for (int second = first + 3; second < all.Length && all[second] == all[first]; second += 3)
            {
                int here = (int)all[first + 2], there = (int)all[second + 2];
                if (here != there)
                {
                    long pair = PairOf(Math.Min(here, there), Math.Max(here, there));
                    shares[pair] = CodeShare.Add(shares.GetValueOrDefault(pair), CodeShare.Of(all[first + 1], all[second + 1]));
                }
            }
        }

        foreach ((long pair, double share) in shares)
        {
            int here = (int)(pair >> 32), there = (int)pair;
            double score = CodeShare.Add(Score(here, there), share);
            if (score >= lowest)
            {
                Offer(lists, leastTotals, here, there, score);
                Offer(lists, leastTotals, there, here, score);
            }
        }

        return [.. shares.Keys];
    }

    private static long PairOf(int first, int second) => ((long)first << 32) | (uint)second;

    private static void Offer(NearestList[] lists, int[] leastTotals, int paper, int other, double score)
    {
        NearestList list = lists[paper];
        lock (list)
        {
            list.Offer(other, score);
            leastTotals[paper] = Math.Max(leastTotals[paper], list.LeastTotal);
        }
    }

    /// <summary>What one thread works on: reused from tile to tile.</summary>
    private sealed class Tile(int leadingDimensions, int commonTerms)
    {
        public readonly int[] Totals = new int[TileRows * BlockColumns];
        public readonly int[] Products = new int[TileRows * BlockColumns];
        public readonly short[] Places = new short[TileRows * leadingDimensions];
        public readonly short[] CommonWeights = new short[TileRows * commonTerms];
        public readonly List<Cursor>[] Rows = [.. Enumerable.Range(0, TileRows).Select(_ => new List<Cursor>())];
    }

    /// <summary>How far a row's term has been followed.</summary>
    private struct Cursor
    {
        public int NextPaper;
        public int At;
        public int End;
        public int Weight;
    }

    private sealed class AllPairs
    {
        private readonly RelatednessIndex _index;
        private readonly NearestList[] _lists;
        private readonly int[] _leastTotals;
        private readonly double _lowest;
        private readonly HashSet<long> _offered;
        private readonly bool[] _isCommon;        // by term
        private readonly short[] _commonWeights;  // by paper, then common term
        private readonly int _leading;
        private readonly int[] _lengths;          // by paper: of its place without the leading dimensions, rounded up

        public AllPairs(RelatednessIndex index, NearestList[] lists, int[] leastTotals, double lowest, HashSet<long> offered)
        {
            (_index, _lists, _leastTotals, _lowest, _offered) = (index, lists, leastTotals, lowest, offered);
            int[] common = MostCommon();
            CommonTerms = (common.Length + 15) / 16 * 16;
            _leading = Math.Min(LeadingDimensions, index.Dimensions);
            _lengths = [.. Enumerable.Range(0, index._papers).Select(paper => LengthOf(index.PlaceOf(paper)[_leading..]))];
            _isCommon = new bool[index._terms.Length];
            _commonWeights = new short[index._papers * CommonTerms];
            for (int i = 0; i < common.Length; i++)
            {
                _isCommon[common[i]] = true;
                for (int at = index._firstPostings.Span[common[i]]; at < index._firstPostings.Span[common[i] + 1]; at++)
                {
                    _commonWeights[(index._postingPapers.Span[at] * CommonTerms) + i] = (short)index._postingWeights.Span[at];
                }
            }
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

        /// <summary>Numbers in a row of weights of common terms: a multiple of 16.</summary>
        public int CommonTerms { get; }

        /// <summary>Scores the papers from <paramref name="firstRow"/> on with all that come after them.</summary>
        public void Score(int firstRow, Tile tile)
        {
            int rows = Math.Min(TileRows, _index._papers - firstRow);
            for (int row = 0; row < rows; row++)
            {
                Begin(firstRow + row, tile.Rows[row]);
            }

            _commonWeights.AsSpan(firstRow * CommonTerms, rows * CommonTerms).CopyTo(tile.CommonWeights);
            for (int row = 0; row < rows; row++)
            {
                ReadOnlySpan<sbyte> place = _index.PlaceOf(firstRow + row);
                for (int d = 0; d < _leading; d++)
                {
                    tile.Places[(row * _leading) + d] = place[d];
                }
            }

            for (int start = firstRow / BlockColumns * BlockColumns; start < _index._papers; start += BlockColumns)
            {
                int columns = Math.Min(BlockColumns, _index._papers - start);
                SetCommonTerms(tile, rows, start, columns);
                for (int row = 0; row < rows; row++)
                {
                    AddTerms(CollectionsMarshal.AsSpan(tile.Rows[row]), start, start + columns, tile.Totals.AsSpan(row * BlockColumns, BlockColumns));
                }

                MultiplyPlaces(tile, rows, start, columns);
                for (int row = 0; row < rows; row++)
                {
                    int paper = firstRow + row;
                    int skipped = Math.Clamp(paper + 1 - start, 0, columns);
                    Range compared = ((row * BlockColumns) + skipped)..((row * BlockColumns) + columns);
                    Take(paper, start + skipped, tile.Totals.AsSpan(compared), tile.Products.AsSpan(compared));
                }
            }
        }

        private void Begin(int paper, List<Cursor> cursors)
        {
            cursors.Clear();
            ReadOnlySpan<int> firstPostings = _index._firstPostings.Span;
            ReadOnlySpan<int> postingPapers = _index._postingPapers.Span;
            ReadOnlySpan<int> first = _index._firstPaperTerms.Span;
            for (int i = first[paper]; i < first[paper + 1]; i++)
            {
                int term = _index._paperTerms.Span[i];
                if (_isCommon[term])
                {
                    continue;
                }

                int start = firstPostings[term], end = firstPostings[term + 1];
                int after = start + postingPapers[start..end].BinarySearch(paper) + 1;
                if (after < end)
                {
                    cursors.Add(new Cursor { NextPaper = postingPapers[after], At = after, End = end, Weight = _index._paperWeights.Span[i] });
                }
            }
        }

        /// <summary>Sets the totals to what common terms bring.</summary>
        private void SetCommonTerms(Tile tile, int rows, int start, int columns)
        {
            if (CommonTerms == 0)
            {
                Array.Clear(tile.Totals);
                return;
            }

            ReadOnlySpan<short> weights = _commonWeights.AsSpan(start * CommonTerms, columns * CommonTerms);
            for (int row = 0; row < rows; row += 4)
            {
                PlaceProduct.OfFour(
                    tile.CommonWeights.AsSpan(row * CommonTerms, 4 * CommonTerms), weights, CommonTerms, CommonTerms, tile.Totals.AsSpan(row * BlockColumns, 4 * BlockColumns), BlockColumns);
            }
        }

        private int[] MostCommon()
        {
            int[] common = [.. Enumerable.Range(0, _index._terms.Length).Where(term => Papers(term) > Math.Max(1000, _index._papers / CommonShare))];
            return [.. common.OrderByDescending(Papers).ThenBy(term => term).Take(MostCommonTerms)];

            int Papers(int term) => _index._firstPostings.Span[term + 1] - _index._firstPostings.Span[term];
        }

        /// <summary>Follows a row's terms through a block of columns.</summary>
        private void AddTerms(Span<Cursor> cursors, int start, int end, Span<int> totals)
        {
            ref int papers = ref MemoryMarshal.GetReference(_index._postingPapers.Span);
            ref ushort weights = ref MemoryMarshal.GetReference(_index._postingWeights.Span);
            foreach (ref Cursor cursor in cursors)
            {
                if (cursor.NextPaper >= end)
                {
                    continue;
                }

                int at = cursor.At, last = cursor.End, weight = cursor.Weight;
                int paper = cursor.NextPaper;
                while (true)
                {
                    totals[paper - start] += weight * Unsafe.Add(ref weights, at);
                    if (++at == last)
                    {
                        paper = int.MaxValue;
                        break;
                    }

                    paper = Unsafe.Add(ref papers, at);
                    if (paper >= end)
                    {
                        break;
                    }
                }

                (cursor.At, cursor.NextPaper) = (at, paper);
            }
        }

        private void MultiplyPlaces(Tile tile, int rows, int start, int columns)
        {
            if (_leading == 0)
            {
                return;
            }

            int dimensions = _index.Dimensions;
            ReadOnlySpan<sbyte> places = _index._places.Span.Slice(start * dimensions, columns * dimensions);
            for (int row = 0; row < rows; row += 4)
            {
                PlaceProduct.OfFour(
                    tile.Places.AsSpan(row * _leading, 4 * _leading), places, dimensions, _leading, tile.Products.AsSpan(row * BlockColumns, 4 * BlockColumns), BlockColumns);
            }
        }

        /// <summary>Offers what may come into one of the two lists.</summary>
        /// <param name="totals">What terms bring.</param>
        /// <param name="products">Of the leading dimensions.</param>
        private void Take(int paper, int start, ReadOnlySpan<int> totals, ReadOnlySpan<int> products)
        {
            ReadOnlySpan<int> least = _leastTotals.AsSpan(start, totals.Length);
            ReadOnlySpan<int> lengths = _lengths.AsSpan(start, totals.Length);
            ref int firstTotal = ref MemoryMarshal.GetReference(totals);
            ref int firstProduct = ref MemoryMarshal.GetReference(products);
            ref int firstLength = ref MemoryMarshal.GetReference(lengths);
            ref int firstLeast = ref MemoryMarshal.GetReference(least);
            Vector256<int> length = Vector256.Create(_lengths[paper]);
            int i = 0;
            for (; i + Vector256<int>.Count <= totals.Length; i += Vector256<int>.Count)
            {
                Vector256<int> latent = Vector256.Max(Vector256.LoadUnsafe(ref firstProduct, (nuint)i) + (length * Vector256.LoadUnsafe(ref firstLength, (nuint)i)), Vector256<int>.Zero);
                Vector256<int> most = Vector256.LoadUnsafe(ref firstTotal, (nuint)i) + (latent * PairScore.LatentFactor);
                Vector256<int> bound = Vector256.Min(Vector256.Create(_leastTotals[paper]), Vector256.LoadUnsafe(ref firstLeast, (nuint)i));
                if (Vector256.GreaterThanOrEqualAny(most, bound))
                {
                    for (int j = i; j < i + Vector256<int>.Count; j++)
                    {
                        Offer(paper, start + j, totals[j], products[j]);
                    }
                }
            }

            for (; i < totals.Length; i++)
            {
                Offer(paper, start + i, totals[i], products[i]);
            }
        }

        private void Offer(int paper, int other, int terms, int product)
        {
            int bound = Math.Min(_leastTotals[paper], _leastTotals[other]);
            if (terms == 0 || PairScore.Total(terms, product + (_lengths[paper] * _lengths[other])) < bound)
            {
                return;
            }

            int total = PairScore.Total(terms, product + PlaceProduct.Of(_index.PlaceOf(paper)[_leading..], _index.PlaceOf(other)[_leading..]));
            bool here = total >= _leastTotals[paper], there = total >= _leastTotals[other];
            double score = PairScore.Of(total);
            if ((!here && !there) || score < _lowest || (_offered.Count > 0 && _offered.Contains(PairOf(paper, other))))
            {
                return;
            }

            if (here)
            {
                RelatednessIndex.Offer(_lists, _leastTotals, paper, other, score);
            }

            if (there)
            {
                RelatednessIndex.Offer(_lists, _leastTotals, other, paper, score);
            }
        }
    }
}
