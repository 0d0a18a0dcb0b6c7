using PaperGraph.Concepts;
using PaperGraph.Graph;
using PaperGraph.Graph.Building;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Graph.Building;

public sealed class StockPhraseTests
{
    [Theory]
    [InlineData("real-world datasets", true)]
    [InlineData("synthetic and real-world datasets", true)]
    [InlineData("theoretical analysis", true)]
    [InlineData("state-of-the-art methods", true)]
    [InlineData("downstream tasks", true)]
    [InlineData("large-scale benchmark datasets", true)]
    [InlineData("problem", true)]
    [InlineData("synthetic data", false)]
    [InlineData("large language model", false)]
    [InlineData("world model", false)]
    [InlineData("recommender system", false)]
    [InlineData("public key", false)]
    [InlineData("data augmentation", false)]
    [InlineData("scaling law", false)]
    public void Contains_PhrasesThatPraiseAndNameNothing(string text, bool isStock) => Assert.Equal(isStock, StockPhrases.Contains(ConceptKey.Of(text)));

    [Fact]
    public void Build_StockPhrase_IsNoNode()
    {
        KnowledgeGraph graph = PaperOf.GraphOf(new PaperOf("One").Names("real-world dataset").Names("router"));

        Assert.Equal("router", graph.NameOf(Assert.Single(graph.NodesOf(NodeLabel.Concept))));
    }
}
