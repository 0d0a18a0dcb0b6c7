using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using PaperGraph.Models;

namespace PaperGraph.Relatedness;

/// <summary>Every paper's nearest at once.</summary>
/// <remarks>Each pair is looked at once, for both its papers. Papers are taken in tiles of rows against blocks of columns, so that the totals of a tile and the
/// places of a block stay in the nearest caches. Of a pair come first the product of the places and what the less common terms bring, through their postings; what the
/// commonest bring (<see cref="CommonTerms"/>) is bounded, and added up where the bound leaves the pair open. Totals are whole numbers and a list's order is
/// total: no order of work shows in the result.</remarks>
public sealed partial class RelatednessIndex
{
    private const int TileRows = 64;
    private const int BlockColumns = BlockPostings.Width;

    /// <summary>A line of the cache more than a block: else all rows of a column would compete for the same places in it.</summary>
    private const int TotalsOfRow = BlockColumns + 16;

    /// <summary>Terms of so many papers and more have their postings by blocks; those of others, which are nearly all, lie each as a whole.</summary>
    private const int FewestOfBlocks = 128;

    /// <summary>A term's postings lie anywhere: they are sent for so many terms before they are followed.</summary>
    private const int CursorsAhead = 6;

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
        var leastTotals = new int[PlacePanels.Padded(_papers)];
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
            var tile = work.NewTile();
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
    private sealed class Tile(int commonTerms, int placeLength)
    {
        public readonly int[] Totals = new int[TileRows * TotalsOfRow];
        public readonly ushort[] CommonWeights = new ushort[TileRows * commonTerms];
        public readonly int[] Places = new int[TileRows * placeLength];
        public readonly List<BlockTerm>[] BlockTerms = [.. Enumerable.Range(0, TileRows).Select(_ => new List<BlockTerm>())];
        public readonly List<Cursor>[] Cursors = [.. Enumerable.Range(0, TileRows).Select(_ => new List<Cursor>())];
    }

    /// <summary>A row's term that has its postings by blocks.</summary>
    private readonly record struct BlockTerm(int Number, int Weight);

    /// <summary>How far a row's other term has been followed.</summary>
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
        private readonly int[] _leastTotals; // by paper, padded; above 0, so that a pair without a term in common comes into no list
        private readonly double _lowest;
        private readonly bool[] _hasCode;    // by paper
        private readonly CommonTerms _common;
        private readonly int[] _commonLengths; // by paper, padded
        private readonly int[] _blockNumbers;  // by term: its number among those with postings by blocks; -1 for others
        private readonly BlockPostings _blocks;
        private readonly PlacePanels _places;

        public AllPairs(RelatednessIndex index, NearestList[] lists, int[] leastTotals, double lowest)
        {
            (_index, _lists, _leastTotals, _lowest) = (index, lists, leastTotals, lowest);
            _common = new CommonTerms(index._firstPostings.Span, index._firstPaperTerms.Span, index._paperTerms.Span, index._paperWeights.Span);
            _commonLengths = new int[leastTotals.Length];
            _common.Lengths.CopyTo(_commonLengths);
            int[] ofBlocks = [.. Enumerable.Range(0, index._terms.Length).Where(term => !_common.Contains(term) && index.PapersWith(term) >= FewestOfBlocks)];
            _blockNumbers = new int[index._terms.Length];
            Array.Fill(_blockNumbers, -1);
            for (int number = 0; number < ofBlocks.Length; number++)
            {
                _blockNumbers[ofBlocks[number]] = number;
            }

            _blocks = new BlockPostings(index._papers, index._firstPostings.Span, index._postingPapers.Span, index._postingWeights.Span, ofBlocks);
            _places = new PlacePanels(index._papers, index.Dimensions);
            for (int paper = 0; paper < index._papers; paper++)
            {
                ReadOnlySpan<sbyte> lead = index.LeadOf(paper);
                _places.Set(paper, 0, lead);
                _places.Set(paper, lead.Length, index.RestOf(paper));
            }

            _hasCode = new bool[index._papers];
            for (int at = 2; at < index._code.Length; at += 3)
            {
                _hasCode[(int)index._code.Span[at]] = true;
            }
        }

        public Tile NewTile() => new(_common.Count, _places.RowLength);

