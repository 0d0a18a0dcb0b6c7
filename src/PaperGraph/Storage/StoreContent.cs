using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using PaperGraph.Extraction;
using PaperGraph.Graph;
using PaperGraph.Graph.Building;
using PaperGraph.Papers;

namespace PaperGraph.Storage;

/// <summary>Reads what the store holds, in the order of its keys.</summary>
internal static class StoreContent
{
    /// <summary>Names the graph that follows from the store's content: 32 bytes, the same for the same sources, dates and extractor.</summary>
    public static byte[] Stamp(SqliteConnection connection)
    {
        var text = new StringBuilder("graph 1\n").Append(StoredText.Extractor).Append('\n');
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT name, format, digest FROM source ORDER BY name";
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            text.Append(reader.GetString(0)).Append('\0').Append(reader.GetString(1)).Append('\0').Append(reader.GetString(2)).Append('\n');
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    public static KnowledgeGraph BuildGraph(SqliteConnection connection, CancellationToken cancellation)
    {
        var sources = new List<GraphSource>();
        using (SqliteCommand command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name, format FROM source ORDER BY name";
            using SqliteDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                sources.Add(new GraphSource(reader.GetString(0), reader.GetString(1)));
            }
        }

        return GraphBuilder.Build(sources, Papers(connection, cancellation));
    }

    /// <summary>Every record with its extraction. Parsing is spread over the processors; the order is that of source and position.</summary>
    private static IEnumerable<SourcedPaper> Papers(SqliteConnection connection, CancellationToken cancellation)
    {
        const int chunkSize = 4096;
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT CAST(record.body AS BLOB), CAST(extraction.body AS BLOB) FROM record JOIN extraction USING (text) ORDER BY source, position";
        using SqliteDataReader reader = command.ExecuteReader();
        var chunk = new List<(byte[] Record, byte[] Extraction)>(chunkSize);
        for (bool more = true; more;)
        {
            chunk.Clear();
            while (chunk.Count < chunkSize && (more = reader.Read()))
            {
                chunk.Add((reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1)));
            }

            var papers = new SourcedPaper[chunk.Count];
            Parallel.For(0, chunk.Count, new ParallelOptions { CancellationToken = cancellation }, i =>
            {
                PaperRecord record = StoredText.Record(chunk[i].Record);
                PaperExtraction extraction = StoredText.Extraction(chunk[i].Extraction);
                papers[i] = new SourcedPaper(record, extraction);
            });
            foreach (SourcedPaper paper in papers)
            {
                yield return paper;
            }
        }
    }
}
