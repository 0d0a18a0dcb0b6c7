using System.Diagnostics;
using System.Globalization;
using PaperGraph.Cypher;
using PaperGraph.Graph;
using PaperGraph.Loading;
using PaperGraph.Storage;

namespace PaperGraph.Benchmarks;

/// <summary>Rows a second of a whole load, beside a plain loop over the same rows and the same connection: constraints, then <c>UNWIND</c> and <c>MERGE</c> in batches of
/// 10,000, one after another, without a record or indexes.</summary>
/// <remarks>The server is the one that <c>NEO4J_URI</c>, <c>NEO4J_USERNAME</c> and <c>NEO4J_PASSWORD</c> name; its database must be empty, and is emptied again.
/// The load's indexes, which the server makes after it and the loop does without, are waited for outside of the time, and how long is printed.
/// The first round of each warms the server and does not count.</remarks>
internal static class LoadBenchmark
{
    private const int BatchRows = 10_000;

    public static async Task RunAsync(string storePath, int rounds)
    {
        using PaperGraphStore store = PaperGraphStore.Open(storePath);
        await using ICypherExecutor neo4j = CypherTransport.Connect(new Neo4jTarget(
            Variable("NEO4J_URI") ?? "http://localhost:7474", Variable("NEO4J_USERNAME"), Variable("NEO4J_PASSWORD"), Variable("NEO4J_DATABASE")));
        if ((long)(await neo4j.ReadAsync(new CypherStatement("MATCH (node) RETURN count(node) AS nodes"))).Value(0, "nodes")! > 0)
        {
            throw new InvalidOperationException($"The database '{neo4j.Target.Database}' at {neo4j.Target.Address} is not empty, and a benchmark would empty it.");
        }

        KnowledgeGraph graph = store.Graph;
        int rows = graph.NodeCount + graph.EdgeCount;
        var loader = new List<double>();
        var loop = new List<double>();
        for (int round = 0; round <= rounds; round++)
        {
            loader.Add(await RateAsync("load", () => new GraphLoader(neo4j).LoadAsync(graph, store.Id)));
            loop.Add(await RateAsync("loop", () => LoopAsync(neo4j, graph)));
        }

        double ratio = Median(loader) / Median(loop);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"medians of {rounds}: load {Median(loader):#,0} rows/s, loop {Median(loop):#,0} rows/s, {ratio:0.00} times as fast"));

        async Task<double> RateAsync(string name, Func<Task> load)
        {
            await EmptyAsync(neo4j);
            long started = Stopwatch.GetTimestamp();
            await load();
            TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
            double rate = rows / elapsed.TotalSeconds;
            await DatabaseSchema.AwaitAsync(neo4j);
            double indexed = (Stopwatch.GetElapsedTime(started) - elapsed).TotalSeconds;
            await EmptyAsync(neo4j);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}  {rate:#,0} rows/s; indexes ready {indexed:0.0} s later"));
            return rate;
        }
    }

    private static async Task LoopAsync(ICypherExecutor neo4j, KnowledgeGraph graph)
    {
        foreach (NodeLabel label in GraphSchema.Labels)
        {
            await neo4j.WriteAsync([new CypherStatement($"CREATE CONSTRAINT IF NOT EXISTS FOR (node:{GraphSchema.NameOf(label)}) REQUIRE node.id IS UNIQUE")]);
        }

        await neo4j.ReadAsync(new CypherStatement("CALL db.awaitIndexes()"));
        foreach (NodeLabel label in GraphSchema.Labels)
        {
            string text = $"UNWIND $rows AS row MERGE (node:{GraphSchema.NameOf(label)} {{id: row.id}}) SET node += row.properties";
            foreach (NodeId[] nodes in graph.NodesOf(label).Chunk(BatchRows))
            {
                await WriteAsync(text, [.. nodes.Select(node => Row(("id", graph.KeyOf(node)), ("properties", Map(graph.PropertiesOf(node)))))]);
            }
        }

        foreach (IGrouping<(NodeLabel Source, EdgeType Type, NodeLabel Target), Edge> kind in graph.Edges.GroupBy(edge => (graph.LabelOf(edge.Source), edge.Type, graph.LabelOf(edge.Target))))
        {
            string text = $"UNWIND $rows AS row MATCH (source:{GraphSchema.NameOf(kind.Key.Source)} {{id: row.source}}) MATCH (target:{GraphSchema.NameOf(kind.Key.Target)} {{id: row.target}}) "
                + $"MERGE (source)-[edge:{GraphSchema.NameOf(kind.Key.Type)}]->(target) SET edge += row.properties";
            foreach (Edge[] edges in kind.Chunk(BatchRows))
            {
                await WriteAsync(text, [.. edges.Select(edge => Row(("source", graph.KeyOf(edge.Source)), ("target", graph.KeyOf(edge.Target)), ("properties", Map(graph.PropertiesOf(edge)))))]);
            }
        }

        Task WriteAsync(string text, Dictionary<string, object?>[] batch) => neo4j.WriteAsync([new CypherStatement(text, ("rows", batch))]);
    }

    private static Dictionary<string, object?> Row(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var row = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach ((string name, object? value) in values)
        {
            row.Add(name, value);
        }

        return row;
    }

    private static Dictionary<string, object?> Map(PropertySet properties) =>
        properties.ToDictionary(property => GraphSchema.NameOf(property.Key), property => (object?)property.Value.ToParameter(), StringComparer.Ordinal);

    /// <summary>Nodes, and constraints and indexes: the loop is not to write the load's.</summary>
    private static async Task EmptyAsync(ICypherExecutor neo4j)
    {
        while ((await neo4j.WriteAsync([new CypherStatement("MATCH (node) WITH node LIMIT 5000 DETACH DELETE node")]))[0].Counters.NodesDeleted > 0)
        {
        }

        foreach ((string show, string drop) in new[] { ("SHOW CONSTRAINTS YIELD name", "CONSTRAINT"), ("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'", "INDEX") })
        {
            foreach (object?[] row in (await neo4j.ReadAsync(new CypherStatement(show + " RETURN name"))).Rows)
            {
                await neo4j.WriteAsync([new CypherStatement($"DROP {drop} `{row[0]}` IF EXISTS")]);
            }
        }
    }

    private static double Median(List<double> rates)
    {
        double[] sorted = [.. rates.Skip(1).Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
