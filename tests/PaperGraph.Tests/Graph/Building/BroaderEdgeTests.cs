using PaperGraph.Graph;
using PaperGraph.Graph.Building;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Graph.Building;

public sealed class BroaderEdgeTests
{
    [Theory]
    [InlineData("graph neural network", "neural network", "network")]
    [InlineData("sparse mixture of experts", "mixture of experts", "expert")]
    [InlineData("mixture of experts", "mixture", "expert")]
    [InlineData("out-of-distribution detection", "detection", "distribution")]
    [InlineData("image-to-image translation", "translation", "image translation")]
    [InlineData("spoken and written corpus", "corpus", "written corpus")]
    [InlineData("pruning for edge devices", "pruning", "edge device")]
    [InlineData("gated RouteNet", "RouteNet", "net")]
    public void Term_IsBelowItsHead_AndNotBelowItsLastWords(string term, string head, string other)
    {
        KnowledgeGraph graph = PaperOf.GraphOf(new PaperOf("One").Names(term).Names(head).Names(other));

        Assert.Contains((term, head), Edges(graph));
        Assert.DoesNotContain((term, other), Edges(graph));
    }

    [Theory]
    [InlineData("improving latency", "latency")]
    [InlineData("encoder-decoder", "decoder")]
    [InlineData("proof of concept", "concept")]
    [InlineData("Router 2 Edge", "edge")]
    public void Term_ThatOnlyEndsInAnother_IsNotBelowIt(string term, string other) =>
        Assert.Empty(Edges(PaperOf.GraphOf(new PaperOf("One").Names(term).Names(other))));

    [Fact]
    public void Coordination_OfTwoConcepts_IsBelowNeither() =>
        Assert.DoesNotContain(Edges(PaperOf.GraphOf(new PaperOf("One").Names("pruning and model quantization").Names("pruning").Names("quantization"))), edge => edge.Narrower.StartsWith("pruning and", StringComparison.Ordinal));

    [Fact]
    public void CompoundThatIsAConcept_BeforeTheHead_IsAModifier() =>
        Assert.Contains(("chain of thought prompting", "prompting"), Edges(PaperOf.GraphOf(new PaperOf("One").Names("chain of thought prompting").Names("chain of thought").Names("prompting"))));

    [Fact]
    public void ShortFormAtTheEnd_IsItsLongForm()
    {
        PaperOf[] papers = [.. Enumerable.Range(1, 3).Select(i => new PaperOf($"Paper {i}").In("p", i).Names("gated route unit").Defines("GRX", "gated route unit"))];

        Assert.Contains(("stacked GRX", "gated route unit"), Edges(PaperOf.GraphOf([.. papers, new PaperOf("Last").In("p", 9).Names("stacked GRX")])));
    }

    [Fact]
    public void TermHeads_OfHostileKeys_End()
    {
        var random = new Random(3);
        string[] parts = ["of", "and", "to", "router", "", "in", "-", "2", "expert"];
        for (int i = 0; i < 5_000; i++)
        {
            string key = string.Join(' ', Enumerable.Range(0, random.Next(1, 9)).Select(_ => parts[random.Next(parts.Length)]));
            Assert.All(TermHeads.Of(key, key, [key.Replace(' ', '-')], _ => random.Next(2) == 0), head => Assert.True(head.Length <= key.Length));
        }
    }

    private static (string Narrower, string Broader)[] Edges(KnowledgeGraph graph) =>
        [.. graph.Edges.Where(edge => edge.Type == EdgeType.Broader).Select(edge => (Name(graph, edge.Source), Name(graph, edge.Target)))];

    /// <summary>As the test wrote it.</summary>
    private static string Name(KnowledgeGraph graph, NodeId concept) => graph.PropertiesOf(concept).Texts(PropertyKey.Aliases)[0];
}
