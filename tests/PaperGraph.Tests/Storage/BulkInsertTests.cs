using System.Globalization;
using System.Text;
using PaperGraph.Storage;

namespace PaperGraph.Tests.Storage;

public sealed class BulkInsertTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("papergraph").FullName;

    private string StorePath => Path.Combine(_folder, "x.papergraph");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Whole statements of many rows, and a rest.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(100)]
    public void Write_SomeRows_AllStandInTheTable(int rows)
    {
        Fill([.. Enumerable.Range(1, rows)]);

        Assert.Equal(rows, StoreRows.Number(StorePath, "SELECT count(*) FROM node WHERE id = 'n' || number"));
    }

    [Theory]
    [InlineData(40, 7)]
    [InlineData(40, 39)]
    public void Write_OneKeyTwice_IsRefusedAndNothingIsKept(int rows, int again)
    {
        int[] numbers = [.. Enumerable.Range(1, rows)];
        numbers[again] = numbers[again - 1];

        StoreException refused = Assert.Throws<StoreException>(() => Fill(numbers));

        Assert.Contains("'node'", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, StoreRows.Number(StorePath, "SELECT count(*) FROM node"));
    }

    private void Fill(int[] numbers)
    {
        using var batch = new RowBatch();
        foreach (int number in numbers)
        {
            batch.Add(number);
            batch.Add(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"n{number}")));
            batch.EndRow();
        }

        using StoreConnection store = StoreConnection.OpenOrCreate(StorePath);
        store.InTransaction(() =>
        {
            using BulkInsert insert = BulkInsert.OfNew(store, "node", ["number", "label", "id", "properties"]);
            insert.Write(batch, static (statement, place, row) =>
                statement.Bind(place, row.Number(0)).Bind(place + 1, "Paper").Bind(place + 2, row.Text(0)).Bind(place + 3, "{}"));
        });
    }
}
