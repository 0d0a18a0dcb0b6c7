using PaperGraph.PackagedAdapters.Neo4j;

namespace PaperGraph.Cypher;

/// <summary>Adds Bolt.</summary>
public static partial class CypherTransport
{
    static partial void AddPackaged(Dictionary<string, Connector> connectors)
    {
        foreach (string scheme in BoltSchemes)
        {
            connectors[scheme] = (target, options) => new BoltCypherExecutor(target, options);
        }
    }
}
