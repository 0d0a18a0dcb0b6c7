using System.Text;
using Microsoft.Data.Sqlite;

namespace PaperGraph.Tests.Storage;

/// <summary>All rows of a store as text, but for its own random name: equal texts are equal stores.</summary>
internal static class StoreRows
{
    private static readonly string[] Tables = ["meta", "source", "record", "problem", "extraction", "node", "edge"];

    public static string Of(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        var rows = new StringBuilder();
        foreach (string table in Tables)
        {
            Append(rows, connection, $"SELECT * FROM {table}", table);
        }

        Append(rows, connection, "SELECT rowid FROM paper_search WHERE paper_search MATCH 'experts' ORDER BY rowid", "paper_search");
        return rows.ToString();
    }

    public static long Number(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void Append(StringBuilder rows, SqliteConnection connection, string sql, string table)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(column)}")));
        }

        foreach (string line in lines.Where(line => !line.StartsWith("id\t", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            rows.Append(table).Append('\t').Append(line).Append('\n');
        }
    }
}
