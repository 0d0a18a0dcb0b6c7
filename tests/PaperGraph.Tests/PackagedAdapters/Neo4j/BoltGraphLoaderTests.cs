using PaperGraph.Tests.Contracts;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.PackagedAdapters.Neo4j;

public sealed class BoltGraphLoaderTests : GraphLoaderContract
{
    protected override string Address => LiveNeo4j.BoltTarget.Address.ToString();
}
