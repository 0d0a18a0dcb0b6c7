using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PaperGraph.Relatedness;

/// <summary>The places of papers, a column a paper, laid out so that the products of a few of them with many columns need no sums across a vector: sixteen columns
/// lie together, of each two numbers side by side. Products are whole numbers, the same on every machine.</summary>
/// <remarks>No number is beyond ±<see cref="LatentSpace.Most"/>, so with that added none is negative, the products of two numbers side by side fit sixteen bits, and
/// so does the product of two places (<see cref="LatentSpace.Unit"/>): sums on the way may wrap round.</remarks>
internal sealed class PlacePanels
{
    /// <summary>Columns that are multiplied at once.</summary>
    public const int Width = 2 * PanelWidth;

    /// <summary>Rows that are multiplied at once.</summary>
    public const int Rows = 4;

    private const int PanelWidth = 16;

    private readonly int _dimensions;
    private readonly byte[] _numbers; // panel, pair of dimensions, column, dimension

    /// <param name="dimensions">Of each column; even.</param>
    public PlacePanels(int columns, int dimensions)
    {
        _dimensions = dimensions;
        _numbers = new byte[Padded(columns) * dimensions];
        _numbers.AsSpan().Fill(LatentSpace.Most);
    }

    /// <summary>Columns with those that fill the last panels, all 0.</summary>
    public static int Padded(int columns) => (columns + Width - 1) / Width * Width;

    /// <param name="place">Its first numbers, or its last.</param>
    /// <param name="first">Dimension of the first of them.</param>
    public void Set(int column, int first, ReadOnlySpan<sbyte> place)
    {
        for (int i = 0; i < place.Length; i++)
        {
            _numbers[PlaceOf(column, first + i)] = (byte)(place[i] + LatentSpace.Most);
        }
    }

    /// <summary>Numbers of a row to be multiplied.</summary>
    public int RowLength => (_dimensions / 2) + 1;

    /// <summary>A column as a row to be multiplied: of each two numbers the pair, twice side by side; then what is to be taken away because columns are stored as if each
    /// number were <see cref="LatentSpace.Most"/> greater.</summary>
    /// <param name="row">Of <see cref="RowLength"/>.</param>
    public void CopyTo(int column, Span<int> row)
    {
        int sum = 0;
        for (int pair = 0; pair < _dimensions / 2; pair++)
        {
            int first = _numbers[PlaceOf(column, pair * 2)] - LatentSpace.Most, second = _numbers[PlaceOf(column, (pair * 2) + 1)] - LatentSpace.Most;
            row[pair] = ((first & 0xFF) | ((second & 0xFF) << 8)) * 0x10001;
            sum += first + second;
        }

        row[^1] = LatentSpace.Most * sum;
    }

    /// <summary>Products of <see cref="Rows"/> rows with <see cref="Width"/> columns.</summary>
    /// <param name="rows">One behind the other, as <see cref="CopyTo"/> makes them.</param>
    /// <param name="start">A multiple of <see cref="Width"/>.</param>
    /// <param name="products">By row, then column.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(ReadOnlySpan<int> rows, int start, Span<short> products)
    {
        int pairs = _dimensions / 2;
        ref int row0 = ref MemoryMarshal.GetReference(rows[..(Rows * RowLength)]);
        ref int row1 = ref Unsafe.Add(ref row0, RowLength);
        ref int row2 = ref Unsafe.Add(ref row1, RowLength);
        ref int row3 = ref Unsafe.Add(ref row2, RowLength);
        ref byte panel = ref MemoryMarshal.GetReference(_numbers.AsSpan(start * _dimensions, Width * _dimensions));
        ref byte nextPanel = ref Unsafe.Add(ref panel, PanelWidth * _dimensions);
        var low0 = Vector256.Create((short)-Unsafe.Add(ref row0, pairs));
        var low1 = Vector256.Create((short)-Unsafe.Add(ref row1, pairs));
        var low2 = Vector256.Create((short)-Unsafe.Add(ref row2, pairs));
        var low3 = Vector256.Create((short)-Unsafe.Add(ref row3, pairs));
        Vector256<short> high0 = low0, high1 = low1, high2 = low2, high3 = low3;
        for (int pair = 0; pair < pairs; pair++)
        {
            var low = Vector256.LoadUnsafe(ref panel, (nuint)(pair * 2 * PanelWidth));
            var high = Vector256.LoadUnsafe(ref nextPanel, (nuint)(pair * 2 * PanelWidth));
            Vector256<sbyte> own = Vector256.Create(Unsafe.Add(ref row0, pair)).AsSByte();
            low0 += PairProducts(low, own);
            high0 += PairProducts(high, own);
            own = Vector256.Create(Unsafe.Add(ref row1, pair)).AsSByte();
            low1 += PairProducts(low, own);
            high1 += PairProducts(high, own);
            own = Vector256.Create(Unsafe.Add(ref row2, pair)).AsSByte();
            low2 += PairProducts(low, own);
            high2 += PairProducts(high, own);
            own = Vector256.Create(Unsafe.Add(ref row3, pair)).AsSByte();
            low3 += PairProducts(low, own);
            high3 += PairProducts(high, own);
        }

        low0.CopyTo(products);
        high0.CopyTo(products[PanelWidth..]);
        low1.CopyTo(products[Width..]);
        high1.CopyTo(products[(Width + PanelWidth)..]);
        low2.CopyTo(products[(2 * Width)..]);
        high2.CopyTo(products[((2 * Width) + PanelWidth)..]);
        low3.CopyTo(products[(3 * Width)..]);
        high3.CopyTo(products[((3 * Width) + PanelWidth)..]);
    }

    /// <summary>Of each two numbers side by side, the sum of their products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> PairProducts(Vector256<byte> columns, Vector256<sbyte> row) =>
        Avx2.IsSupported
            ? Avx2.MultiplyAddAdjacent(columns, row)
            : ((columns.AsInt16() & Vector256.Create((short)0xFF)) * Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(row.AsInt16(), 8), 8))
                + (Vector256.ShiftRightLogical(columns.AsInt16(), 8) * Vector256.ShiftRightArithmetic(row.AsInt16(), 8));

    private int PlaceOf(int column, int number) => (column / PanelWidth * PanelWidth * _dimensions) + (number / 2 * 2 * PanelWidth) + (column % PanelWidth * 2) + (number % 2);
}
