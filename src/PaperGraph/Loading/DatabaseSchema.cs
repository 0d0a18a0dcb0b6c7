using PaperGraph.Cypher;

namespace PaperGraph.Loading;

/// <summary>The constraints and indexes of <c>cypher/schema</c>.</summary>
public static class DatabaseSchema
{
    private const string Constraints = "schema/constraints";
    private const string Indexes = "schema/indexes";

    private static readonly string[] Files = [Constraints, Indexes];

    /// <summary>Names of all constraints and indexes that the project uses.</summary>
    public static IEnumerable<string> Names => Files.SelectMany(file => CypherFiles.Statements(file)).Select(NameOf);

    /// <summary>Names of those that the database lacks, or has not finished.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(ICypherExecutor neo4j, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(neo4j);
        CypherResult result = await neo4j.ReadAsync(
            new CypherStatement("SHOW INDEXES YIELD name, state, labelsOrTypes, properties, owningConstraint WHERE state = 'ONLINE' RETURN name, labelsOrTypes, properties, owningConstraint IS NOT NULL AS unique"), cancellation);
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (object?[] row in result.Rows)
        {
            present.Add((string)row[0]!);
            if (row[1] is object?[] { Length: 1 } labels && row[2] is object?[] { Length: 1 } properties)
            {
                present.Add(SubjectOf((string)labels[0]!, (string)properties[0]!, row[3] is true));
            }
        }

        return [.. Files.SelectMany(file => CypherFiles.Statements(file)).Where(statement => !present.Contains(NameOf(statement)) && !present.Contains(SubjectOf(statement))).Select(NameOf)];
    }

    /// <summary>Makes what is missing, and waits until it is ready. Writes nothing where nothing is.</summary>
    /// <exception cref="CypherException">Data that stand there already break a constraint.</exception>
    public static async Task<WriteCounters> EnsureAsync(ICypherExecutor neo4j, CancellationToken cancellation = default) =>
        await EnsureAsync(neo4j, Files, cancellation);

    /// <summary>The constraints alone: what a load needs before it writes. The rest costs a quarter of the time when it is made of all nodes at once, after them.</summary>
    internal static Task<WriteCounters> EnsureConstraintsAsync(ICypherExecutor neo4j, CancellationToken cancellation) => EnsureAsync(neo4j, [Constraints], cancellation);

    /// <summary>Has the server begin the indexes that are missing, and leaves it to them.</summary>
    internal static Task<WriteCounters> BeginAsync(ICypherExecutor neo4j, CancellationToken cancellation) => EnsureAsync(neo4j, Files, cancellation, waits: false);

    /// <summary>Waits until the server has made the indexes that a load has begun: what searches by words fails before. Others' indexes are not waited for.</summary>
    /// <exception cref="CypherException">One is not ready after 280 s.</exception>
    public static async Task AwaitAsync(ICypherExecutor neo4j, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(neo4j);
        foreach (string name in await UnfinishedAsync(neo4j, cancellation))
        {
            await neo4j.ReadAsync(new CypherStatement("CALL db.awaitIndex($name, 280)", ("name", name)), cancellation);
        }
    }

    /// <summary>Names of the project's indexes that the server is still making.</summary>
    internal static async Task<IReadOnlyList<string>> UnfinishedAsync(ICypherExecutor neo4j, CancellationToken cancellation)
    {
        CypherResult result = await neo4j.ReadAsync(new CypherStatement("SHOW INDEXES YIELD name, state WHERE state = 'POPULATING' RETURN name"), cancellation);
        return [.. result.Rows.Select(row => (string)row[0]!).Intersect(Names, StringComparer.Ordinal)];
    }

    private static async Task<WriteCounters> EnsureAsync(ICypherExecutor neo4j, IEnumerable<string> files, CancellationToken cancellation, bool waits = true)
    {
        ArgumentNullException.ThrowIfNull(neo4j);
        IReadOnlyList<string> missing = await MissingAsync(neo4j, cancellation);
        WriteCounters counters = default;
        bool isAnyMade = false;
        foreach (string file in files)
        {
            CypherStatement[] statements = [.. CypherFiles.Statements(file).Where(statement => missing.Contains(NameOf(statement))).Select(statement => new CypherStatement(statement))];
            if (statements.Length > 0)
            {
                isAnyMade = true;
                counters = (await neo4j.WriteAsync(statements, cancellation)).Aggregate(counters, (sum, result) => sum + result.Counters);
            }
        }

        if (isAnyMade && waits)
        {
            await AwaitAsync(neo4j, cancellation);
        }

        return counters;
    }

    /// <summary>The word after CONSTRAINT or INDEX.</summary>
    private static string NameOf(string statement)
    {
        string[] words = statement.Split(' ');
        return words[Array.FindIndex(words, word => word is "CONSTRAINT" or "INDEX") + 1];
    }

    /// <summary>Another name for the same is as good, except for full-text indexes, which questions call by name.</summary>
    private static string SubjectOf(string statement)
    {
        if (statement.Contains("FULLTEXT", StringComparison.Ordinal))
        {
            return "";
        }

        int colon = statement.IndexOf(':', StringComparison.Ordinal);
        int dot = statement.IndexOf('.', colon);
        string label = statement[(colon + 1)..statement.IndexOf(')', colon)];
        string property = new([.. statement[(dot + 1)..].TakeWhile(char.IsLetterOrDigit)]);
        return SubjectOf(label, property, statement.Contains("CONSTRAINT", StringComparison.Ordinal));
    }

    private static string SubjectOf(string label, string property, bool isUnique) => $"{label}.{property}{(isUnique ? " unique" : "")}";
}
