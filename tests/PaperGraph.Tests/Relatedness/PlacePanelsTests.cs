using PaperGraph.Relatedness;

namespace PaperGraph.Tests.Relatedness;

public sealed class PlacePanelsTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(37, 6)]
    [InlineData(64, 192)]
    public void Multiply_AnyPlaces_GivesTheirProducts(int columns, int dimensions)
    {
        var random = new Random(columns + dimensions);
        var panels = new PlacePanels(columns, dimensions);
        sbyte[][] places = [.. Enumerable.Range(0, columns).Select(_ => PlaceIn(dimensions, random))];
        for (int column = 0; column < columns; column++)
        {
            panels.Set(column, 0, places[column].AsSpan(..2));
            panels.Set(column, 2, places[column].AsSpan(2..));
        }

        int[] of = [0, columns - 1, columns / 2, columns / 3];
        var rows = new int[PlacePanels.Rows * panels.RowLength];
        for (int row = 0; row < PlacePanels.Rows; row++)
        {
            panels.CopyTo(of[row], rows.AsSpan(row * panels.RowLength, panels.RowLength));
        }

        var products = new short[PlacePanels.Rows * PlacePanels.Width];
        for (int start = 0; start < columns; start += PlacePanels.Width)
        {
            panels.Multiply(rows, start, products);
            for (int row = 0; row < PlacePanels.Rows; row++)
            {
                for (int column = start; column < start + PlacePanels.Width; column++)
                {
                    int expected = column < columns ? places[of[row]].Zip(places[column], (one, other) => one * other).Sum() : 0;
                    Assert.Equal(expected, products[(row * PlacePanels.Width) + column - start]);
                }
            }
        }
    }

    /// <summary>Not longer than a place can be, some along one dimension: at the ends of what a number can be.</summary>
    private static sbyte[] PlaceIn(int dimensions, Random random)
    {
        var place = new sbyte[dimensions];
        for (int left = LatentSpace.Unit * LatentSpace.Unit, tries = 0; tries < 2 * dimensions; tries++)
        {
            int at = random.Next(dimensions), number = random.Next(4) == 0 ? LatentSpace.Most : random.Next(LatentSpace.Most / 4);
            if (place[at] == 0 && number * number <= left)
            {
                place[at] = (sbyte)(random.Next(2) == 0 ? number : -number);
                left -= number * number;
            }
        }

        return place;
    }
}
