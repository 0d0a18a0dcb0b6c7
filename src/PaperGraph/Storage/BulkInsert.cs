using System.Globalization;

namespace PaperGraph.Storage;

/// <summary>Fills a table from batches of rows. Many rows a statement take three quarters of the time that one a statement takes.</summary>
internal sealed class BulkInsert : IDisposable
{
    private const int Many = 32;

    private readonly string _table;
    private readonly int _columns;
    private readonly RowStatement _one;
    private readonly RowStatement? _many;

    private BulkInsert(string table, int columns, RowStatement one, RowStatement? many) => (_table, _columns, _one, _many) = (table, columns, one, many);

    /// <summary>Sets the parameters of one row, from the given place on, in the order of the columns.</summary>
    public delegate void Bind(RowStatement statement, int place, RowBatch.Row row);

    /// <summary>For rows that the table holds nothing of yet. One that it does hold is passed over, and found out: so SQLite needs no way back out of a statement half done.</summary>
    public static BulkInsert OfNew(StoreConnection store, string table, string[] columns) =>
        new(table, columns.Length, store.RowStatement(Insert("OR IGNORE ", table, columns, 1)), store.RowStatement(Insert("OR IGNORE ", table, columns, Many)));

    /// <summary>For rows of which the table may hold the key.</summary>
    /// <param name="onConflict">What becomes of those: the rest of the statement.</param>
    public static BulkInsert OfAny(StoreConnection store, string table, string[] columns, string onConflict) =>
        new(table, columns.Length, store.RowStatement(Insert("", table, columns, 1) + " " + onConflict), null);

    /// <exception cref="StoreException">A row was not written, since another one has its key.</exception>
    public void Write(RowBatch batch, Bind bind)
    {
        int row = 0;
        for (; _many is not null && row + Many <= batch.Count; row += Many)
        {
            Run(_many, row, Many);
        }

        for (; row < batch.Count; row++)
        {
            Run(_one, row, 1);
        }

        void Run(RowStatement statement, int first, int count)
        {
            for (int i = 0; i < count; i++)
            {
                bind(statement, 1 + (i * _columns), batch[first + i]);
            }

            if (statement.Run() != count)
            {
                throw new StoreException($"Two rows of the table '{_table}' have one key, which begins with {batch[first].Number(0)} or is among the {count - 1} that follow.");
            }
        }
    }

    public void Dispose()
    {
        _one.Dispose();
        _many?.Dispose();
    }

    private static string Insert(string otherwise, string table, string[] columns, int rows)
    {
        var values = Enumerable.Range(0, rows).Select(row =>
            "(" + string.Join(", ", columns.Select((_, column) => string.Create(CultureInfo.InvariantCulture, $"?{(row * columns.Length) + column + 1}"))) + ")");
        return $"INSERT {otherwise}INTO {table} ({string.Join(", ", columns)}) VALUES {string.Join(", ", values)}";
    }
}
