using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PaperGraph.Relatedness;

/// <summary>A table of small numbers, a column a paper, laid out so that the products of a few rows with many columns need no sums across a vector: sixteen columns
/// lie together, of each two numbers side by side. Products are whole numbers, the same on every machine.</summary>
internal sealed class ColumnPanels
{
    /// <summary>Columns of a panel.</summary>
    public const int Width = 16;

    /// <summary>Rows that are multiplied at once.</summary>
    public const int Rows = 4;

    private readonly short[] _numbers; // panel, pair of numbers, column, number

    /// <param name="numbers">Of each column; rounded up to an even number.</param>
    public ColumnPanels(int columns, int numbers)
    {
        Numbers = (numbers + 1) / 2 * 2;
        _numbers = new short[Padded(columns) * Numbers];
    }

    public int Numbers { get; }

    /// <summary>Columns with those that fill the last panel, all 0.</summary>
    public static int Padded(int columns) => (columns + Width - 1) / Width * Width;

    public void Set(int column, int number, short value) => _numbers[PlaceOf(column, number)] = value;

    public void CopyTo(int column, Span<short> row)
    {
        for (int number = 0; number < Numbers; number++)
        {
            row[number] = _numbers[PlaceOf(column, number)];
        }
    }

    /// <summary>Products of <see cref="Rows"/> rows with the columns from <paramref name="start"/> to <paramref name="end"/>, and with those that fill the last panel.</summary>
    /// <param name="rows">One behind the other, of <see cref="Numbers"/> each.</param>
    /// <param name="start">Where a panel begins.</param>
    /// <param name="products">By row, each <paramref name="stride"/> behind the one before, then column.</param>
    public void Multiply(ReadOnlySpan<short> rows, int start, int end, Span<int> products, int stride)
    {
        int pairs = Numbers / 2;
        ReadOnlySpan<int> rowPairs = MemoryMarshal.Cast<short, int>(rows[..(Rows * Numbers)]);
        ref int row0 = ref MemoryMarshal.GetReference(rowPairs);
        ref int row1 = ref Unsafe.Add(ref row0, pairs);
        ref int row2 = ref Unsafe.Add(ref row1, pairs);
        ref int row3 = ref Unsafe.Add(ref row2, pairs);
        for (int column = start; column < end; column += Width)
        {
            ref short panel = ref MemoryMarshal.GetReference(_numbers.AsSpan(column * Numbers, Width * Numbers));
            Vector256<int> low0 = default, low1 = default, low2 = default, low3 = default, high0 = default, high1 = default, high2 = default, high3 = default;
            for (int pair = 0; pair < pairs; pair++)
            {
                var low = Vector256.LoadUnsafe(ref panel, (nuint)(pair * 2 * Width));
                var high = Vector256.LoadUnsafe(ref panel, (nuint)((pair * 2 * Width) + Width));
                Vector256<short> own = Vector256.Create(Unsafe.Add(ref row0, pair)).AsInt16();
                low0 += PairProducts(low, own);
                high0 += PairProducts(high, own);
                own = Vector256.Create(Unsafe.Add(ref row1, pair)).AsInt16();
                low1 += PairProducts(low, own);
                high1 += PairProducts(high, own);
                own = Vector256.Create(Unsafe.Add(ref row2, pair)).AsInt16();
                low2 += PairProducts(low, own);
                high2 += PairProducts(high, own);
                own = Vector256.Create(Unsafe.Add(ref row3, pair)).AsInt16();
                low3 += PairProducts(low, own);
                high3 += PairProducts(high, own);
            }

            Span<int> of = products[(column - start)..];
            low0.CopyTo(of);
            high0.CopyTo(of[8..]);
            low1.CopyTo(of[stride..]);
            high1.CopyTo(of[(stride + 8)..]);
            low2.CopyTo(of[(2 * stride)..]);
            high2.CopyTo(of[((2 * stride) + 8)..]);
            low3.CopyTo(of[(3 * stride)..]);
            high3.CopyTo(of[((3 * stride) + 8)..]);
        }
    }

    /// <summary>Of each two numbers side by side, the sum of their products.</summary>
    private static Vector256<int> PairProducts(Vector256<short> left, Vector256<short> right) =>
        Avx2.IsSupported
            ? Avx2.MultiplyAddAdjacent(left, right)
            : (First(left) * First(right)) + (Second(left) * Second(right));

    private static Vector256<int> First(Vector256<short> pairs) => Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(pairs.AsInt32(), 16), 16);

    private static Vector256<int> Second(Vector256<short> pairs) => Vector256.ShiftRightArithmetic(pairs.AsInt32(), 16);

    private int PlaceOf(int column, int number) => (column / Width * Width * Numbers) + (number / 2 * 2 * Width) + (column % Width * 2) + (number % 2);
}
