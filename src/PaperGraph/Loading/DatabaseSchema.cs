using PaperGraph.Cypher;

namespace PaperGraph.Loading;

/// <summary>The constraints and indexes of <c>cypher/schema</c>.</summary>
public static class DatabaseSchema
{
    private static readonly string[] Files = ["schema/constraints", "schema/indexes"];

    /// <summary>Names of all constraints and indexes that the project uses.</summary>
    public static IEnumerable<string> Names => Files.SelectMany(file => CypherFiles.Statements(file)).Select(NameOf);

    /// <summary>Names of those that the database lacks, or has not finished.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(ICypherExecutor neo4j, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(neo4j);
        CypherResult result = await neo4j.ReadAsync(new CypherStatement("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name"), cancellation);
        var present = result.Rows.Select(row => row[0]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. Names.Where(name => !present.Contains(name))];
    }

    /// <summary>Makes what is missing, and waits until it is ready. Writes nothing where nothing is.</summary>
    /// <exception cref="CypherException">Data that stand there already break a constraint.</exception>
    public static async Task<WriteCounters> EnsureAsync(ICypherExecutor neo4j, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(neo4j);
        IReadOnlyList<string> missing = await MissingAsync(neo4j, cancellation);
        WriteCounters counters = default;
        foreach (string file in Files)
        {
            CypherStatement[] statements = [.. CypherFiles.Statements(file).Where(statement => missing.Contains(NameOf(statement))).Select(statement => new CypherStatement(statement))];
            if (statements.Length > 0)
            {
                counters = (await neo4j.WriteAsync(statements, cancellation)).Aggregate(counters, (sum, result) => sum + result.Counters);
            }
        }

        if (missing.Count > 0)
        {
            await neo4j.ReadAsync(new CypherStatement("CALL db.awaitIndexes(300)"), cancellation);
        }

        return counters;
    }

    /// <summary>The word after CONSTRAINT or INDEX.</summary>
    private static string NameOf(string statement)
    {
        string[] words = statement.Split(' ');
        return words[Array.FindIndex(words, word => word is "CONSTRAINT" or "INDEX") + 1];
    }
}
