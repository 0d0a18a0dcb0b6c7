using PaperGraph.Graph;

namespace PaperGraph.Tests.Graph;

public sealed class KnowledgeGraphTests
{
    [Fact]
    public void Build_NodesInAnyOrder_AreNumberedByLabelThenKey()
    {
        KnowledgeGraph graph = TwoPapersOneConcept();

        Assert.Equal(["p1", "p2", "c"], graph.Nodes.Select(graph.KeyOf));
        Assert.Equal([NodeLabel.Paper, NodeLabel.Paper, NodeLabel.Concept], graph.Nodes.Select(graph.LabelOf));
    }

    [Fact]
    public void InEdges_OfASharedConcept_NameBothPapers()
    {
        KnowledgeGraph graph = TwoPapersOneConcept();
        Assert.True(graph.TryFind(NodeLabel.Concept, "c", out NodeId concept));

        var papers = new List<string>();
        foreach (Edge edge in graph.InEdges(concept, EdgeType.Mentions))
        {
            papers.Add(graph.KeyOf(edge.Source));
        }

        Assert.Equal(["p1", "p2"], papers);
        Assert.Equal(2, graph.InDegree(concept));
    }

    [Fact]
    public void Build_EdgeToAMissingNode_SaysWhich()
    {
        var builder = new KnowledgeGraphBuilder();
        builder.AddNode(NodeLabel.Paper, "p", PropertySet.Empty);
        builder.AddEdge((NodeLabel.Paper, "p"), EdgeType.Mentions, (NodeLabel.Concept, "gone"), PropertySet.Empty);

        Assert.Contains("gone", Assert.Throws<InvalidOperationException>(builder.Build).Message, StringComparison.Ordinal);
    }

    private static KnowledgeGraph TwoPapersOneConcept()
    {
        var builder = new KnowledgeGraphBuilder();
        builder.AddEdge((NodeLabel.Paper, "p2"), EdgeType.Mentions, (NodeLabel.Concept, "c"), PropertySet.Empty);
        builder.AddEdge((NodeLabel.Paper, "p1"), EdgeType.Mentions, (NodeLabel.Concept, "c"), PropertySet.Of([new(PropertyKey.Score, 0.5)]));
        builder.AddNode(NodeLabel.Concept, "c", PropertySet.Empty);
        builder.AddNode(NodeLabel.Paper, "p2", PropertySet.Empty);
        builder.AddNode(NodeLabel.Paper, "p1", PropertySet.Empty);
        return builder.Build();
    }
}
