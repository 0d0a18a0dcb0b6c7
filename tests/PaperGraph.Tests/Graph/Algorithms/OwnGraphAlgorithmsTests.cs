using PaperGraph.Graph.Algorithms;
using PaperGraph.Tests.Contracts;

namespace PaperGraph.Tests.Graph.Algorithms;

public sealed class OwnGraphAlgorithmsTests : GraphAlgorithmsContract
{
    protected override IGraphAlgorithms Algorithms { get; } = new OwnGraphAlgorithms();
}
