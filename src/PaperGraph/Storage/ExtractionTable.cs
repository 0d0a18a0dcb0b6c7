using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PaperGraph.Extraction;
using PaperGraph.Graph.Building;
using PaperGraph.Papers;
using PaperGraph.Wire;

namespace PaperGraph.Storage;

/// <summary>What was found in each text, by the extractor of one build of the program.</summary>
internal sealed class ExtractionTable(StoreConnection store, Extractor extractor)
{
    private const string VersionName = "extractor";
    private const int TextsAtOnce = 64;

    /// <summary>Few: what waits for its turn outlives the collections of fresh objects, and is copied at each.</summary>
    private const int RowsAtOnce = 8;

    /// <summary>The build of the library: its code and models decide what is read, found and joined.</summary>
    public static string Version { get; } = typeof(ExtractionTable).Module.ModuleVersionId.ToString("N");

    /// <summary>Extracts, on all processors, what the table lacks, while the records come in.</summary>
    /// <param name="records">Walked once; what walking them writes to the store happens between what is written here.</param>
    public void Add(IEnumerable<StoredRecord> records, Action<int>? advanced, CancellationToken cancellation)
    {
        ForgetOtherVersions();
        using RowStatement insert = store.RowStatement("INSERT OR IGNORE INTO extraction (text, found) VALUES (?1, ?2)");
        foreach ((int count, (byte[] Text, byte[] Found)[] results) in OrderedWork.Run(Chunks(records, cancellation), chunk => (chunk.Count, Array.ConvertAll(chunk.Missing, record => (record.TextHash, Extract(record.Record))))))
        {
            foreach ((byte[] text, byte[] found) in results)
            {
                insert.BindBlob(1, text).Bind(2, found).Run();
            }

            advanced?.Invoke(count);
        }
    }

    /// <summary>Portions of the records, and those among them in whose text nothing was looked for yet.</summary>
    private IEnumerable<(int Count, StoredRecord[] Missing)> Chunks(IEnumerable<StoredRecord> records, CancellationToken cancellation)
    {
        using SqliteCommand known = store.Command("SELECT 1 FROM extraction WHERE text = $text");
        SqliteParameter text = known.Parameters.Add("$text", SqliteType.Blob);
        foreach (StoredRecord[] chunk in records.Chunk(TextsAtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return (chunk.Length, Array.FindAll(chunk, record =>
            {
                text.Value = record.TextHash;
                return known.ExecuteScalar() is null;
            }));
        }
    }

    /// <summary>Extracts what another build of the program extracted, or nobody yet.</summary>
    public void Complete(CancellationToken cancellation)
    {
        ForgetOtherVersions();
        Add(RecordTable.WithoutExtraction(store), null, cancellation);
        extractor.LetGo();
    }

    /// <summary>Drops what was found in texts that no record holds any more.</summary>
    public void Sweep() => store.Execute("DELETE FROM extraction WHERE text NOT IN (SELECT text FROM record)");

    /// <summary>Every record with what was found in it; records of one title stand together. Holds few at a time, and may be walked several times.</summary>
    public PaperStream ReadPapers(CancellationToken cancellation)
    {
        long[] rows = RecordTable.RowsByTitle(store);
        return new PaperStream(Papers(Parse), Papers(ParseAcronyms));

        IEnumerable<SourcedPaper> Papers(Func<PaperRecord, byte[], PaperExtraction> parse) =>
            OrderedWork.Run(Rows(rows, cancellation), chunk => Array.ConvertAll(chunk, row => new SourcedPaper(row.Record, parse(row.Record, row.Found)))).SelectMany(chunk => chunk);
    }

    private IEnumerable<(PaperRecord Record, byte[] Found)[]> Rows(long[] rows, CancellationToken cancellation)
    {
        using SqliteCommand command = store.Command($"SELECT {RecordTable.Columns}, CAST(found AS BLOB) FROM record JOIN extraction USING (text) WHERE record.rowid = $row");
        SqliteParameter parameter = command.Parameters.Add("$row", SqliteType.Integer);
        command.Prepare();
        foreach (long[] chunk in rows.Chunk(RowsAtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Array.ConvertAll(chunk, row =>
            {
                parameter.Value = row;
                using SqliteDataReader reader = command.ExecuteReader();
                reader.Read();
                return (RecordTable.Read(reader), reader.GetFieldValue<byte[]>(reader.FieldCount - 1));
            });
        }
    }

    private static PaperExtraction ParseAcronyms(PaperRecord record, byte[] found) => PaperExtractionReader.TryReadAcronyms(found, out ImmutableArray<Acronym> acronyms)
        ? new PaperExtraction { Acronyms = acronyms }
        : Parse(record, found);

    private static PaperExtraction Parse(PaperRecord record, byte[] found) => PaperExtractionReader.TryRead(found, out ExtractionLine? line, out string? message)
        ? line.Extraction
        : throw new StoreException($"What was found in \"{record.Title}\" cannot be read ({message}): build the store again.");

    /// <summary>Another build of the program may find other things: what the last one found is dropped.</summary>
    private void ForgetOtherVersions()
    {
        if (store.Meta(VersionName) != Version)
        {
            store.Execute("DELETE FROM extraction");
            store.SetMeta(VersionName, Version);
        }
    }

    private byte[] Extract(PaperRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, PropertyJson.Options))
        {
            PaperExtractionWriter.Write(json, null, record.Title, extractor.Extract(record.Title, record.Abstract));
        }

        return buffer.WrittenSpan.ToArray();
    }
}
