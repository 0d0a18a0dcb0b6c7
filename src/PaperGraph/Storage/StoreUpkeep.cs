using System.Text;
using Microsoft.Data.Sqlite;
using PaperGraph.Extraction;
using PaperGraph.Papers;

namespace PaperGraph.Storage;

/// <summary>What keeps the store's content a function of its sources.</summary>
internal static class StoreUpkeep
{
    private const int ChunkSize = 2048;

    /// <summary>Extracts anew what another build of the library extracted, and drops extractions of texts that no record holds any more.</summary>
    public static void Refresh(SqliteConnection connection, Extractor extractor, CancellationToken cancellation)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        using (SqliteCommand sweep = Command(connection, "DELETE FROM extraction WHERE text NOT IN (SELECT text FROM record)"))
        {
            sweep.ExecuteNonQuery();
        }

        while (Stale(connection) is { Count: > 0 } stale)
        {
            var bodies = new byte[stale.Count][];
            Parallel.For(0, stale.Count, new ParallelOptions { CancellationToken = cancellation }, i =>
            {
                PaperRecord paper = StoredText.Record(stale[i].Record);
                bodies[i] = StoredText.Of(paper.Title, extractor.Extract(paper.Title, paper.Abstract));
            });
            using SqliteCommand replace = Command(connection, "UPDATE extraction SET extractor = $extractor, body = $body WHERE text = $text");
            for (int i = 0; i < stale.Count; i++)
            {
                replace.Parameters.Clear();
                replace.Parameters.AddWithValue("$extractor", StoredText.Extractor);
                replace.Parameters.AddWithValue("$body", Encoding.UTF8.GetString(bodies[i]));
                replace.Parameters.AddWithValue("$text", stale[i].Text);
                replace.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }

    public static void Remove(SqliteConnection connection, IEnumerable<string> sources)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        foreach (string source in sources)
        {
            using SqliteCommand command = Command(connection, "DELETE FROM source WHERE name = $name");
            command.Parameters.AddWithValue("$name", source);
            command.ExecuteNonQuery();
        }

        using (SqliteCommand sweep = Command(connection, "DELETE FROM extraction WHERE text NOT IN (SELECT text FROM record)"))
        {
            sweep.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>Papers that no source but these holds, by normalised title.</summary>
    public static int PapersOnlyIn(SqliteConnection connection, IReadOnlyCollection<string> sources)
    {
        var here = new HashSet<string>(StringComparer.Ordinal);
        var elsewhere = new HashSet<string>(StringComparer.Ordinal);
        if (sources.Count == 0)
        {
            return 0;
        }

        using SqliteCommand command = Command(connection, "SELECT source, json_extract(body, '$.title') FROM record");
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            (sources.Contains(reader.GetString(0)) ? here : elsewhere).Add(TitleKey.Of(reader.GetString(1)));
        }

        here.ExceptWith(elsewhere);
        return here.Count;
    }

    private static List<(byte[] Text, byte[] Record)> Stale(SqliteConnection connection)
    {
        using SqliteCommand command = Command(connection, """
            SELECT text, (SELECT CAST(body AS BLOB) FROM record WHERE record.text = extraction.text ORDER BY source, position LIMIT 1)
            FROM extraction WHERE extractor <> $extractor ORDER BY text LIMIT $limit
            """);
        command.Parameters.AddWithValue("$extractor", StoredText.Extractor);
        command.Parameters.AddWithValue("$limit", ChunkSize);
        using SqliteDataReader reader = command.ExecuteReader();
        var stale = new List<(byte[], byte[])>();
        while (reader.Read())
        {
            stale.Add((reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1)));
        }

        return stale;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
