using System.Collections.Immutable;

namespace PaperGraph.Graph.Algorithms;

/// <summary>The project's own algorithms, for builds without QuikGraph.</summary>
public sealed class OwnGraphAlgorithms : IGraphAlgorithms
{
    private const double Damping = 0.85;
    private const double Tolerance = 1e-12;
    private const int MostRounds = 200;

    public string Name => "own";

    /// <remarks>Disjoint sets with path halving (Tarjan 1975).</remarks>
    public GraphComponents ConnectedComponents(KnowledgeGraph graph, Func<Edge, bool>? counts = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        int[] parents = [.. Enumerable.Range(0, graph.NodeCount)];
        for (int i = 0; i < graph.EdgeCount; i++)
        {
            Edge edge = graph.EdgeAt(i);
            if (counts is null || counts(edge))
            {
                int one = Root(parents, edge.Source.Index);
                int other = Root(parents, edge.Target.Index);
                parents[Math.Max(one, other)] = Math.Min(one, other);
            }
        }

        for (int node = 0; node < parents.Length; node++)
        {
            parents[node] = Root(parents, node);
        }

        return GraphComponents.Of(parents);
    }

    /// <remarks>Dijkstra (1959).</remarks>
    public ImmutableArray<Edge>? ShortestPath(KnowledgeGraph graph, NodeId from, NodeId to, Func<Edge, double> cost)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(cost);
        var costs = new Dictionary<NodeId, double> { [from] = 0 };
        var cameBy = new Dictionary<NodeId, Edge>();
        var done = new HashSet<NodeId>();
        var open = new PriorityQueue<NodeId, (double Cost, int Node)>();
        open.Enqueue(from, (0, from.Index));
        while (open.TryDequeue(out NodeId node, out (double Cost, int Node) at))
        {
            if (node == to)
            {
                return Walk(from, to, cameBy);
            }

            if (!done.Add(node))
            {
                continue;
            }

            foreach (Edge edge in graph.OutEdges(node))
            {
                Step(edge, edge.Target);
            }

            foreach (Edge edge in graph.InEdges(node))
            {
                Step(edge, edge.Source);
            }

            void Step(Edge edge, NodeId next)
            {
                double total = at.Cost + cost(edge);
                if (double.IsFinite(total) && (!costs.TryGetValue(next, out double known) || total < known))
                {
                    costs[next] = total;
                    cameBy[next] = edge;
                    open.Enqueue(next, (total, next.Index));
                }
            }
        }

        return null;
    }

    public ImmutableArray<double> PageRank(KnowledgeGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        int count = graph.NodeCount;
        var ranks = new double[count];
        Array.Fill(ranks, 1.0 / Math.Max(count, 1));
        double change = 1;
        for (int round = 0; round < MostRounds && change > Tolerance; round++)
        {
            var next = new double[count];
            double dangling = 0;
            for (int node = 0; node < count; node++)
            {
                int degree = graph.OutDegree(new NodeId(node));
                dangling += degree == 0 ? ranks[node] : 0;
                foreach (Edge edge in graph.OutEdges(new NodeId(node)))
                {
                    next[edge.Target.Index] += ranks[node] / degree;
                }
            }

            change = 0;
            for (int node = 0; node < count; node++)
            {
                next[node] = ((1 - Damping) / count) + (Damping * (next[node] + (dangling / count)));
                change += Math.Abs(next[node] - ranks[node]);
            }

            ranks = next;
        }

        return [.. ranks];
    }

    private static int Root(int[] parents, int node)
    {
        while (parents[node] != node)
        {
            parents[node] = parents[parents[node]];
            node = parents[node];
        }

        return node;
    }

    private static ImmutableArray<Edge> Walk(NodeId from, NodeId to, Dictionary<NodeId, Edge> cameBy)
    {
        var edges = new List<Edge>();
        for (NodeId node = to; node != from;)
        {
            Edge edge = cameBy[node];
            edges.Add(edge);
            node = edge.Source == node ? edge.Target : edge.Source;
        }

        edges.Reverse();
        return [.. edges];
    }
}
