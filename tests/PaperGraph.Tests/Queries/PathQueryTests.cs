using System.Collections.Immutable;
using System.Globalization;
using PaperGraph.Graph;
using PaperGraph.Graph.Algorithms;
using PaperGraph.Queries;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Queries;

public sealed class PathQueryTests
{
    [Fact]
    public void Ask_RareAndCommonConcept_RareFirst()
    {
        GraphOfPapers papers = new GraphOfPapers().Paper("A").Paper("B").Names("A", "rare").Names("B", "rare").Names("A", "common").Names("B", "common");
        for (int i = 0; i < 20; i++)
        {
            papers.Paper("P" + i.ToString(CultureInfo.InvariantCulture)).Names("P" + i.ToString(CultureInfo.InvariantCulture), "common");
        }

        KnowledgeGraph graph = papers.Build();

        Assert.Equal(["rare", "common"], Ask(graph, "A", "B", 2).Select(path => graph.NameOf(path.Nodes[1])));
    }

    [Fact]
    public void Ask_SharedRepository_ComesBeforeConcepts()
    {
        KnowledgeGraph graph = new GraphOfPapers().Paper("A").Paper("B").Names("A", "c").Names("B", "c").HasCode("A", "o/r").HasCode("B", "o/r").Build();

        Assert.Equal(NodeLabel.Repository, graph.LabelOf(Ask(graph, "A", "B", 1).Single().Nodes[1]));
    }

    [Fact]
    public void Ask_PagesAlone_ConnectNothing()
    {
        KnowledgeGraph graph = new GraphOfPapers().Paper("A").Paper("B").ListedIn("A", "page").ListedIn("B", "page", 2).Build();

        Assert.Empty(Ask(graph, "A", "B", 3));
    }

    [Fact]
    public void Ask_ConceptBothNamedAndIntroduced_ShowsTheIntroduction()
    {
        KnowledgeGraph graph = new GraphOfPapers().Paper("A").Names("A", "System").Introduces("A", "System").Build();

        Assert.Equal(EdgeType.Introduces, PathQuery.Ask(graph, Paper(graph, "A"), new NodeLookup(graph).Concept("System").Nodes.Single(), 3).Single().Edges.Single().Type);
    }

    /// <summary>Laws of any answer: paths, without circles, of non-falling cost, all different; the first as cheap as the shortest path there is.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Ask_GeneratedGraphs_GivesDistinctPathsByCost(int seed)
    {
        KnowledgeGraph graph = GeneratedGraph.Random(seed, 30, 70);
        NodeId from = new(0), to = new(29);
        var paths = PathQuery.Ask(graph, from, to, 8);

        foreach (GraphPath path in paths)
        {
            Assert.Equal(from, path.Nodes[0]);
            Assert.Equal(to, path.Nodes[^1]);
            Assert.Equal(path.Nodes.Length, path.Nodes.Distinct().Count());
            for (int i = 0; i < path.Edges.Length; i++)
            {
                Assert.Equal([path.Nodes[i], path.Nodes[i + 1]], new[] { path.Edges[i].Source, path.Edges[i].Target }.OrderBy(node => node == path.Nodes[i] ? 0 : 1));
            }
        }

        Assert.Equal(paths.Select(path => path.Cost).Order(), paths.Select(path => path.Cost));
        Assert.Equal(paths.Length, paths.Select(path => string.Join(",", path.Nodes)).Distinct().Count());
        Assert.Equal(AllPaths(graph, from, to).Order().Take(8).Select(cost => Math.Round(cost, 3)), paths.Select(path => Math.Round(path.Cost, 3)));
    }

    /// <summary>Costs of every path of few steps, by trying all: in these graphs a concept costs by its narrower ones, as no paper names it, and every step is one to a broader one.</summary>
    private static List<double> AllPaths(KnowledgeGraph graph, NodeId from, NodeId to)
    {
        var costs = new List<double>();
        Walk([from]);
        return costs;

        double Cost(NodeId node) => Math.Log(1 + graph.InDegree(node));

        void Walk(List<NodeId> path)
        {
            if (path[^1] == to)
            {
                costs.Add(path.Select((node, i) => i == 0 || i == path.Count - 1 ? Cost(node) / 2 : Cost(node)).Sum() + (1.0 * (path.Count - 1)));
                return;
            }

            if (path.Count > 7)
            {
                return;
            }

            var next = new SortedSet<NodeId>();
            foreach (Edge edge in graph.OutEdges(path[^1]))
            {
                next.Add(edge.Target);
            }

            foreach (Edge edge in graph.InEdges(path[^1]))
            {
                next.Add(edge.Source);
            }

            foreach (NodeId node in next.Where(node => !path.Contains(node)))
            {
                Walk([.. path, node]);
            }
        }
    }

    private static ImmutableArray<GraphPath> Ask(KnowledgeGraph graph, string from, string to, int limit) =>
        PathQuery.Ask(graph, Paper(graph, from), Paper(graph, to), limit, new OwnGraphAlgorithms());

    private static NodeId Paper(KnowledgeGraph graph, string name) => new NodeLookup(graph).Paper(name).Nodes.Single();
}
