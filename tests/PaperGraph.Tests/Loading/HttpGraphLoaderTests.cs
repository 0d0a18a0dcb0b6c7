using PaperGraph.Tests.Contracts;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Loading;

public sealed class HttpGraphLoaderTests : GraphLoaderContract
{
    protected override string Address => LiveNeo4j.HttpTarget.Address.ToString();
}
