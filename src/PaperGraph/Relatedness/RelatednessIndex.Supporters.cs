using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PaperGraph.Relatedness;

/// <summary>Scores of candidates with a few papers at once.</summary>
public sealed partial class RelatednessIndex
{
    private readonly ConcurrentBag<SupporterTerms> _supporterTerms = [];

    /// <summary>The terms of up to <see cref="Supporters"/> papers as a table, a row a term, so that one walk through a candidate's terms gives its products with all of
    /// them. One thread's at a time; used again and again.</summary>
    private sealed class SupporterTerms(RelatednessIndex index)
    {
        /// <summary>Places for papers in a row: two vectors.</summary>
        private const int Width = 16;

        private const int SeenBits = 16;

        /// <summary>Whether a term may have a row: most of a candidate's terms have none, and the table of rows is larger than the nearest caches.</summary>
        private readonly ulong[] _seen = new ulong[1 << (SeenBits - 6)]; // a bit each for the lowest bits of a term's number

        private readonly int[] _rows = new int[index._terms.Length]; // by term: its row from 1; 0 for none
        private readonly List<int> _terms = [];                      // by row
        private int[] _weights = new int[Width * 2048];              // by row, then paper
        private int[] _papers = [];

        /// <param name="papers">At most <see cref="Supporters"/>.</param>
        public void Set(int[] papers)
        {
            Clear();
            _papers = papers;
            ReadOnlySpan<int> first = index._firstPaperTerms.Span, terms = index._paperTerms.Span;
            ReadOnlySpan<ushort> weights = index._paperWeights.Span;
            for (int paper = 0; paper < papers.Length; paper++)
            {
                for (int i = first[papers[paper]]; i < first[papers[paper] + 1]; i++)
                {
                    ref int row = ref _rows[terms[i]];
                    if (row == 0)
                    {
                        row = AddRow(terms[i]);
                    }

                    _weights[(row * Width) + paper] = weights[i];
                }
            }
        }

        /// <param name="scores">By paper: as <see cref="RelatednessIndex.Score"/> gives with the candidate.</param>
        public void Score(int candidate, Span<double> scores)
        {
            ReadOnlySpan<int> first = index._firstPaperTerms.Span;
            ReadOnlySpan<int> terms = index._paperTerms.Span[first[candidate]..first[candidate + 1]];
            ReadOnlySpan<ushort> weights = index._paperWeights.Span[first[candidate]..first[candidate + 1]];
            Vector256<int> low = default, high = default;
            ref int rows = ref MemoryMarshal.GetArrayDataReference(_weights);
            for (int i = 0; i < terms.Length; i++)
            {
                int row = IsSeen(terms[i]) ? _rows[terms[i]] : 0;
                if (row > 0)
                {
                    var weight = Vector256.Create((int)weights[i]);
                    low += Vector256.LoadUnsafe(ref rows, (nuint)(row * Width)) * weight;
                    high += Vector256.LoadUnsafe(ref rows, (nuint)((row * Width) + (Width / 2))) * weight;
                }
            }

            Span<int> products = stackalloc int[Width];
            low.CopyTo(products);
            high.CopyTo(products[(Width / 2)..]);
            for (int paper = 0; paper < _papers.Length; paper++)
            {
                scores[paper] = PairScore.Of(PairScore.Total(products[paper], index.LatentProduct(_papers[paper], candidate)));
            }
        }

        private int AddRow(int term)
        {
            _terms.Add(term);
            SeenWord(term) |= 1UL << term;
            int row = _terms.Count;
            if ((row + 1) * Width > _weights.Length)
            {
                Array.Resize(ref _weights, _weights.Length * 2);
            }

            _weights.AsSpan(row * Width, Width).Clear();
            return row;
        }

        private bool IsSeen(int term) => (SeenWord(term) >> term & 1) != 0;

        private ref ulong SeenWord(int term) => ref _seen[(term >> 6) & (_seen.Length - 1)];

        private void Clear()
        {
            foreach (int term in _terms)
            {
                _rows[term] = 0;
                SeenWord(term) = 0;
            }

            _terms.Clear();
        }
    }
}
