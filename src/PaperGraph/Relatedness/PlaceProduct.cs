using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PaperGraph.Relatedness;

/// <summary>Products of rows of small numbers: whole numbers, the same on every machine.</summary>
internal static class PlaceProduct
{
    /// <param name="other">As long as <paramref name="place"/>: a multiple of 16, or empty.</param>
    public static int Of(ReadOnlySpan<sbyte> place, ReadOnlySpan<sbyte> other)
    {
        Vector256<int> sum = Vector256<int>.Zero;
        ref sbyte here = ref MemoryMarshal.GetReference(place);
        ref sbyte there = ref MemoryMarshal.GetReference(other);
        for (nuint d = 0; d + 16 <= (nuint)place.Length; d += 16)
        {
            sum = AddProduct(sum, Load(ref here, d), Load(ref there, d));
        }

        return Vector256.Sum(sum);
    }

    /// <summary>Four rows against many columns.</summary>
    /// <typeparam name="T"><see cref="sbyte"/> or <see cref="short"/>.</typeparam>
    /// <param name="rows">Four rows of <paramref name="dimensions"/> numbers, one behind the other.</param>
    /// <param name="columns">Each begins <paramref name="columnStride"/> numbers behind the one before.</param>
    /// <param name="dimensions">Numbers multiplied, a multiple of 16.</param>
    /// <param name="products">By row, each <paramref name="productStride"/> behind the one before, then column.</param>
    public static void OfFour<T>(ReadOnlySpan<short> rows, ReadOnlySpan<T> columns, int columnStride, int dimensions, Span<int> products, int productStride)
        where T : unmanaged
    {
        int count = columns.Length / columnStride;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, columnStride);
        ArgumentOutOfRangeException.ThrowIfLessThan(products.Length, (productStride * 3) + count);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Length, dimensions * 4);
        ref short row = ref MemoryMarshal.GetReference(rows);
        ref T first = ref MemoryMarshal.GetReference(columns);
        nuint length = (nuint)dimensions;
        for (int column = 0; column < count; column++)
        {
            ref T place = ref Unsafe.Add(ref first, column * columnStride);
            Vector256<int> sum0 = Vector256<int>.Zero, sum1 = sum0, sum2 = sum0, sum3 = sum0;
            for (nuint d = 0; d < length; d += 16)
            {
                Vector256<short> there = Load(ref place, d);
                sum0 = AddProduct(sum0, Vector256.LoadUnsafe(ref row, d), there);
                sum1 = AddProduct(sum1, Vector256.LoadUnsafe(ref row, d + length), there);
                sum2 = AddProduct(sum2, Vector256.LoadUnsafe(ref row, d + (2 * length)), there);
                sum3 = AddProduct(sum3, Vector256.LoadUnsafe(ref row, d + (3 * length)), there);
            }

            Vector128<int> sums = Sums(sum0, sum1, sum2, sum3);
            products[column] = sums[0];
            products[column + productStride] = sums[1];
            products[column + (2 * productStride)] = sums[2];
            products[column + (3 * productStride)] = sums[3];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Load<T>(ref T row, nuint at)
        where T : unmanaged
    {
        if (typeof(T) == typeof(short))
        {
            return Vector256.LoadUnsafe(ref Unsafe.As<T, short>(ref row), at);
        }

        Vector128<sbyte> bytes = Vector128.LoadUnsafe(ref Unsafe.As<T, sbyte>(ref row), at);
        return Avx2.IsSupported ? Avx2.ConvertToVector256Int16(bytes) : Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> AddProduct(Vector256<int> sum, Vector256<short> left, Vector256<short> right) =>
        Avx2.IsSupported
            ? sum + Avx2.MultiplyAddAdjacent(left, right)
            : sum + (Vector256.WidenLower(left) * Vector256.WidenLower(right)) + (Vector256.WidenUpper(left) * Vector256.WidenUpper(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Sums(Vector256<int> first, Vector256<int> second, Vector256<int> third, Vector256<int> fourth)
    {
        if (!Avx2.IsSupported)
        {
            return Vector128.Create(Vector256.Sum(first), Vector256.Sum(second), Vector256.Sum(third), Vector256.Sum(fourth));
        }

        Vector256<int> halves = Avx2.HorizontalAdd(Avx2.HorizontalAdd(first, second), Avx2.HorizontalAdd(third, fourth));
        return halves.GetLower() + halves.GetUpper();
    }
}
