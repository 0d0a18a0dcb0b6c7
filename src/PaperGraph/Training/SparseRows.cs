using PaperGraph.Relatedness;

namespace PaperGraph.Training;

/// <summary>Papers as rows of weights of the terms of a vocabulary.</summary>
internal sealed class SparseRows
{
    private readonly int[][] _terms;
    private readonly float[][] _weights;

    private SparseRows(int columns, int[][] terms, float[][] weights) => (Columns, _terms, _weights) = (columns, terms, weights);

    public int Columns { get; }

    public static SparseRows Of(IReadOnlyList<TrainingPaper> papers, RelatednessModel counts, ulong[] vocabulary, CancellationToken cancellation)
    {
        var columnByTerm = new Dictionary<ulong, int>(vocabulary.Length);
        for (int column = 0; column < vocabulary.Length; column++)
        {
            columnByTerm.Add(vocabulary[column], column);
        }

        var terms = new int[papers.Count][];
        var weights = new float[papers.Count][];
        for (int paper = 0; paper < papers.Count; paper++)
        {
            cancellation.ThrowIfCancellationRequested();
            TermVector vector = TermVector.Of(new RelatednessPaper(papers[paper].Title, papers[paper].Abstract), counts);
            var known = new List<(int Column, float Weight)>(vector.Hashes.Length);
            for (int i = 0; i < vector.Hashes.Length; i++)
            {
                if (columnByTerm.TryGetValue(vector.Hashes[i], out int column))
                {
                    known.Add((column, vector.Weights[i]));
                }
            }

            terms[paper] = [.. known.Select(pair => pair.Column)];
            weights[paper] = [.. known.Select(pair => pair.Weight)];
        }

        return new SparseRows(vocabulary.Length, terms, weights);
    }

    /// <summary>Rows · matrix.</summary>
    /// <param name="matrix">By column of the rows, then <paramref name="width"/> numbers.</param>
    public double[] Times(double[] matrix, int width)
    {
        var product = new double[_terms.Length * width];
        for (int row = 0; row < _terms.Length; row++)
        {
            AddRow(row, matrix, width, product.AsSpan(row * width, width));
        }

        return product;
    }

    /// <summary>Rowsᵀ · rows · matrix.</summary>
    public double[] GramTimes(double[] matrix, int width, CancellationToken cancellation)
    {
        var product = new double[matrix.Length];
        double[] projected = new double[width];
        for (int row = 0; row < _terms.Length; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            Array.Clear(projected);
            AddRow(row, matrix, width, projected);
            for (int i = 0; i < _terms[row].Length; i++)
            {
                DenseMatrix.Add(product.AsSpan(_terms[row][i] * width, width), projected, _weights[row][i]);
            }
        }

        return product;
    }

    private void AddRow(int row, double[] matrix, int width, Span<double> sum)
    {
        for (int i = 0; i < _terms[row].Length; i++)
        {
            DenseMatrix.Add(sum, matrix.AsSpan(_terms[row][i] * width, width), _weights[row][i]);
        }
    }
}
