using PaperGraph.Cypher;

namespace PaperGraph.Tests.Support;

/// <summary>The server that live tests use, which empty its database. It is the first of <see cref="Neo4jSource.InOrder"/> that there is; one that has to be
/// started is started when the first live test runs, and stopped after the last.</summary>
internal static class LiveNeo4j
{
    /// <summary>Live tests share one database: one after another.</summary>
    public const string Collection = "Live Neo4j";

    private static readonly Neo4jSource? Source = Neo4jSource.InOrder.FirstOrDefault(source => source.WhyNot is null);

    private static StartedNeo4j? _server;

    /// <summary>Whether a server was promised: then one that does not answer is a failure and no reason to skip.</summary>
    public static bool IsRequired => Environment.GetEnvironmentVariable("PAPERGRAPH_REQUIRE_NEO4J") == "1";

    /// <summary>Why live tests cannot run; null where they can.</summary>
    public static string? ReasonToSkip { get; } =
        Source is not null || IsRequired ? null : string.Join(" ", Neo4jSource.InOrder.Select(source => source.WhyNot));

    public static Neo4jTarget HttpTarget => TargetAt(Server.HttpAddress);

    public static Neo4jTarget BoltTarget => TargetAt(Server.BoltAddress ?? throw new InvalidOperationException("NEO4J_URI names no server."));

    /// <summary>The variables that a command needs to find the server.</summary>
    public static Dictionary<string, string> Variables => Server.VariablesFor(Server.HttpAddress);

    private static StartedNeo4j Server => _server ?? throw new InvalidOperationException("A live test must be of the collection LiveNeo4j.Collection.");

    public static Neo4jTarget TargetAt(string address, string? password = null, string? database = null) => new(
        address, Server.UserName, password ?? Server.Password, database);

    public static async Task StartAsync() => _server = Source is null
        ? throw new InvalidOperationException("PAPERGRAPH_REQUIRE_NEO4J promises a server, and there is none: " + string.Join(" ", Neo4jSource.InOrder.Select(source => source.WhyNot)))
        : await Source.StartAsync();

    public static async Task StopAsync()
    {
        if (_server is { } server)
        {
            _server = null;
            await server.DisposeAsync();
        }
    }

    public static async Task EmptyAsync(ICypherExecutor neo4j)
    {
        // In portions: a person's own graph of half a million edges would not fit into one transaction.
        while ((await neo4j.WriteAsync([new CypherStatement("MATCH (node) WITH node LIMIT 5000 DETACH DELETE node")]))[0].Counters.NodesDeleted > 0)
        {
        }
    }

    public static async Task<(long Nodes, long Relationships)> CountsAsync(ICypherExecutor neo4j)
    {
        CypherResult result = await neo4j.ReadAsync(new CypherStatement("MATCH (node) WITH count(node) AS nodes OPTIONAL MATCH ()-[edge]->() RETURN nodes, count(edge) AS edges"));
        return ((long)result.Rows[0][0]!, (long)result.Rows[0][1]!);
    }
}

/// <summary>A test with a real server; skipped, with its reason, where there is none, and failed where one was promised.</summary>
internal sealed class LiveFactAttribute : FactAttribute
{
    public LiveFactAttribute() => Skip = LiveNeo4j.ReasonToSkip;
}

/// <summary>Likewise, with cases.</summary>
internal sealed class LiveTheoryAttribute : TheoryAttribute
{
    public LiveTheoryAttribute() => Skip = LiveNeo4j.ReasonToSkip;
}

[CollectionDefinition(LiveNeo4j.Collection, DisableParallelization = true)]
public sealed class LiveNeo4jCollection : ICollectionFixture<LiveNeo4jFixture>;

/// <summary>Starts the server before the collection's first test that is not skipped, stops it after the last.</summary>
public sealed class LiveNeo4jFixture : IAsyncLifetime
{
    public Task InitializeAsync() => LiveNeo4j.ReasonToSkip is null ? LiveNeo4j.StartAsync() : Task.CompletedTask;

    public Task DisposeAsync() => LiveNeo4j.StopAsync();
}
