namespace PaperGraph.Training;

/// <summary>The leading singular directions of a sparse matrix by randomised subspace iteration (Halko, Martinsson and Tropp 2011), from a fixed start.</summary>
internal static class SubspaceIteration
{
    private const int Rounds = 4;

    /// <summary>A direction shorter than this part of the longest is rounding, and no direction.</summary>
    private const double Negligible = 1e-9;

    /// <returns>By column of the rows, then direction, strongest first, each divided by its singular value: rows · this has columns of length 1.</returns>
    public static double[] LeadingDirections(SparseRows rows, int directions, CancellationToken cancellation)
    {
        ulong state = 1;
        var basis = new double[rows.Columns * directions];
        for (int i = 0; i < basis.Length; i++)
        {
            basis[i] = (Next(ref state) * 2) - 1;
        }

        for (int round = 0; round < Rounds; round++)
        {
            Orthonormalise(basis, directions);
            basis = rows.GramTimes(basis, directions, cancellation);
        }

        Orthonormalise(basis, directions);
        (double[] squares, double[] turned) = SymmetricEigen.Of(Gram(rows.Times(basis, directions), directions), directions);
        var leading = new double[basis.Length];
        for (int d = 0; d < directions; d++)
        {
            double scale = squares[d] > squares[0] * Negligible ? 1 / Math.Sqrt(squares[d]) : 0;
            for (int k = 0; k < directions; k++)
            {
                turned[(k * directions) + d] *= scale;
            }
        }

        for (int column = 0; column < rows.Columns; column++)
        {
            Span<double> row = leading.AsSpan(column * directions, directions);
            for (int k = 0; k < directions; k++)
            {
                DenseMatrix.Add(row, turned.AsSpan(k * directions, directions), basis[(column * directions) + k]);
            }
        }

        return leading;
    }

    /// <summary>Rows of zeros stay.</summary>
    public static void ScaleRowsToUnit(double[] matrix, int width)
    {
        for (int start = 0; start < matrix.Length; start += width)
        {
            Span<double> row = matrix.AsSpan(start, width);
            double squares = 0;
            foreach (double value in row)
            {
                squares += value * value;
            }

            double scale = squares > 0 ? 1 / Math.Sqrt(squares) : 0;
            foreach (ref double value in row)
            {
                value *= scale;
            }
        }
    }

    /// <summary>Columns of length 1 and at right angles, by the Cholesky factor of their products; what depends on earlier columns becomes 0.</summary>
    private static void Orthonormalise(double[] matrix, int width)
    {
        double[] factor = Cholesky(Gram(matrix, width), width);
        for (int start = 0; start < matrix.Length; start += width)
        {
            Span<double> row = matrix.AsSpan(start, width);
            for (int i = 0; i < width; i++)
            {
                double pivot = factor[(i * width) + i];
                row[i] = pivot > 0 ? row[i] / pivot : 0;
                DenseMatrix.Add(row[(i + 1)..], factor.AsSpan((i * width) + i + 1, width - i - 1), -row[i]);
            }
        }
    }

    private static double[] Gram(double[] matrix, int width)
    {
        var gram = new double[width * width];
        for (int start = 0; start < matrix.Length; start += width)
        {
            ReadOnlySpan<double> row = matrix.AsSpan(start, width);
            for (int i = 0; i < width; i++)
            {
                if (row[i] != 0)
                {
                    DenseMatrix.Add(gram.AsSpan((i * width) + i, width - i), row[i..], row[i]);
                }
            }
        }

        for (int i = 0; i < width; i++)
        {
            for (int j = 0; j < i; j++)
            {
                gram[(i * width) + j] = gram[(j * width) + i];
            }
        }

        return gram;
    }

    /// <summary>The upper factor: its transpose times itself is the matrix. Rows of columns that depend on earlier ones are 0.</summary>
    private static double[] Cholesky(double[] gram, int size)
    {
        var factor = new double[size * size];
        var rest = (double[])gram.Clone();
        double longest = Enumerable.Range(0, size).Max(i => gram[(i * size) + i]);
        for (int i = 0; i < size; i++)
        {
            double square = rest[(i * size) + i];
            if (square <= longest * Negligible * Negligible)
            {
                continue;
            }

            double pivot = Math.Sqrt(square);
            for (int j = i; j < size; j++)
            {
                factor[(i * size) + j] = rest[(i * size) + j] / pivot;
            }

            for (int k = i + 1; k < size; k++)
            {
                DenseMatrix.Add(rest.AsSpan((k * size) + k, size - k), factor.AsSpan((i * size) + k, size - k), -factor[(i * size) + k]);
            }
        }

        return factor;
    }

    private static double Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        return (Extraction.Text.TextHash.Finish(state) >> 11) * (1.0 / (1UL << 53));
    }
}
