using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using PaperGraph.Graph.Building;
using PaperGraph.Papers;
using PaperGraph.Reading;

namespace PaperGraph.Storage;

/// <summary>A source as the store knows it.</summary>
/// <param name="Date">The newest date of its papers; null where none has one.</param>
/// <param name="Digest">SHA-256 of its bytes, 64 hex digits; null where that was not known.</param>
/// <param name="Content">SHA-256 of its records and problems, 64 hex digits.</param>
/// <param name="Reader">Build of the program that read it.</param>
/// <param name="Rejected">Records that could not be kept.</param>
internal sealed record StoredSource(string Name, string Format, PaperDate? Date, string? Digest, string Content, string Reader, int Records, int Problems, int Rejected);

/// <summary>Sources and the problems met in them.</summary>
internal static class SourceTable
{
    public static StoredSource? Find(StoreConnection store, string name)
    {
        using SqliteCommand command = store.Command("SELECT name, format, date, digest, content, reader, records, problems, rejected FROM source WHERE name = $name");
        command.Parameters.AddWithValue("$name", name);
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read()
            ? new StoredSource(
                reader.GetString(0), reader.GetString(1), DateIn(reader, 2), reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.GetString(4), reader.GetString(5), reader.GetInt32(6), reader.GetInt32(7), reader.GetInt32(8))
            : null;
    }

    public static ImmutableArray<string> Names(StoreConnection store) => [.. ReadAll(store).Select(source => source.Name)];

    /// <summary>In ordinal order.</summary>
    public static List<GraphSource> ReadAll(StoreConnection store)
    {
        var sources = new List<GraphSource>();
        using SqliteCommand command = store.Command("SELECT name, format, date FROM source ORDER BY name");
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            sources.Add(new GraphSource(reader.GetString(0), reader.GetString(1), DateIn(reader, 2)));
        }

        return sources;
    }

    public static List<ReadingProblem> Problems(StoreConnection store, string source)
    {
        var problems = new List<ReadingProblem>();
        using SqliteCommand command = store.Command("SELECT code, line, message FROM problem WHERE source = $source ORDER BY number");
        command.Parameters.AddWithValue("$source", source);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            problems.Add(new ReadingProblem(Enum.Parse<ProblemCode>(reader.GetString(0)), source, reader.GetInt32(1), reader.GetString(2)));
        }

        return problems;
    }

    public static void Put(StoreConnection store, StoredSource source)
    {
        using SqliteCommand command = store.Command("INSERT OR REPLACE INTO source (name, format, date, digest, content, reader, records, problems, rejected) VALUES ($name, $format, $date, $digest, $content, $reader, $records, $problems, $rejected)");
        command.Parameters.AddWithValue("$name", source.Name);
        command.Parameters.AddWithValue("$format", source.Format);
        command.Parameters.AddWithValue("$date", (object?)source.Date?.ToString() ?? DBNull.Value);
        command.Parameters.AddWithValue("$digest", (object?)source.Digest ?? DBNull.Value);
        command.Parameters.AddWithValue("$content", source.Content);
        command.Parameters.AddWithValue("$reader", source.Reader);
        command.Parameters.AddWithValue("$records", source.Records);
        command.Parameters.AddWithValue("$problems", source.Problems);
        command.Parameters.AddWithValue("$rejected", source.Rejected);
        command.ExecuteNonQuery();
    }

    public static void InsertProblems(StoreConnection store, string name, IReadOnlyList<ReadingProblem> problems)
    {
        using SqliteCommand command = store.Command("INSERT INTO problem (source, number, line, code, message) VALUES ($source, $number, $line, $code, $message)");
        command.Parameters.AddWithValue("$source", name);
        SqliteParameter number = command.Parameters.Add("$number", SqliteType.Integer);
        SqliteParameter line = command.Parameters.Add("$line", SqliteType.Integer);
        SqliteParameter code = command.Parameters.Add("$code", SqliteType.Text);
        SqliteParameter message = command.Parameters.Add("$message", SqliteType.Text);
        for (int i = 0; i < problems.Count; i++)
        {
            (number.Value, line.Value, code.Value, message.Value) = (i + 1, problems[i].Line, problems[i].Code.ToString(), problems[i].Message);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Takes away the source with everything that was read from it.</summary>
    public static void Delete(StoreConnection store, string name)
    {
        DeleteContent(store, name);
        Run(store, "DELETE FROM source WHERE name = $name", name);
    }

    /// <summary>Takes away what was read from the source.</summary>
    public static void DeleteContent(StoreConnection store, string name)
    {
        Run(store, "DELETE FROM record WHERE source = $name", name);
        Run(store, "DELETE FROM problem WHERE source = $name", name);
    }

    /// <summary>Tells one state of what was read, of the user's vocabulary and of the program that makes a graph of them, from another.</summary>
    public static string Digest(StoreConnection store)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(ExtractionTable.Version));
        using SqliteCommand command = store.Command("SELECT name, content FROM source ORDER BY name");
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{reader.GetString(0)}\n{reader.GetString(1)}"));
        }

        if (VocabularyTable.Text(store) is { } vocabulary)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n\n{vocabulary}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Run(StoreConnection store, string sql, string name)
    {
        using SqliteCommand command = store.Command(sql);
        command.Parameters.AddWithValue("$name", name);
        command.ExecuteNonQuery();
    }

    private static PaperDate? DateIn(SqliteDataReader reader, int column) =>
        PaperDate.TryParse(reader.IsDBNull(column) ? null : reader.GetString(column), out PaperDate date) ? date : null;
}