        /// <summary>Scores the papers from <paramref name="firstRow"/> on with all that come after them.</summary>
        public void Score(int firstRow, Tile tile)
        {
            int rows = Math.Min(TileRows, _index._papers - firstRow);
            for (int row = 0; row < rows; row++)
            {
                Begin(firstRow + row, tile.BlockTerms[row], tile.Cursors[row]);
                _common.CopyTo(firstRow + row, tile.CommonWeights.AsSpan(row * _common.Count, _common.Count));
                _places.CopyTo(firstRow + row, tile.Places.AsSpan(row * _places.RowLength, _places.RowLength));
            }

            // A tile begins where panels do.
            for (int block = firstRow / BlockColumns; block * BlockColumns < _index._papers; block++)
            {
                int start = block * BlockColumns, end = Math.Min(_index._papers, start + BlockColumns);
                for (int row = 0; row < rows; row++)
                {
                    Span<int> totals = tile.Totals.AsSpan(row * TotalsOfRow, BlockColumns);
                    totals.Clear();
                    AddBlockTerms(CollectionsMarshal.AsSpan(tile.BlockTerms[row]), block, totals);
                    AddTerms(CollectionsMarshal.AsSpan(tile.Cursors[row]), start, end, totals);
                }

                for (int column = Math.Max(start, firstRow); column < end; column += PlacePanels.Width)
                {
                    Take(firstRow, rows, start, column, tile);
                }
            }
        }

        private void Begin(int paper, List<BlockTerm> blockTerms, List<Cursor> cursors)
        {
            blockTerms.Clear();
            cursors.Clear();
            ReadOnlySpan<int> firstPostings = _index._firstPostings.Span;
            ReadOnlySpan<int> postingPapers = _index._postingPapers.Span;
            ReadOnlySpan<int> first = _index._firstPaperTerms.Span;
            for (int i = first[paper]; i < first[paper + 1]; i++)
            {
                int term = _index._paperTerms.Span[i];
                if (_common.Contains(term))
                {
                    continue;
                }

                if (_blockNumbers[term] >= 0)
                {
                    blockTerms.Add(new BlockTerm(_blockNumbers[term], _index._paperWeights.Span[i]));
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

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void AddBlockTerms(ReadOnlySpan<BlockTerm> terms, int block, Span<int> totals)
        {
            ref int first = ref MemoryMarshal.GetReference(totals[..BlockColumns]);
            foreach (BlockTerm term in terms)
            {
                int weight = term.Weight;
                foreach (uint posting in _blocks.Of(block, term.Number))
                {
                    Unsafe.Add(ref first, BlockPostings.PlaceOf(posting)) += weight * BlockPostings.WeightOf(posting);
                }
            }
        }

        /// <summary>Follows a row's other terms through a block of columns.</summary>
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
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Take(int firstRow, int rows, int start, int column, Tile tile)
        {
            Span<short> products = stackalloc short[PlacePanels.Rows * PlacePanels.Width];
            ref int leastTotals = ref _leastTotals[column];
            ref int lengths = ref _commonLengths[column];
            for (int row = 0; row < rows; row++)
            {
                if (row % PlacePanels.Rows == 0)
                {
                    _places.Multiply(tile.Places.AsSpan(row * _places.RowLength), column, products);
                }

                int paper = firstRow + row;
                var ownLeast = Vector256.Create(_leastTotals[paper]);
                var ownLength = Vector256.Create(_commonLengths[paper]);
                ref int totals = ref tile.Totals[(row * TotalsOfRow) + (column - start)];
                ref short ofPlaces = ref products[row % PlacePanels.Rows * PlacePanels.Width];
                for (int lane = 0; lane < PlacePanels.Width; lane += Vector256<int>.Count)
                {
                    Vector256<int> product = Wide(Vector128.LoadUnsafe(ref ofPlaces, (nuint)lane));
                    Vector256<int> most = Vector256.LoadUnsafe(ref totals, (nuint)lane)
                        + (Vector256.LoadUnsafe(ref lengths, (nuint)lane) * ownLength)
                        + (Vector256.Max(product, Vector256<int>.Zero) * PairScore.LatentFactor);
                    Vector256<int> least = Vector256.Min(ownLeast, Vector256.LoadUnsafe(ref leastTotals, (nuint)lane));
                    uint open = Vector256.GreaterThanOrEqual(most, least).ExtractMostSignificantBits();
                    for (; open != 0; open &= open - 1)
                    {
                        int at = lane + System.Numerics.BitOperations.TrailingZeroCount(open);
                        Offer(paper, column + at, Unsafe.Add(ref totals, at), tile.CommonWeights.AsSpan(row * _common.Count, _common.Count), Unsafe.Add(ref ofPlaces, at));
                    }
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<int> Wide(Vector128<short> numbers) =>
            Avx2.IsSupported ? Avx2.ConvertToVector256Int32(numbers) : Vector256.Create(Vector128.WidenLower(numbers), Vector128.WidenUpper(numbers));

        /// <param name="rare">What terms bring that are not common.</param>
        /// <param name="commonWeights">The paper's.</param>
        /// <param name="product">Of the two places.</param>
        private void Offer(int paper, int other, int rare, ReadOnlySpan<ushort> commonWeights, int product)
        {
            int least = Math.Min(_leastTotals[paper], _leastTotals[other]);
            if (other <= paper || PairScore.Total(rare + _common.Bound(paper, other), product) < least)
            {
                return;
            }

            int total = PairScore.Total(rare + _common.Product(commonWeights, other), product);
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
