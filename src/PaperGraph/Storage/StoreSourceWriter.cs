using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using PaperGraph.Extraction;
using PaperGraph.Papers;
using PaperGraph.Reading;

namespace PaperGraph.Storage;

/// <summary>Writes one source in one transaction: all of it, or nothing.</summary>
internal sealed class StoreSourceWriter : IDisposable
{
    private const int ChunkSize = 512;

    private readonly SqliteConnection _connection;
    private readonly Extractor _extractor;
    private readonly SqliteTransaction _transaction;
    private readonly SqliteCommand _insertRecord;
    private readonly SqliteCommand _insertProblem;
    private readonly SqliteCommand _findExtraction;
    private readonly SqliteCommand _insertExtraction;
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public StoreSourceWriter(SqliteConnection connection, Extractor extractor)
    {
        _connection = connection;
        _extractor = extractor;
        _transaction = connection.BeginTransaction(deferred: false);
        _insertRecord = Prepare("INSERT INTO record (source, position, text, body) VALUES ($source, $position, $text, $body)", "$source", "$position", "$text", "$body");
        _insertProblem = Prepare("INSERT INTO problem (source, number, line, code, message) VALUES ($source, $number, $line, $code, $message)", "$source", "$number", "$line", "$code", "$message");
        _findExtraction = Prepare("SELECT 1 FROM extraction WHERE text = $text AND extractor = $extractor", "$text", "$extractor");
        _insertExtraction = Prepare("INSERT OR REPLACE INTO extraction (text, extractor, body) VALUES ($text, $extractor, $body)", "$text", "$extractor", "$body");
    }

    /// <param name="problems">Receives what was wrong in the source, in its order.</param>
    /// <param name="advanced">Told after every chunk how many records more were written.</param>
    public SourceOutcome Write(PaperSource source, List<ReadingProblem> problems, Action<int>? advanced, CancellationToken cancellation)
    {
        string? before = StoredDigest(source.Name);
        Execute("DELETE FROM source WHERE name = $name", ("$name", source.Name));
        string format = SourceFormatNames.NameOf(source.Format);
        Execute("INSERT INTO source (name, format, digest, records, problems) VALUES ($name, $format, '', 0, 0)", ("$name", source.Name), ("$format", format));
        int records = 0;
        int firstProblem = problems.Count;
        var chunk = new List<PaperRecord>(ChunkSize);
        foreach (ReadOutcome outcome in source.Read())
        {
            if (outcome.Problem is { } problem)
            {
                problems.Add(problem);
                Write(source.Name, problems.Count - firstProblem, problem);
            }

            if (outcome.Record is { } record)
            {
                chunk.Add(record.Paper);
                records++;
                if (chunk.Count == ChunkSize)
                {
                    Flush();
                }
            }
        }

        Flush();
        List<ReadingProblem> found = problems[firstProblem..];
        int rejected = found.Count(problem => problem.LosesRecord);
        if (records == 0 && found.Exists(problem => problem.LosesSource))
        {
            _transaction.Rollback();
            return new SourceOutcome(source.Name, format, SourceChange.Rejected, 0, rejected);
        }

        string digest = Convert.ToHexStringLower(_digest.GetHashAndReset());
        if (digest == before)
        {
            _transaction.Rollback();
            return new SourceOutcome(source.Name, format, SourceChange.Unchanged, records, rejected);
        }

        Execute(
            "UPDATE source SET digest = $digest, records = $records, problems = $problems WHERE name = $name",
            ("$digest", digest), ("$records", records), ("$problems", found.Count), ("$name", source.Name));
        _transaction.Commit();
        return new SourceOutcome(source.Name, format, before is null ? SourceChange.Added : SourceChange.Replaced, records, rejected);

        void Flush()
        {
            cancellation.ThrowIfCancellationRequested();
            Write(source.Name, chunk, cancellation);
            advanced?.Invoke(chunk.Count);
            chunk.Clear();
        }
    }

    public void Dispose()
    {
        _insertRecord.Dispose();
        _insertProblem.Dispose();
        _findExtraction.Dispose();
        _insertExtraction.Dispose();
        _digest.Dispose();
        _transaction.Dispose();
    }

    private void Write(string source, List<PaperRecord> papers, CancellationToken cancellation)
    {
        byte[][] keys = [.. papers.Select(StoredText.Key)];
        var isKnown = new bool[papers.Count];
        for (int i = 0; i < papers.Count; i++)
        {
            isKnown[i] = Run(_findExtraction, keys[i], StoredText.Extractor) is not null;
        }

        var bodies = new byte[papers.Count][];
        var extractions = new byte[]?[papers.Count];
        Parallel.For(0, papers.Count, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            bodies[i] = StoredText.Of(papers[i]);
            extractions[i] = isKnown[i] ? null : StoredText.Of(papers[i].Title, _extractor.Extract(papers[i].Title, papers[i].Abstract));
        });
        for (int i = 0; i < papers.Count; i++)
        {
            Run(_insertRecord, source, papers[i].Position, keys[i], Encoding.UTF8.GetString(bodies[i]));
            _digest.AppendData(bodies[i]);
            if (extractions[i] is { } extraction)
            {
                Run(_insertExtraction, keys[i], StoredText.Extractor, Encoding.UTF8.GetString(extraction));
            }
        }
    }

    private void Write(string source, int number, ReadingProblem problem)
    {
        Run(_insertProblem, source, number, problem.Line, problem.Code.ToString(), problem.Message);
        _digest.AppendData(Encoding.UTF8.GetBytes(problem.ToString()));
    }

    private string? StoredDigest(string source)
    {
        using SqliteCommand command = Prepare("SELECT digest FROM source WHERE name = $name", "$name");
        return (string?)Run(command, source);
    }

    private void Execute(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        foreach ((string name, object value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, params string[] parameters)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        foreach (string parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        }

        return command;
    }

    /// <summary>Runs a prepared command with values in the order of its parameters; its first value, or null.</summary>
    private static object? Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command.ExecuteScalar();
    }
}
