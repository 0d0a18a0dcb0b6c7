using System.Collections.Immutable;
using PaperGraph.Cypher;
using PaperGraph.Graph;

namespace PaperGraph.Loading;

/// <summary>How many nodes of each label and edges of each type either side holds; in Neo4j they are looked up, not counted.</summary>
internal static class DatabaseCounts
{
    /// <summary>Each count stands alone in its subquery: beside anything else, be it a constant, the server would walk through all nodes.</summary>
    private static readonly string Text = string.Join("\nUNION ALL\n", GraphSchema.Labels
        .Select(label => Count(GraphSchema.NameOf(label), $"(one:{GraphSchema.NameOf(label)})"))
        .Concat(GraphSchema.EdgeTypes.Select(type => Count(GraphSchema.NameOf(type), $"()-[one:{GraphSchema.NameOf(type)}]->()"))));

    /// <summary>By the name of the label or type.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> ReadAsync(ICypherExecutor neo4j, CancellationToken cancellation)
    {
        CypherResult result = await neo4j.ReadAsync(new CypherStatement(Text), cancellation);
        return result.Rows.ToDictionary(row => (string)row[0]!, row => (long)row[1]!, StringComparer.Ordinal);
    }

    public static async Task<ImmutableArray<KindCount>> ReadAsync(ICypherExecutor neo4j, KnowledgeGraph graph, CancellationToken cancellation)
    {
        Task<IReadOnlyDictionary<string, long>> answer = ReadAsync(neo4j, cancellation);
        var edges = new long[GraphSchema.EdgeTypes.Length];
        for (int number = 0; number < graph.EdgeCount; number++)
        {
            edges[(int)graph.EdgeAt(number).Type]++;
        }

        IReadOnlyDictionary<string, long> inDatabase = await answer;
        return
        [
            .. GraphSchema.Labels.Select(label => new KindCount(GraphSchema.NameOf(label), true, graph.CountOf(label), inDatabase.GetValueOrDefault(GraphSchema.NameOf(label)))),
            .. GraphSchema.EdgeTypes.Select(type => new KindCount(GraphSchema.NameOf(type), false, edges[(int)type], inDatabase.GetValueOrDefault(GraphSchema.NameOf(type)))),
        ];
    }

    private static string Count(string name, string pattern) => $"CALL () {{ MATCH {pattern} RETURN count(one) AS number }} RETURN '{name}' AS name, number";
}
