using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PaperGraph.Training;

/// <summary>Sums over rows of floats, eight lanes wide whatever the machine has, so that they are added up in one order everywhere.</summary>
/// <remarks>Rows have a multiple of eight numbers.</remarks>
internal static class FloatVector
{
    public static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        ReadOnlySpan<Vector256<float>> ones = MemoryMarshal.Cast<float, Vector256<float>>(one);
        ReadOnlySpan<Vector256<float>> others = MemoryMarshal.Cast<float, Vector256<float>>(other);
        Vector256<float> sum = default;
        for (int i = 0; i < ones.Length; i++)
        {
            sum += ones[i] * others[i];
        }

        return sum[0] + sum[1] + sum[2] + sum[3] + sum[4] + sum[5] + sum[6] + sum[7];
    }

    /// <summary>sum + factor · row, into <paramref name="sum"/>.</summary>
    public static void Add(Span<float> sum, ReadOnlySpan<float> row, float factor)
    {
        Span<Vector256<float>> sums = MemoryMarshal.Cast<float, Vector256<float>>(sum);
        ReadOnlySpan<Vector256<float>> rows = MemoryMarshal.Cast<float, Vector256<float>>(row);
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += rows[i] * factor;
        }
    }

    public static void Scale(Span<float> row, float factor)
    {
        foreach (ref float value in row)
        {
            value *= factor;
        }
    }
}
