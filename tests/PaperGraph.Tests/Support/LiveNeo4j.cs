using System.Net.Sockets;
using PaperGraph.Cypher;

namespace PaperGraph.Tests.Support;

/// <summary>The server that live tests use: <c>NEO4J_HTTP_URI</c>, and for Bolt <c>NEO4J_URI</c>. They empty its database.</summary>
internal static class LiveNeo4j
{
    /// <summary>Live tests share one database: one after another.</summary>
    public const string Collection = "Live Neo4j";

    /// <summary>Whether a server was promised: then one that does not answer is a failure and no reason to skip.</summary>
    public static bool IsRequired => Environment.GetEnvironmentVariable("PAPERGRAPH_REQUIRE_NEO4J") == "1";

    /// <summary>Null where none is named.</summary>
    public static string? HttpAddress => NullIfEmpty(Environment.GetEnvironmentVariable("NEO4J_HTTP_URI"));

    /// <summary>Null where none is named, or the build cannot speak Bolt.</summary>
    public static string? BoltAddress => BuildCapabilities.Has("bolt") ? NullIfEmpty(Environment.GetEnvironmentVariable("NEO4J_URI")) : null;

    public static Neo4jTarget HttpTarget => TargetAt(HttpAddress ?? throw new InvalidOperationException("NEO4J_HTTP_URI names no server."));

    public static Neo4jTarget BoltTarget => TargetAt(BoltAddress ?? throw new InvalidOperationException("NEO4J_URI names no server."));

    public static Neo4jTarget TargetAt(string address, string? password = null, string? database = null) => new(
        address, Environment.GetEnvironmentVariable("NEO4J_USERNAME"), password ?? Environment.GetEnvironmentVariable("NEO4J_PASSWORD"), database);

    /// <summary>The variables that a command needs to find the server.</summary>
    public static Dictionary<string, string> Variables => new(StringComparer.Ordinal)
    {
        ["NEO4J_URI"] = HttpAddress ?? "",
        ["NEO4J_USERNAME"] = Environment.GetEnvironmentVariable("NEO4J_USERNAME") ?? "",
        ["NEO4J_PASSWORD"] = Environment.GetEnvironmentVariable("NEO4J_PASSWORD") ?? "",
    };

    /// <summary>Why live tests cannot run; null where they can.</summary>
    public static string? ReasonToSkip { get; } = Reason(HttpAddress, "NEO4J_HTTP_URI");

    public static string? ReasonToSkipBolt { get; } = Reason(BoltAddress, "NEO4J_URI");

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

    private static string? Reason(string? address, string variable)
    {
        if (address is null)
        {
            return IsRequired ? null : $"{variable} names no Neo4j server, or this build cannot speak to it.";
        }

        return IsRequired || Answers(new Uri(address)) ? null : $"Nobody answers at {address}.";
    }

    private static bool Answers(Uri address)
    {
        try
        {
            using var client = new TcpClient();
            return client.ConnectAsync(address.Host, address.Port).Wait(TimeSpan.FromSeconds(3));
        }
        catch (AggregateException)
        {
            return false;
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>A test with a real server; skipped, with its reason, where none is named, and failed where one was promised.</summary>
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
public sealed class LiveNeo4jCollection;
