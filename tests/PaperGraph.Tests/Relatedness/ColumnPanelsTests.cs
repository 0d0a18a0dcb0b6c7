using PaperGraph.Relatedness;

namespace PaperGraph.Tests.Relatedness;

public sealed class ColumnPanelsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(37, 6)]
    [InlineData(64, 33)]
    public void Multiply_AnyTable_GivesTheProductsOfRowsAndColumns(int columns, int numbers)
    {
        var random = new Random(columns + numbers);
        var panels = new ColumnPanels(columns, numbers);
        short[][] table = [.. Enumerable.Range(0, columns).Select(_ => Enumerable.Range(0, numbers).Select(_ => (short)random.Next(-16384, 16385)).ToArray())];
        for (int column = 0; column < columns; column++)
        {
            for (int number = 0; number < numbers; number++)
            {
                panels.Set(column, number, table[column][number]);
            }
        }

        var rows = new short[ColumnPanels.Rows * panels.Numbers];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = (short)random.Next(-128, 129);
        }

        int stride = ColumnPanels.Padded(columns);
        var products = new int[ColumnPanels.Rows * stride];
        panels.Multiply(rows, 0, columns, products, stride);

        for (int row = 0; row < ColumnPanels.Rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                Assert.Equal(table[column].Select((value, number) => value * rows[(row * panels.Numbers) + number]).Sum(), products[(row * stride) + column]);
            }
        }

        var copy = new short[panels.Numbers];
        panels.CopyTo(columns - 1, copy);
        Assert.Equal(table[^1], copy[..numbers]);
    }
}
