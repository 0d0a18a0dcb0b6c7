using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PaperGraph.Models;

namespace PaperGraph.Relatedness;

/// <summary>Every paper's nearest at once.</summary>
/// <remarks>Each pair is scored once, for both its papers. Papers are taken in tiles of rows against blocks of columns, so that the totals of a tile and the
/// places of a block stay in the nearest caches. The commonest words, which most pairs share, are kept as full rows of numbers (<see cref="ColumnPanels"/>);
/// the others are followed through their postings. Totals are whole numbers and a list's order is total: no order of work shows in the result.</remarks>
public sealed partial class RelatednessIndex
{
    private const int TileRows = 64;
    private const int BlockColumns = 1024;

    /// <summary>A term's postings lie anywhere: they are sent for so many terms before they are followed.</summary>
    private const int CursorsAhead = 6;

    /// <summary>So many terms at most are common; below, a term in one of fifty papers is not.</summary>
    private const int MostCommonTerms = 128;
    private const int CommonShare = 50;

    /// <summary>Where more papers than this state the same repositories as a paper, its nearest are looked for alone: the pairs of a repository that everybody names
    /// are too many to go through.</summary>
    private const int MostCodeMates = 1000;

    /// <summary>As <see cref="Nearest(int, int, Func{int, bool}?)"/> gives for each paper, from a score on.</summary>
    /// <param name="lowest">Papers that score less are left out.</param>
    public ImmutableArray<ImmutableArray<ScoredPaper>> NearestOfAll(int limit, double lowest, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var parallel = new ParallelOptions { CancellationToken = cancellation };
        var lists = new NearestList[_papers];
        var leastTotals = new int[ColumnPanels.Padded(_papers)];
        leastTotals.AsSpan(_papers).Fill(int.MaxValue);
        for (int paper = 0; paper < _papers; paper++)
        {
            lists[paper] = new NearestList(limit);
            leastTotals[paper] = Math.Max(1, PairScore.LeastTotal(lowest));
        }

        Dictionary<int, int> alone = OfferSharedCode(lists, leastTotals, lowest);
        var work = new AllPairs(this, lists, leastTotals, lowest);
        int tiles = (_papers + TileRows - 1) / TileRows;
        int next = -1;
        Parallel.For(0, Math.Max(1, Environment.ProcessorCount), parallel, _ =>
        {
            var tile = new Tile(work.CommonTerms, Dimensions);
            for (int number = Interlocked.Increment(ref next); number < tiles; number = Interlocked.Increment(ref next))
            {
                cancellation.ThrowIfCancellationRequested();
                work.Score(number * TileRows, tile);
            }
        });
        var nearest = new ImmutableArray<ScoredPaper>[_papers];
        Parallel.For(0, _papers, parallel, paper =>
            nearest[paper] = alone.ContainsKey(paper) ? [.. Nearest(paper, limit).TakeWhile(near => near.Score >= lowest)] : lists[paper].ToSorted());
        return [.. nearest];
    }

    /// <summary>Pairs that share code come first: the other way by which a pair's score is found leaves them out.</summary>
    /// <returns>Papers whose lists are not filled: too many share code with them.</returns>
    private Dictionary<int, int> OfferSharedCode(NearestList[] lists, int[] leastTotals, double lowest)
    {
        var mates = new Dictionary<int, int>();
        ReadOnlySpan<ulong> all = _code.Span;
        for (int first = 0, end; first < all.Length; first = end)
        {
            end = first;
            while (end < all.Length && all[end] == all[first])
            {
                end += 3;
            }

            for (int at = first; at < end; at += 3)
            {
                mates[(int)all[at + 2]] = mates.GetValueOrDefault((int)all[at + 2]) + ((end - first) / 3) - 1;
            }
        }

        var alone = new Dictionary<int, int>();
        foreach ((int paper, int count) in mates)
        {
            if (count > MostCodeMates)
            {
                alone.Add(paper, count);
                leastTotals[paper] = int.MaxValue;
                continue;
            }

            foreach ((int mate, double share) in count == 0 ? [] : CodeShares(CodeOf(paper)))
            {
                double score = mate == paper ? 0 : CodeShare.Add(Score(paper, mate), share);
                if (mate != paper && score >= lowest)
                {
                    lists[paper].Offer(mate, score);
                }
            }

            leastTotals[paper] = Math.Max(leastTotals[paper], lists[paper].LeastTotal);
        }

        return alone;
    }

    /// <summary>What one thread works on: reused from tile to tile.</summary>
    private sealed class Tile(int commonTerms, int dimensions)
    {
        public readonly int[] Totals = new int[TileRows * BlockColumns];
        public readonly short[] CommonWeights = new short[TileRows * commonTerms];
        public readonly short[] Places = new short[TileRows * dimensions];
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
        private readonly int[] _leastTotals; // by paper, padded
        private readonly double _lowest;
        private readonly bool[] _isCommon;   // by term
        private readonly bool[] _hasCode;    // by paper
        private readonly ColumnPanels _common;
        private readonly ColumnPanels _places;

