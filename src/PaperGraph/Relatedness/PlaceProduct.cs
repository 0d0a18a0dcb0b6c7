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
            sum += Partial(Load(ref here, d), Load(ref there, d));
        }

        return Vector256.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Load(ref sbyte row, nuint at)
    {
        Vector128<sbyte> bytes = Vector128.LoadUnsafe(ref row, at);
        return Avx2.IsSupported ? Avx2.ConvertToVector256Int16(bytes) : Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes));
    }

    /// <summary>Eight numbers that add up to the product; which numbers each of them holds differs by machine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Partial(Vector256<short> left, Vector256<short> right) =>
        Avx2.IsSupported
            ? Avx2.MultiplyAddAdjacent(left, right)
            : (Vector256.WidenLower(left) * Vector256.WidenLower(right)) + (Vector256.WidenUpper(left) * Vector256.WidenUpper(right));
}
