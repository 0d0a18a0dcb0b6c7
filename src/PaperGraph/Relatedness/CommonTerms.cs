using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PaperGraph.Relatedness;

/// <summary>The commonest terms, which most pairs of papers share: each brings little, and together they bring no more than the product of two lengths.</summary>
/// <remarks>So few pairs need the sum itself. Where one length of all common terms leaves a pair open, the lengths of sixteen groups of them bound it more closely.</remarks>
internal sealed class CommonTerms
{
    /// <summary>So many terms at most are common; below, a term in one of fifty papers is not.</summary>
    private const int Most = 128;

    private const int Share = 50;
    private const int FewestPapers = 1000;

    /// <summary>One vector of sixteen bits each.</summary>
    private const int Groups = 16;

    private readonly int[] _numbers; // by term: from 0; -1 for a term that is not common
    private readonly int[] _first;   // by paper, and one past the end
    private readonly byte[] _terms;  // by paper: numbers
    private readonly ushort[] _weights;
    private readonly int[] _lengths;
    private readonly short[] _groupLengths; // by paper, then group

    /// <param name="firstPostings">By term, and one past the end.</param>
    /// <param name="firstPaperTerms">By paper, and one past the end.</param>
    public CommonTerms(ReadOnlySpan<int> firstPostings, ReadOnlySpan<int> firstPaperTerms, ReadOnlySpan<int> paperTerms, ReadOnlySpan<ushort> paperWeights)
    {
        int papers = firstPaperTerms.Length - 1;
        int[] common = Choose(firstPostings, papers);
        Count = common.Length;
        _numbers = new int[firstPostings.Length - 1];
        Array.Fill(_numbers, -1);
        for (int number = 0; number < common.Length; number++)
        {
            _numbers[common[number]] = number;
        }

        int total = 0;
        foreach (int term in common)
        {
            total += firstPostings[term + 1] - firstPostings[term];
        }

        (_first, _terms, _weights) = (new int[papers + 1], new byte[total], new ushort[total]);
        (_lengths, _groupLengths) = (new int[papers], new short[papers * Groups]);
        Span<long> groupSquares = stackalloc long[Groups];
        for (int paper = 0, at = 0; paper < papers; paper++)
        {
            long squares = 0;
            groupSquares.Clear();
            for (int i = firstPaperTerms[paper]; i < firstPaperTerms[paper + 1]; i++)
            {
                if (_numbers[paperTerms[i]] >= 0)
                {
                    (_terms[at], _weights[at]) = ((byte)_numbers[paperTerms[i]], paperWeights[i]);
                    long square = (long)paperWeights[i] * paperWeights[i];
                    squares += square;
                    groupSquares[_terms[at] % Groups] += square;
                    at++;
                }
            }

            _first[paper + 1] = at;
            _lengths[paper] = LengthOf(squares);
            for (int group = 0; group < Groups; group++)
            {
                _groupLengths[(paper * Groups) + group] = (short)LengthOf(groupSquares[group]);
            }
        }
    }

    /// <summary>How many terms are common.</summary>
    public int Count { get; }

    /// <summary>Of each paper's weights of common terms, rounded up: a sum of products is at most the product of two of these.</summary>
    public ReadOnlySpan<int> Lengths => _lengths;

    public bool Contains(int term) => _numbers[term] >= 0;

    /// <summary>Spreads a paper's weights out, for <see cref="Product"/>.</summary>
    /// <param name="row">Of <see cref="Count"/>.</param>
    public void CopyTo(int paper, Span<ushort> row)
    {
        row.Clear();
        for (int i = _first[paper]; i < _first[paper + 1]; i++)
        {
            row[_terms[i]] = _weights[i];
        }
    }

    /// <summary>What common terms bring to a pair.</summary>
    public int Product(ReadOnlySpan<ushort> row, int paper)
    {
        int product = 0;
        for (int i = _first[paper]; i < _first[paper + 1]; i++)
        {
            product += row[_terms[i]] * _weights[i];
        }

        return product;
    }

    /// <summary>What common terms bring to a pair at most.</summary>
    public int Bound(int paper, int other)
    {
        ref short lengths = ref MemoryMarshal.GetArrayDataReference(_groupLengths);
        var own = Vector256.LoadUnsafe(ref lengths, (nuint)(paper * Groups));
        var others = Vector256.LoadUnsafe(ref lengths, (nuint)(other * Groups));
        return Vector256.Sum(PlaceProduct.Partial(own, others));
    }

    private static int LengthOf(long squares) => (int)Math.Ceiling(Math.Sqrt(squares));

    private static int[] Choose(ReadOnlySpan<int> firstPostings, int papers)
    {
        var common = new List<(int Papers, int Term)>();
        for (int term = 0; term < firstPostings.Length - 1; term++)
        {
            int of = firstPostings[term + 1] - firstPostings[term];
            if (of > Math.Max(FewestPapers, papers / Share))
            {
                common.Add((of, term));
            }
        }

        return [.. common.OrderByDescending(term => term.Papers).ThenBy(term => term.Term).Take(Most).Select(term => term.Term)];
    }
}
