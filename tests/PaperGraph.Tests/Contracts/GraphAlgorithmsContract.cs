using System.Collections.Immutable;
using PaperGraph.Graph;
using PaperGraph.Graph.Algorithms;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Contracts;

/// <summary>What every implementation of <see cref="IGraphAlgorithms"/> must answer.</summary>
public abstract class GraphAlgorithmsContract
{
    protected abstract IGraphAlgorithms Algorithms { get; }

    [Fact]
    public void ConnectedComponents_TwoIslands_AreNumberedByTheirFirstNodes()
    {
        KnowledgeGraph graph = GeneratedGraph.Of(5, (3, 4), (1, 0));

        GraphComponents components = Algorithms.ConnectedComponents(graph);

        Assert.Equal(new[] { 0, 0, 1, 2, 2 }, components.Numbers.ToArray());
        Assert.Equal(new[] { 2, 1, 2 }, components.Sizes.ToArray());
        Assert.Equal(2, components.Largest);
    }

    [Fact]
    public void ConnectedComponents_EdgesThatDoNotCount_DoNotConnect()
    {
        KnowledgeGraph graph = GeneratedGraph.Of(3, (0, 1), (1, 2));

        Assert.Equal(new[] { 0, 0, 1 }, Algorithms.ConnectedComponents(graph, edge => edge.Source.Index == 0).Numbers.ToArray());
    }

    [Fact]
    public void ConnectedComponents_OfNothing_AreNone() => Assert.Equal(0, Algorithms.ConnectedComponents(GeneratedGraph.Of(0)).Largest);

    [Fact]
    public void ShortestPath_AgainstAnEdgesDirection_IsFound()
    {
        KnowledgeGraph graph = GeneratedGraph.Of(3, (1, 0), (1, 2));

        ImmutableArray<Edge>? path = Algorithms.ShortestPath(graph, new NodeId(0), new NodeId(2), _ => 1);

        Assert.Equal([(1, 0), (1, 2)], path!.Value.Select(edge => (edge.Source.Index, edge.Target.Index)));
    }

    [Fact]
    public void ShortestPath_DearShortcut_GoesRound()
    {
        KnowledgeGraph graph = GeneratedGraph.Of(4, (0, 3), (0, 1), (1, 2), (2, 3));

        ImmutableArray<Edge>? path = Algorithms.ShortestPath(graph, new NodeId(0), new NodeId(3), edge => edge.Target.Index == 3 && edge.Source.Index == 0 ? 10 : 1);

        Assert.Equal(3, path!.Value.Length);
    }

    [Fact]
    public void ShortestPath_OnlyThroughAForbiddenEdge_IsNone()
    {
        KnowledgeGraph graph = GeneratedGraph.Of(2, (0, 1));

        Assert.Null(Algorithms.ShortestPath(graph, new NodeId(0), new NodeId(1), _ => double.PositiveInfinity));
    }

    [Fact]
    public void ShortestPath_ToItself_IsEmpty() => Assert.Empty(Algorithms.ShortestPath(GeneratedGraph.Of(2, (0, 1)), new NodeId(1), new NodeId(1), _ => 1)!.Value);

    [Fact]
    public void ShortestPath_OnGeneratedGraphs_CostsWhatRelaxingEveryEdgeGives()
    {
        for (int seed = 1; seed <= 30; seed++)
        {
            KnowledgeGraph graph = GeneratedGraph.Random(seed, nodes: 25, edges: 40);
            double Cost(Edge edge) => 1 + ((edge.Source.Index * 7) + (edge.Target.Index * 13)) % 11 + (edge.Index / 1000.0);
            double[] expected = RelaxUntilNothingChanges(graph, Cost);
            for (int to = 0; to < graph.NodeCount; to++)
            {
                ImmutableArray<Edge>? path = Algorithms.ShortestPath(graph, new NodeId(0), new NodeId(to), Cost);
                Assert.True(path is null == double.IsInfinity(expected[to]), $"seed {seed}, node {to}");
                if (path is { } edges)
                {
                    Assert.Equal(expected[to], edges.Sum(Cost), 9);
                    Assert.Equal(to, edges.Aggregate(0, (node, edge) => edge.Source.Index == node ? edge.Target.Index : edge.Source.Index));
                }
            }
        }
    }

    [Fact]
    public void PageRank_OnGeneratedGraphs_IsAFixedPointThatSumsToOne()
    {
        for (int seed = 1; seed <= 10; seed++)
        {
            KnowledgeGraph graph = GeneratedGraph.Random(seed, nodes: 20, edges: 45);

            ImmutableArray<double> ranks = Algorithms.PageRank(graph);

            Assert.Equal(1, ranks.Sum(), 9);
            double dangling = graph.Nodes.Where(node => graph.OutDegree(node) == 0).Sum(node => ranks[node.Index]);
            foreach (NodeId node in graph.Nodes)
            {
                double inflow = graph.Edges.Where(edge => edge.Target == node).Sum(edge => ranks[edge.Source.Index] / graph.OutDegree(edge.Source));
                Assert.Equal((0.15 / graph.NodeCount) + (0.85 * (inflow + (dangling / graph.NodeCount))), ranks[node.Index], 7);
            }
        }
    }

    private static double[] RelaxUntilNothingChanges(KnowledgeGraph graph, Func<Edge, double> cost)
    {
        var costs = new double[graph.NodeCount];
        Array.Fill(costs, double.PositiveInfinity);
        costs[0] = 0;
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (Edge edge in graph.Edges)
            {
                foreach ((int from, int to) in new[] { (edge.Source.Index, edge.Target.Index), (edge.Target.Index, edge.Source.Index) })
                {
                    if (costs[from] + cost(edge) < costs[to])
                    {
                        costs[to] = costs[from] + cost(edge);
                        changed = true;
                    }
                }
            }
        }

        return costs;
    }
}
