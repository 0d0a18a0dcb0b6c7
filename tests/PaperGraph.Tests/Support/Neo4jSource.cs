using System.Collections.Immutable;
using System.Net.Sockets;

namespace PaperGraph.Tests.Support;

/// <summary>Where tests get a Neo4j server from.</summary>
/// <param name="WhyNot">Why it cannot give one: a sentence; null where it can.</param>
internal sealed partial record Neo4jSource(string? WhyNot, Func<Task<StartedNeo4j>> StartAsync)
{
    /// <summary>The environment's own, then a container (full build), then the unpacked server beside the evaluation data.</summary>
    public static ImmutableArray<Neo4jSource> InOrder { get; } = [OfEnvironment(), .. Packaged(), SharedNeo4j.Source];

    /// <summary><c>NEO4J_HTTP_URI</c>, and for Bolt <c>NEO4J_URI</c>.</summary>
    private static Neo4jSource OfEnvironment()
    {
        string? http = Variable("NEO4J_HTTP_URI");
        string? whyNot = http is null ? "NEO4J_HTTP_URI names no Neo4j server." : Answers(new Uri(http)) ? null : $"Nobody answers at {http}, which NEO4J_HTTP_URI names.";
        return new Neo4jSource(whyNot, () => Task.FromResult(new StartedNeo4j(
            http!, Variable("NEO4J_URI"), Variable("NEO4J_USERNAME"), Variable("NEO4J_PASSWORD"), static () => ValueTask.CompletedTask)));
    }

    private static List<Neo4jSource> Packaged()
    {
        var sources = new List<Neo4jSource>();
        AddPackaged(sources);
        return sources;
    }

    /// <summary>Filled in by PackagedAdapters/; without that folder the compiler drops the call.</summary>
    static partial void AddPackaged(List<Neo4jSource> sources);

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

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

/// <summary>A server that answers.</summary>
/// <param name="BoltAddress">Null where only HTTP is known.</param>
/// <param name="Stop">Of one that the tests started.</param>
internal sealed record StartedNeo4j(string HttpAddress, string? BoltAddress, string? UserName, string? Password, Func<ValueTask> Stop) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Stop();

    /// <summary>The variables by which a command finds it.</summary>
    public Dictionary<string, string> VariablesFor(string address) => new(StringComparer.Ordinal)
    {
        ["NEO4J_URI"] = address,
        ["NEO4J_USERNAME"] = UserName ?? "",
        ["NEO4J_PASSWORD"] = Password ?? "",
    };
}
