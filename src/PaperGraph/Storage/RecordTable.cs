using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PaperGraph.Papers;

namespace PaperGraph.Storage;

/// <summary>A record, and the SHA-256 of its title and abstract: what an extraction is found by.</summary>
internal sealed record StoredRecord(PaperRecord Record)
{
    public byte[] TextHash { get; } = SHA256.HashData(Encoding.UTF8.GetBytes(Record.Title + "\n" + Record.Abstract));
}

/// <summary>Records as they were read.</summary>
internal static class RecordTable
{
    public const string Columns = "source, position, text, title, abstract, id, authors, author_count, organisation, date, comments, venue, url, doi, arxiv, keywords, code";

    /// <summary>Inserts records as they pass.</summary>
    public static IEnumerable<StoredRecord> Inserting(StoreConnection store, IEnumerable<PaperRecord> records)
    {
        string values = string.Join(", ", Columns.Split(", ").Select((_, place) => string.Create(CultureInfo.InvariantCulture, $"?{place + 1}")));
        using RowStatement insert = store.RowStatement($"INSERT INTO record ({Columns}) VALUES ({values})");
        foreach (PaperRecord record in records)
        {
            var stored = new StoredRecord(record);
            insert.Bind(1, record.Source).Bind(2, (long)record.Position).BindBlob(3, stored.TextHash).Bind(4, record.Title).Bind(5, record.Abstract).Bind(6, record.Id)
                .Bind(7, Json(record.Authors)).Bind(8, record.AuthorCount).Bind(9, record.Organisation).Bind(10, record.Date?.ToString()).Bind(11, record.Comments).Bind(12, record.Venue)
                .Bind(13, record.Url).Bind(14, record.Doi).Bind(15, record.Arxiv).Bind(16, Json(record.Keywords)).Bind(17, record.Code).Run();
            yield return stored;
        }
    }

    /// <summary>A row of a query that begins with <see cref="Columns"/>.</summary>
    public static PaperRecord Read(SqliteDataReader reader) => new()
    {
        Source = reader.GetString(0),
        Position = reader.GetInt32(1),
        Title = reader.GetString(3),
        Abstract = reader.GetString(4),
        Id = Text(reader, 5),
        Authors = List(reader, 6),
        AuthorCount = Integer(reader, 7),
        Organisation = Text(reader, 8),
        Date = PaperDate.TryParse(Text(reader, 9), out PaperDate date) ? date : null,
        Comments = Integer(reader, 10),
        Venue = Text(reader, 11),
        Url = Text(reader, 12),
        Doi = Text(reader, 13),
        Arxiv = Text(reader, 14),
        Keywords = List(reader, 15),
        Code = Text(reader, 16),
    };

    /// <summary>The table's rows in the order of their titles' ids, then by source and position.</summary>
    public static long[] RowsByTitle(StoreConnection store)
    {
        var titles = new List<(long Row, string Title)>();
        using (SqliteCommand command = store.Command("SELECT rowid, title FROM record ORDER BY source, position"))
        using (SqliteDataReader reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                titles.Add((reader.GetInt64(0), reader.GetString(1)));
            }
        }

        return [.. titles.AsParallel().AsOrdered().Select(title => (Id: PaperId.OfTitle(title.Title), title.Row)).AsSequential().OrderBy(title => title.Id).Select(title => title.Row)];
    }

    /// <summary>Records in whose text nothing was looked for yet.</summary>
    public static List<StoredRecord> WithoutExtraction(StoreConnection store)
    {
        var records = new List<StoredRecord>();
        using SqliteCommand command = store.Command($"SELECT {Columns} FROM record WHERE text NOT IN (SELECT text FROM extraction) ORDER BY source, position");
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            records.Add(new StoredRecord(Read(reader)));
        }

        return records;
    }

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static int? Integer(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    private static string? Json(ImmutableArray<string> texts)
    {
        if (texts.IsEmpty)
        {
            return null;
        }

        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, PropertyJson.Options))
        {
            json.WriteStartArray();
            foreach (string text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static ImmutableArray<string> List(SqliteDataReader reader, int column)
    {
        if (reader.IsDBNull(column))
        {
            return [];
        }

        var texts = ImmutableArray.CreateBuilder<string>();
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(reader.GetString(column)));
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.String)
            {
                texts.Add(json.GetString()!);
            }
        }

        return texts.DrainToImmutable();
    }
}
