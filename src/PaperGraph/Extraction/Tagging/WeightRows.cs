using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PaperGraph.Models;

namespace PaperGraph.Extraction.Tagging;

/// <summary>Feature → a row of whole-number weights, one a label. Whole numbers add up to the same on every machine, in any order.</summary>
/// <remarks>
/// A row is one vector: fourteen labels and, in the last two lanes, the feature's fingerprint. Two rows make a bucket, which is one line of the
/// cache, and a feature lies in its bucket or nowhere: a look-up is one memory access without a branch to guess.
/// </remarks>
internal sealed class WeightRows
{
    public const int Width = 16;

    /// <summary>Labels that a row has room for.</summary>
    public const int Labels = 14;

    private const int BucketWidth = 2 * Width;

    private readonly LineArray<short> _rows;
    private readonly uint _buckets;

    /// <param name="rows">As <see cref="Build"/> laid them out.</param>
    public WeightRows(LineArray<short> rows)
    {
        _rows = rows;
        _buckets = (uint)(rows.Length / BucketWidth);
    }

    public ReadOnlySpan<short> Rows => _rows.Span;

    public static WeightRows Read(ModelFile file, string name) => new(new LineArray<short>(file.Peek<short>(name)));

    /// <summary>The sum of the features' rows; a feature that the model does not know counts nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Vector256<short> Sum(ReadOnlySpan<ulong> features)
    {
        Vector256<short> sum = default;
        foreach (ulong feature in features)
        {
            sum += Row(feature);
        }

        return sum;
    }

    /// <summary>The feature's row; zeros for one that the model does not know. The two last lanes mean nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<short> Row(ulong feature)
    {
        ref short bucket = ref Bucket(feature);
        uint fingerprint = Fingerprint(feature);
        return Masked(ref bucket, fingerprint) + Masked(ref Unsafe.Add(ref bucket, Width), fingerprint);
    }

    /// <summary>Says that <see cref="Row"/> will be asked for this feature soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchAhead(ulong feature) => Ahead.Fetch(ref Bucket(feature));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref short Bucket(ulong feature) =>
        ref Unsafe.Add(ref _rows.First, (nuint)((uint)(((ulong)(uint)feature * _buckets) >> 32) * BucketWidth));

    /// <summary>A table of these rows, the largest weights first: what finds its bucket full is left out.</summary>
    public static WeightRows Build(IEnumerable<(ulong Feature, short[] Row)> rows, int buckets)
    {
        var rowsOfBuckets = new LineArray<short>(buckets * BucketWidth);
        Span<short> table = rowsOfBuckets.Span;
        foreach ((ulong feature, short[] row) in rows.OrderByDescending(row => row.Row.Max(weight => Math.Abs((int)weight))).ThenBy(row => row.Feature))
        {
            int bucket = (int)(((ulong)(uint)feature * (uint)buckets) >> 32) * BucketWidth;
            for (int at = bucket; at < bucket + BucketWidth; at += Width)
            {
                if (FingerprintAt(ref table[at]) == 0)
                {
                    row.AsSpan(0, Labels).CopyTo(table[at..]);
                    FingerprintAt(ref table[at]) = Fingerprint(feature);
                    break;
                }
            }
        }

        return new WeightRows(rowsOfBuckets);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Masked(ref short row, uint fingerprint)
    {
        int same = FingerprintAt(ref row) == fingerprint ? -1 : 0;
        return Vector256.LoadUnsafe(ref row) & Vector256.Create((short)same);
    }

    private static ref uint FingerprintAt(ref short row) => ref Unsafe.As<short, uint>(ref Unsafe.Add(ref row, Labels));

    private static uint Fingerprint(ulong feature) => (uint)(feature >> 32) | 1;
}
