using System.Collections.Immutable;

namespace PaperGraph.Cypher;

/// <summary>The ways to a Neo4j server that this build has, by the scheme of the address.</summary>
public static partial class CypherTransport
{
    /// <summary>Makes an executor; no connection is made before its first statement.</summary>
    public delegate ICypherExecutor Connector(Neo4jTarget target, CypherExecutorOptions options);

    /// <summary>Schemes of Bolt: plain, with a certificate that is checked (<c>+s</c>), with any certificate (<c>+ssc</c>); <c>neo4j</c> also routes within a cluster.</summary>
    public static ImmutableArray<string> BoltSchemes { get; } = ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"];

    /// <summary>After the schemes: static fields are set in the order in which they stand.</summary>
    private static readonly ImmutableSortedDictionary<string, Connector> Connectors = Describe();

    /// <summary>Schemes that this build can speak, sorted.</summary>
    public static IEnumerable<string> Schemes => Connectors.Keys;

    public static bool CanSpeak(string scheme) => Connectors.ContainsKey(scheme);

    /// <exception cref="NotSupportedException">This build cannot speak the address's scheme: the message says how to get one that can.</exception>
    public static ICypherExecutor Connect(Neo4jTarget target, CypherExecutorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (Connectors.TryGetValue(target.Address.Scheme, out Connector? connect))
        {
            return connect(target, options ?? CypherExecutorOptions.Default);
        }

        throw new NotSupportedException(BoltSchemes.Contains(target.Address.Scheme)
            ? "this build has no bolt transport. Use an http:// address, or build with -p:PackagedAdapters=true."
            : $"'{target.Address.Scheme}' is no way to a Neo4j server; one of {string.Join(", ", Schemes)} is.");
    }

    private static ImmutableSortedDictionary<string, Connector> Describe()
    {
        var connectors = new Dictionary<string, Connector>(StringComparer.Ordinal)
        {
            ["http"] = (target, options) => new HttpCypherExecutor(target, options),
            ["https"] = (target, options) => new HttpCypherExecutor(target, options),
        };
        AddPackaged(connectors);
        return connectors.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>Filled in by PackagedAdapters/; without that folder the compiler drops the call.</summary>
    static partial void AddPackaged(Dictionary<string, Connector> connectors);
}
