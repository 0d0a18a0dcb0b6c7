namespace PaperGraph.Relatedness;

/// <summary>Postings of terms that stand in many papers, by block of papers and then by term: what all papers ask of one block lies together, and fits the caches near a core.</summary>
internal sealed class BlockPostings
{
    /// <summary>Papers of a block. A paper's place in it fits sixteen bits.</summary>
    public const int Width = 1024;

    private const int WeightBits = 16;

    private readonly int[] _first;    // by block, then term, and one past the end
    private readonly uint[] _packed;  // by block, then term: place in the block, weight
    private readonly int _terms;

    /// <param name="firstPostings">By term, and one past the end.</param>
    /// <param name="postingPapers">Ascending within a term.</param>
    /// <param name="terms">Those that are wanted: their numbers here are their places in this list.</param>
    public BlockPostings(int papers, ReadOnlySpan<int> firstPostings, ReadOnlySpan<int> postingPapers, ReadOnlySpan<ushort> postingWeights, ReadOnlySpan<int> terms)
    {
        int blocks = (papers + Width - 1) / Width;
        _terms = terms.Length;
        _first = new int[(blocks * _terms) + 1];
        int total = 0;
        for (int number = 0; number < _terms; number++)
        {
            ReadOnlySpan<int> of = postingPapers[firstPostings[terms[number]]..firstPostings[terms[number] + 1]];
            total += of.Length;
            foreach (int paper in of)
            {
                _first[(paper / Width * _terms) + number + 1]++;
            }
        }

        for (int i = 1; i < _first.Length; i++)
        {
            _first[i] += _first[i - 1];
        }

        _packed = new uint[total];
        for (int number = 0; number < _terms; number++)
        {
            int block = -1, at = 0;
            for (int posting = firstPostings[terms[number]]; posting < firstPostings[terms[number] + 1]; posting++)
            {
                int paper = postingPapers[posting];
                if (paper / Width != block)
                {
                    block = paper / Width;
                    at = _first[(block * _terms) + number];
                }

                _packed[at++] = ((uint)(paper % Width) << WeightBits) | postingWeights[posting];
            }
        }
    }

    /// <summary>Papers of a block with the term: <see cref="PlaceOf"/> and <see cref="WeightOf"/> take them apart.</summary>
    public ReadOnlySpan<uint> Of(int block, int term)
    {
        int at = (block * _terms) + term;
        return _packed.AsSpan(_first[at].._first[at + 1]);
    }

    public static int PlaceOf(uint packed) => (int)(packed >> WeightBits);

    public static int WeightOf(uint packed) => (int)(packed & ((1 << WeightBits) - 1));
}
