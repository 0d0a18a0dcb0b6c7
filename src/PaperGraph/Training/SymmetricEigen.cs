namespace PaperGraph.Training;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations.</summary>
internal static class SymmetricEigen
{
    private const int MostSweeps = 15;
    private const double Precision = 1e-14;

    /// <param name="matrix">Row by row.</param>
    /// <returns>Values, greatest first, and the vectors as columns in their order.</returns>
    public static (double[] Values, double[] Vectors) Of(double[] matrix, int size)
    {
        var rest = (double[])matrix.Clone();
        var vectors = new double[size * size]; // rows while rotating: both rows of a rotation lie side by side in memory
        for (int i = 0; i < size; i++)
        {
            vectors[(i * size) + i] = 1;
        }

        for (int sweep = 0; sweep < MostSweeps && !IsDiagonal(rest, size); sweep++)
        {
            for (int p = 0; p < size; p++)
            {
                for (int q = p + 1; q < size; q++)
                {
                    Rotate(rest, vectors, size, p, q);
                }
            }
        }

        int[] order = [.. Enumerable.Range(0, size).OrderByDescending(i => rest[(i * size) + i]).ThenBy(i => i)];
        var columns = new double[size * size];
        for (int k = 0; k < size; k++)
        {
            for (int i = 0; i < size; i++)
            {
                columns[(i * size) + k] = vectors[(order[k] * size) + i];
            }
        }

        return ([.. order.Select(i => rest[(i * size) + i])], columns);
    }

    private static bool IsDiagonal(double[] matrix, int size)
    {
        double outside = 0, diagonal = 0;
        for (int i = 0; i < size; i++)
        {
            diagonal += matrix[(i * size) + i] * matrix[(i * size) + i];
            for (int j = i + 1; j < size; j++)
            {
                outside += matrix[(i * size) + j] * matrix[(i * size) + j];
            }
        }

        return outside <= Precision * diagonal;
    }

    private static void Rotate(double[] matrix, double[] vectors, int size, int p, int q)
    {
        double off = matrix[(p * size) + q];
        if (off == 0)
        {
            return;
        }

        double theta = (matrix[(q * size) + q] - matrix[(p * size) + p]) / (2 * off);
        double tangent = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double cosine = 1 / Math.Sqrt((tangent * tangent) + 1), sine = tangent * cosine;
        for (int k = 0; k < size; k++)
        {
            double atP = matrix[(k * size) + p], atQ = matrix[(k * size) + q];
            matrix[(k * size) + p] = (cosine * atP) - (sine * atQ);
            matrix[(k * size) + q] = (sine * atP) + (cosine * atQ);
        }

        Turn(matrix.AsSpan(p * size, size), matrix.AsSpan(q * size, size), cosine, sine);
        Turn(vectors.AsSpan(p * size, size), vectors.AsSpan(q * size, size), cosine, sine);
    }

    private static void Turn(Span<double> first, Span<double> second, double cosine, double sine)
    {
        for (int k = 0; k < first.Length; k++)
        {
            double one = first[k], other = second[k];
            first[k] = (cosine * one) - (sine * other);
            second[k] = (sine * one) + (cosine * other);
        }
    }
}
