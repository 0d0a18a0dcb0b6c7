using System.Numerics;
using System.Runtime.InteropServices;

namespace PaperGraph.Training;

/// <summary>Matrices as arrays, row by row. Every number is added to for itself and in a fixed order, so that the width of vectors leaves no trace.</summary>
internal static class DenseMatrix
{
    /// <summary>sum += factor · row.</summary>
    public static void Add(Span<double> sum, ReadOnlySpan<double> row, double factor)
    {
        Span<Vector<double>> sums = MemoryMarshal.Cast<double, Vector<double>>(sum);
        ReadOnlySpan<Vector<double>> parts = MemoryMarshal.Cast<double, Vector<double>>(row[..sum.Length]);
        var factors = new Vector<double>(factor);
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += parts[i] * factors;
        }

        for (int i = sums.Length * Vector<double>.Count; i < sum.Length; i++)
        {
            sum[i] += row[i] * factor;
        }
    }

    /// <summary>matrix += factor · left · rightᵀ.</summary>
    public static void AddOuter(double[] matrix, ReadOnlySpan<double> left, ReadOnlySpan<double> right, double factor)
    {
        for (int i = 0; i < left.Length; i++)
        {
            Add(matrix.AsSpan(i * right.Length, right.Length), right, left[i] * factor);
        }
    }

    /// <summary>Product of two square matrices.</summary>
    public static double[] Times(double[] left, double[] right, int size)
    {
        var product = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int k = 0; k < size; k++)
            {
                Add(product.AsSpan(i * size, size), right.AsSpan(k * size, size), left[(i * size) + k]);
            }
        }

        return product;
    }

    /// <summary>leftᵀ · right, both square.</summary>
    public static double[] TransposedTimes(double[] left, double[] right, int size)
    {
        var product = new double[size * size];
        for (int k = 0; k < size; k++)
        {
            AddOuter(product, left.AsSpan(k * size, size), right.AsSpan(k * size, size), 1);
        }

        return product;
    }

    /// <summary>row · matrix, where the matrix has <paramref name="columns"/> columns.</summary>
    public static float[] RowTimes(ReadOnlySpan<double> row, double[] matrix, int columns)
    {
        double[] product = new double[columns];
        for (int k = 0; k < row.Length; k++)
        {
            Add(product, matrix.AsSpan(k * columns, columns), row[k]);
        }

        return Array.ConvertAll(product, value => (float)value);
    }
}
