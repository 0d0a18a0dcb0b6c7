using System.CommandLine;
using PaperGraph.Cli.Output;
using PaperGraph.Cypher;

namespace PaperGraph.Cli.Commands;

/// <summary>Which Neo4j a command speaks to: <c>--to</c>, else <c>NEO4J_URI</c>, else this machine's own.</summary>
internal static class Neo4jConnection
{
    public static Option<string?> ToOption() => new("--to")
    {
        Description = "Address of the Neo4j server; else NEO4J_URI, else this machine's own. User, password and database: NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE.",
        HelpName = "URI",
    };

    /// <summary>Makes no connection yet.</summary>
    /// <exception cref="CommandFailure">The address is none, or this build cannot speak to it.</exception>
    public static ICypherExecutor Open(Terminal terminal, string? to) => CypherTransport.Connect(TargetOf(terminal, to));

    public static Neo4jTarget TargetOf(Terminal terminal, string? to)
    {
        try
        {
            Neo4jTarget target = Target(terminal, to ?? NullIfEmpty(terminal.Environment("NEO4J_URI")) ?? OwnAddress);
            if (CypherTransport.CanSpeak(target.Address.Scheme))
            {
                return target;
            }

            if (!CypherTransport.BoltSchemes.Contains(target.Address.Scheme))
            {
                throw CommandFailure.Usage($"'{target.Address.Scheme}://' is no way to a Neo4j server; one of {string.Join(", ", CypherTransport.Schemes.Select(scheme => scheme + "://"))} is.");
            }

            return to is null ? HttpInstead(terminal, target) : throw CommandFailure.Usage("this build has no bolt transport. Use an http:// address, or build with -p:PackagedAdapters=true.");
        }
        catch (ArgumentException exception)
        {
            throw CommandFailure.Usage(exception.Message.Split(" (Parameter", 2)[0]);
        }
    }

    /// <summary>Where Neo4j Browser is; null where that cannot be told: Bolt at a port of somebody's own says nothing of the other one.</summary>
    public static Uri? BrowserOf(Terminal terminal, Neo4jTarget target) => target.Address.Scheme switch
    {
        "http" or "https" => target.Address,
        _ when GivenHttpOf(terminal, target) is { } given => given,
        "bolt" or "neo4j" when target.Address.Port == Neo4jTarget.BoltPort => new UriBuilder(Uri.UriSchemeHttp, target.Address.Host, Neo4jTarget.HttpPort).Uri,
        _ => null,
    };

    /// <summary>What NEO4J_HTTP_URI names, where it is the same machine: <c>--to</c> may have chosen another.</summary>
    private static Uri? GivenHttpOf(Terminal terminal, Neo4jTarget target)
    {
        try
        {
            return NullIfEmpty(terminal.Environment("NEO4J_HTTP_URI")) is { } given && Target(terminal, given) is { Address.Scheme: "http" or "https" } other
                && (other.Address.Host == target.Address.Host || (other.IsLoopback && target.IsLoopback))
                ? other.Address
                : null;
        }
        catch (ArgumentException)
        {
            return null;   // No address; nothing is asked of it here.
        }
    }

    private static string OwnAddress => CypherTransport.CanSpeak("bolt") ? "bolt://localhost:7687" : "http://localhost:7474";

    /// <summary>The environment names a Bolt address that this build cannot speak to: the same server's HTTP one will do.</summary>
    private static Neo4jTarget HttpInstead(Terminal terminal, Neo4jTarget target)
    {
        if (NullIfEmpty(terminal.Environment("NEO4J_HTTP_URI")) is { } given)
        {
            return Target(terminal, given);
        }

        string address = target.Address.Scheme.Contains('+', StringComparison.Ordinal) ? $"https://{target.Address.Host}" : $"http://{target.Address.Host}:{Neo4jTarget.HttpPort}";
        terminal.Note($"this build has no bolt transport: {address} is used instead of NEO4J_URI (NEO4J_HTTP_URI names another).");
        return Target(terminal, address);
    }

    private static Neo4jTarget Target(Terminal terminal, string address) => new(
        address, terminal.Environment("NEO4J_USERNAME"), terminal.Environment("NEO4J_PASSWORD"), terminal.Environment("NEO4J_DATABASE"));

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
