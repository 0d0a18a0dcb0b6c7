using PaperGraph.Graph;
using PaperGraph.Graph.Algorithms;
using PaperGraph.Tests.Contracts;
using PaperGraph.Tests.Support;
using QuikGraph;

namespace PaperGraph.Tests.PackagedAdapters.QuikGraph;

public sealed class QuikGraphAlgorithmsTests : GraphAlgorithmsContract
{
    protected override IGraphAlgorithms Algorithms { get; } = new QuikGraphAlgorithms();

    [Fact]
    public void Default_InTheFullBuild_IsQuikGraph() => Assert.Equal("quikgraph", GraphAlgorithms.Default.Name);

    [Fact]
    public void KnowledgeGraph_IsAQuikGraphGraph_WithTheSameEdges()
    {
        KnowledgeGraph graph = GeneratedGraph.Random(seed: 7, nodes: 30, edges: 60);
        IBidirectionalGraph<NodeId, Edge> quik = graph;

        Assert.Equal(graph.NodeCount, quik.VertexCount);
        Assert.Equal(graph.Edges, quik.Vertices.SelectMany(quik.OutEdges));
        Assert.Equal(graph.Edges.ToHashSet(), [.. quik.Vertices.SelectMany(quik.InEdges)]);
        Assert.All(quik.Edges, edge => Assert.True(quik.TryGetEdge(edge.Source, edge.Target, out Edge found) && found == edge));
    }
}
