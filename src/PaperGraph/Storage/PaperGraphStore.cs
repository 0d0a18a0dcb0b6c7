using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using PaperGraph.Extraction;
using PaperGraph.Graph;
using PaperGraph.Reading;

namespace PaperGraph.Storage;

/// <summary>The local store: one SQLite file with what sources say, and beside it an index file with the graph that follows from it.</summary>
/// <remarks>Every source is written in a transaction of its own, so that a build that was cut off anywhere goes on where it stopped. The graph depends on the
/// stored sources alone, never on the order or the way in which they came. Not for several threads at once; the graph is.</remarks>
public sealed class PaperGraphStore : IDisposable
{
    private readonly SqliteConnection _connection;
    private KnowledgeGraph? _graph;

    private PaperGraphStore(string path, SqliteConnection connection) => (Path, _connection) = (path, connection);

    public string Path { get; }

    /// <summary>Made at random when the store was created: 32 hex digits.</summary>
    public string Id => StoreFile.Guarded(Path, () =>
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = "SELECT value FROM meta WHERE key = 'id'";
        return (string)command.ExecuteScalar()!;
    });

    /// <summary>The graph of everything stored: mapped from the index file, which is made anew where it is missing, stale or damaged.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public KnowledgeGraph Graph => _graph ??= StoreFile.Guarded(Path, () => StoreIndex.Open(_connection, CancellationToken.None));

    /// <summary>Names of the sources, in ordinal order.</summary>
    public ImmutableArray<string> Sources => StoreFile.Guarded(Path, () => Texts("SELECT name FROM source ORDER BY name"));

    /// <summary>Opens a store that is there.</summary>
    /// <exception cref="StoreException">There is none, or the file is none, or it is of another version.</exception>
    public static PaperGraphStore Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new PaperGraphStore(path, StoreFile.OpenExisting(path));
    }

    /// <summary>Opens a store, or makes an empty one.</summary>
    /// <exception cref="StoreException">The file is no store, is of another version, or cannot be made.</exception>
    public static PaperGraphStore OpenOrCreate(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new PaperGraphStore(path, StoreFile.OpenOrCreate(path));
    }

    /// <summary>Adds sources, or replaces those of the same name, and brings the graph up to date.</summary>
    /// <param name="advanced">Told now and then how many records more were read.</param>
    /// <exception cref="StoreException">The store cannot be written. What was committed stays; the same call again goes on.</exception>
    public BuildReport Add(IEnumerable<PaperSource> sources, Extractor extractor, Action<int>? advanced = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(extractor);
        return StoreFile.Guarded(Path, () =>
        {
            var outcomes = new List<SourceOutcome>();
            var problems = new List<ReadingProblem>();
            foreach (PaperSource source in sources)
            {
                using var writer = new StoreSourceWriter(_connection, extractor);
                outcomes.Add(writer.Write(source, problems, advanced, cancellation));
            }

            StoreUpkeep.Refresh(_connection, extractor, cancellation);
            string[] changed = [.. outcomes.Where(outcome => outcome.Change is SourceChange.Added or SourceChange.Replaced).Select(outcome => outcome.Name)];
            int written = outcomes.Where(outcome => changed.Contains(outcome.Name)).Sum(outcome => outcome.Records);
            int kept = StoreUpkeep.PapersOnlyIn(_connection, changed);
            _graph = StoreIndex.Open(_connection, cancellation);
            return new BuildReport(
                [.. outcomes],
                [.. problems],
                kept,
                written - kept,
                outcomes.Where(outcome => outcome.Change == SourceChange.Unchanged).Sum(outcome => outcome.Records),
                outcomes.Sum(outcome => outcome.Rejected));
        });
    }

    /// <summary>Takes sources back: papers that stand in no other go with them.</summary>
    /// <returns>Names that the store does not hold; where there is one, nothing was removed.</returns>
    public ImmutableArray<string> Remove(IReadOnlyCollection<string> names, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(names);
        return StoreFile.Guarded(Path, () =>
        {
            ImmutableArray<string> unknown = [.. names.Except(Texts("SELECT name FROM source ORDER BY name"), StringComparer.Ordinal)];
            if (unknown.IsEmpty)
            {
                StoreUpkeep.Remove(_connection, names);
                _graph = StoreIndex.Open(_connection, cancellation);
            }

            return unknown;
        });
    }

    public void Dispose() => _connection.Dispose();

    private ImmutableArray<string> Texts(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        var texts = ImmutableArray.CreateBuilder<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts.DrainToImmutable();
    }
}
