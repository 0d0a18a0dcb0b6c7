using PaperGraph.Tests.Contracts;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.PackagedAdapters.Neo4j;

public sealed class BoltCypherExecutorTests : CypherExecutorContract
{
    protected override string Address => LiveNeo4j.BoltTarget.Address.ToString();

    protected override string DeadAddress => "bolt://localhost:9";
}

/// <summary>With routing: the driver asks the server who answers what.</summary>
public sealed class RoutedBoltCypherExecutorTests : CypherExecutorContract
{
    protected override string Address => new UriBuilder(LiveNeo4j.BoltTarget.Address) { Scheme = "neo4j" }.Uri.ToString();

    protected override string DeadAddress => "neo4j://localhost:9";
}