        public AllPairs(RelatednessIndex index, NearestList[] lists, int[] leastTotals, double lowest)
        {
            (_index, _lists, _leastTotals, _lowest) = (index, lists, leastTotals, lowest);
            int[] common = MostCommon();
            _isCommon = new bool[index._terms.Length];
            _common = new ColumnPanels(index._papers, common.Length);
            for (int i = 0; i < common.Length; i++)
            {
                _isCommon[common[i]] = true;
                for (int at = index._firstPostings.Span[common[i]]; at < index._firstPostings.Span[common[i] + 1]; at++)
                {
                    _common.Set(index._postingPapers.Span[at], i, (short)index._postingWeights.Span[at]);
                }
            }

            _places = new ColumnPanels(index._papers, index.Dimensions);
            for (int paper = 0; paper < index._papers; paper++)
            {
                ReadOnlySpan<sbyte> lead = index.LeadOf(paper), rest = index.RestOf(paper);
                for (int d = 0; d < index.Dimensions; d++)
                {
                    _places.Set(paper, d, d < lead.Length ? lead[d] : rest[d - lead.Length]);
                }
            }

            _hasCode = new bool[index._papers];
            for (int at = 2; at < index._code.Length; at += 3)
            {
                _hasCode[(int)index._code.Span[at]] = true;
            }
        }

        /// <summary>Numbers in a row of weights of common terms.</summary>
        public int CommonTerms => _common.Numbers;

        /// <summary>Scores the papers from <paramref name="firstRow"/> on with all that come after them.</summary>
        public void Score(int firstRow, Tile tile)
        {
            int rows = Math.Min(TileRows, _index._papers - firstRow);
            for (int row = 0; row < rows; row++)
            {
                Begin(firstRow + row, tile.Rows[row]);
                _common.CopyTo(firstRow + row, tile.CommonWeights.AsSpan(row * _common.Numbers, _common.Numbers));
                _places.CopyTo(firstRow + row, tile.Places.AsSpan(row * _places.Numbers, _places.Numbers));
            }

            // A tile begins where a panel does.
            for (int start = firstRow; start < _index._papers;)
            {
                int end = Math.Min(_index._papers, (start / BlockColumns * BlockColumns) + BlockColumns);
                for (int row = 0; row < TileRows; row += ColumnPanels.Rows)
                {
                    _common.Multiply(tile.CommonWeights.AsSpan(row * _common.Numbers), start, end, tile.Totals.AsSpan(row * BlockColumns), BlockColumns);
                }

                for (int row = 0; row < rows; row++)
                {
                    AddTerms(CollectionsMarshal.AsSpan(tile.Rows[row]), start, end, tile.Totals.AsSpan(row * BlockColumns, BlockColumns));
                }

                for (int row = 0; row < rows; row += ColumnPanels.Rows)
                {
                    Take(firstRow + row, Math.Min(ColumnPanels.Rows, rows - row), start, end, tile.Places.AsSpan(row * _places.Numbers), tile.Totals.AsSpan(row * BlockColumns));
                }

                start = end;
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
            for (int i = 0; i < cursors.Length; i++)
            {
                ref Cursor cursor = ref cursors[i];
                if (i + CursorsAhead < cursors.Length && cursors[i + CursorsAhead].NextPaper < end)
                {
                    Ahead.Fetch(in Unsafe.Add(ref papers, cursors[i + CursorsAhead].At));
                    Ahead.Fetch(in Unsafe.Add(ref weights, cursors[i + CursorsAhead].At));
                }

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

        /// <summary>Offers what may come into one of the two lists.</summary>
        /// <param name="totals">What terms bring: by row, then column.</param>
        private void Take(int firstRow, int rows, int start, int end, ReadOnlySpan<short> places, ReadOnlySpan<int> totals)
        {
            Span<int> products = stackalloc int[ColumnPanels.Rows * ColumnPanels.Width];
            for (int column = start; column < end; column += ColumnPanels.Width)
            {
                _places.Multiply(places, column, column + ColumnPanels.Width, products, ColumnPanels.Width);
                for (int row = 0; row < rows; row++)
                {
                    int paper = firstRow + row;
                    Vector256<int> ownLeast = Vector256.Create(_leastTotals[paper]);
                    for (int half = 0; half < ColumnPanels.Width; half += Vector256<int>.Count)
                    {
                        Vector256<int> product = Vector256.Create<int>(products[((row * ColumnPanels.Width) + half)..]);
                        Vector256<int> total = Vector256.Create(totals[((row * BlockColumns) + (column - start) + half)..]) + (Vector256.Max(product, Vector256<int>.Zero) * PairScore.LatentFactor);
                        Vector256<int> least = Vector256.Min(ownLeast, Vector256.Create<int>(_leastTotals.AsSpan(column + half)));
                        uint open = Vector256.GreaterThanOrEqual(total, least).ExtractMostSignificantBits();
                        for (; open != 0; open &= open - 1)
                        {
                            int lane = half + System.Numerics.BitOperations.TrailingZeroCount(open);
                            Offer(paper, column + lane, totals[(row * BlockColumns) + (column - start) + lane], products[(row * ColumnPanels.Width) + lane]);
                        }
                    }
                }
            }
        }

        /// <param name="terms">What terms bring.</param>
        /// <param name="product">Of the two places.</param>
        private void Offer(int paper, int other, int terms, int product)
        {
            if (other <= paper || terms == 0)
            {
                return;
            }

            int total = PairScore.Total(terms, product);
            bool here = total >= _leastTotals[paper], there = total >= _leastTotals[other];
            double score = PairScore.Of(total);
            if ((!here && !there) || score < _lowest || (_hasCode[paper] && _hasCode[other] && _index.ShareCode(paper, other)))
            {
                return;
            }

            if (here)
            {
                Offer(paper, other, score);
            }

            if (there)
            {
                Offer(other, paper, score);
            }
        }

        private void Offer(int paper, int other, double score)
        {
            NearestList list = _lists[paper];
            lock (list)
            {
                list.Offer(other, score);
                _leastTotals[paper] = Math.Max(_leastTotals[paper], list.LeastTotal);
            }
        }
    }
}
