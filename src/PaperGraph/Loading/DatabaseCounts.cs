using System.Collections.Immutable;
using PaperGraph.Cypher;
using PaperGraph.Graph;

namespace PaperGraph.Loading;

/// <summary>How many nodes of each label and edges of each type either side holds; in Neo4j they are looked up, not counted.</summary>
internal static class DatabaseCounts
{
    private static readonly string Text = string.Join("\nUNION ALL\n", GraphSchema.Labels
        .Select(label => $"MATCH (node:{GraphSchema.NameOf(label)}) RETURN '{GraphSchema.NameOf(label)}' AS name, count(node) AS number")
        .Concat(GraphSchema.EdgeTypes.Select(type => $"MATCH ()-[edge:{GraphSchema.NameOf(type)}]->() RETURN '{GraphSchema.NameOf(type)}' AS name, count(edge) AS number")));

    public static async Task<ImmutableArray<KindCount>> ReadAsync(ICypherExecutor neo4j, KnowledgeGraph graph, CancellationToken cancellation)
    {
        CypherResult result = await neo4j.ReadAsync(new CypherStatement(Text), cancellation);
        var inDatabase = result.Rows.ToDictionary(row => (string)row[0]!, row => (long)row[1]!, StringComparer.Ordinal);
        var edges = new long[GraphSchema.EdgeTypes.Length];
        foreach (Edge edge in graph.Edges)
        {
            edges[(int)edge.Type]++;
        }

        return
        [
            .. GraphSchema.Labels.Select(label => new KindCount(GraphSchema.NameOf(label), true, graph.CountOf(label), inDatabase.GetValueOrDefault(GraphSchema.NameOf(label)))),
            .. GraphSchema.EdgeTypes.Select(type => new KindCount(GraphSchema.NameOf(type), false, edges[(int)type], inDatabase.GetValueOrDefault(GraphSchema.NameOf(type)))),
        ];
    }
}
