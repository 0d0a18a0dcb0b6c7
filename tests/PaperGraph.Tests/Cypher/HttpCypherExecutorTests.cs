using PaperGraph.Tests.Contracts;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Cypher;

public sealed class HttpCypherExecutorTests : CypherExecutorContract
{
    protected override string Address => LiveNeo4j.HttpTarget.Address.ToString();

    protected override string DeadAddress => "http://localhost:9";
}
