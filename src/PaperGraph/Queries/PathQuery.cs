using System.Collections.Immutable;
using PaperGraph.Graph;
using PaperGraph.Graph.Algorithms;

namespace PaperGraph.Queries;

/// <summary>One way from one node to another.</summary>
/// <param name="Nodes">From the asked beginning to the asked end; each once.</param>
/// <param name="Edges">Between them, one fewer, in their order; each may run either way.</param>
/// <param name="Cost">The less, the more telling.</param>
public sealed record GraphPath(ImmutableArray<NodeId> Nodes, ImmutableArray<Edge> Edges, double Cost);

/// <summary>How do two nodes hang together?</summary>
/// <remarks>The k cheapest paths without circles (Yen 1971), where stepping through a node costs the logarithm of the papers that it stands in: a rare
/// concept tells more than one that everybody names, and two rare ones more than a commonplace. Derived edges (related papers, co-occurrence,
/// implementations) and pages are no steps: the path shows what they are derived from.</remarks>
public sealed class PathQuery
{
    private const double StepCost = 0.5;
    private static readonly double PaperCost = Math.Log(2);

    private readonly KnowledgeGraph _graph;
    private readonly NodeId _from;
    private readonly NodeId _to;
    private readonly Dictionary<NodeId, double> _nodeCosts = [];
    private readonly Dictionary<NodeId, double> _remaining = [];
    private double _horizon;

    private PathQuery(KnowledgeGraph graph, NodeId from, NodeId to) => (_graph, _from, _to) = (graph, from, to);

    /// <param name="limit">At least 1.</param>
    /// <param name="algorithms">Finds the first path; null: this build's. The others are its detours.</param>
    /// <returns>Most telling first; empty where nothing connects the two, or they are one node.</returns>
    public static ImmutableArray<GraphPath> Ask(KnowledgeGraph graph, NodeId from, NodeId to, int limit, IGraphAlgorithms? algorithms = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return from == to ? [] : new PathQuery(graph, from, to).Cheapest(limit, algorithms ?? GraphAlgorithms.Default);
    }

    private ImmutableArray<GraphPath> Cheapest(int limit, IGraphAlgorithms algorithms)
    {
        if (algorithms.ShortestPath(_graph, _from, _to, CostOf) is not { } first)
        {
            return [];
        }

        var found = new List<GraphPath>();
        var candidates = new SortedSet<GraphPath>(Comparer<GraphPath>.Create(Compare)) { PathAlong(first) };
        if (limit > 1)
        {
            MeasureRemaining();
        }

        while (found.Count < limit && candidates.Min is { } best)
        {
            candidates.Remove(best);
            found.Add(best);
            for (int spur = 0; found.Count < limit && spur < best.Edges.Length; spur++)
            {
                ImmutableArray<NodeId> root = best.Nodes[..(spur + 1)];
                HashSet<NodeId> taken = [.. found.Where(path => path.Nodes.Length > spur + 1 && path.Nodes[..(spur + 1)].SequenceEqual(root)).Select(path => path.Nodes[spur + 1])];
                if (Search(root, taken) is { } detour)
                {
                    candidates.Add(detour);
                }
            }
        }

        return [.. found];
    }

    /// <summary>Costs of the way to the end, from every node that is no farther from it than the beginning is: they guide every later search.</summary>
    private void MeasureRemaining()
    {
        var open = new PriorityQueue<NodeId, (double Cost, int Node)>();
        var best = new Dictionary<NodeId, double> { [_to] = 0 };
        open.Enqueue(_to, (0, _to.Index));
        while (open.TryDequeue(out NodeId node, out (double Cost, int Node) at))
        {
            if (!_remaining.TryAdd(node, at.Cost))
            {
                continue;
            }

            _horizon = at.Cost;
            if (node == _from)
            {
                return;
            }

            foreach ((NodeId next, double cost) in Steps(node))
            {
                double total = at.Cost + cost;
                if (!_remaining.ContainsKey(next) && (!best.TryGetValue(next, out double known) || total < known))
                {
                    best[next] = total;
                    open.Enqueue(next, (total, next.Index));
                }
            }
        }
    }

    /// <summary>The cheapest path that begins with <paramref name="root"/> and does not go on to one of <paramref name="taken"/>.</summary>
    private GraphPath? Search(ImmutableArray<NodeId> root, HashSet<NodeId> taken)
    {
        NodeId start = root[^1];
        HashSet<NodeId> closed = [.. root[..^1]];
        var cameFrom = new Dictionary<NodeId, NodeId>();
        var costs = new Dictionary<NodeId, double> { [start] = 0 };
        var open = new PriorityQueue<NodeId, (double Estimate, int Node)>();
        open.Enqueue(start, (0, start.Index));
        while (open.TryDequeue(out NodeId node, out _))
        {
            if (node == _to)
            {
                return PathOf(root, cameFrom);
            }

            if (!closed.Add(node))
            {
                continue;
            }

            foreach ((NodeId next, double step) in Steps(node))
            {
                double total = costs[node] + step;
                bool isOpen = !closed.Contains(next) && !(node == start && taken.Contains(next));
                if (isOpen && (!costs.TryGetValue(next, out double known) || total < known))
                {
                    costs[next] = total;
                    cameFrom[next] = node;
                    open.Enqueue(next, (total + _remaining.GetValueOrDefault(next, _horizon), next.Index));
                }
            }
        }

        return null;
    }

    private GraphPath PathOf(ImmutableArray<NodeId> root, Dictionary<NodeId, NodeId> cameFrom)
    {
        var tail = new List<NodeId>();
        for (NodeId node = _to; node != root[^1]; node = cameFrom[node])
        {
            tail.Add(node);
        }

        tail.Reverse();
        return PathThrough([.. root, .. tail]);
    }

    private GraphPath PathAlong(ImmutableArray<Edge> edges)
    {
        var nodes = new List<NodeId> { _from };
        foreach (Edge edge in edges)
        {
            nodes.Add(edge.Source == nodes[^1] ? edge.Target : edge.Source);
        }

        return PathThrough([.. nodes]);
    }

    private GraphPath PathThrough(ImmutableArray<NodeId> nodes)
    {
        double cost = 0;
        for (int i = 1; i < nodes.Length; i++)
        {
            cost += Steps(nodes[i - 1]).Where(step => step.Node == nodes[i]).Min(step => step.Cost);
        }

        return new GraphPath(nodes, [.. nodes.Zip(nodes.Skip(1), EdgeBetween)], Math.Round(cost, 6));
    }

    private List<(NodeId Node, double Cost)> Steps(NodeId node)
    {
        var steps = new List<(NodeId, double)>();
        foreach (Edge edge in _graph.OutEdges(node))
        {
            Add(edge, edge.Target);
        }

        foreach (Edge edge in _graph.InEdges(node))
        {
            Add(edge, edge.Source);
        }

        return steps;

        void Add(Edge edge, NodeId next)
        {
            if (IsStep(edge.Type))
            {
                steps.Add((next, CostOf(edge)));
            }
        }
    }

    /// <summary>A trifle that differs from edge to edge decides between ways that cost the same.</summary>
    private double CostOf(Edge edge) => IsStep(edge.Type)
        ? StepCost + Doubt(edge) + ((CostOf(edge.Source) + CostOf(edge.Target)) / 2) + (1e-7 * edge.Index / _graph.EdgeCount)
        : double.PositiveInfinity;

    /// <summary>Up to as much as a step again: for a concept that the paper names in passing, and for a broader one, below which much meets by chance.</summary>
    private double Doubt(Edge edge) => edge.Type switch
    {
        EdgeType.Broader => StepCost,
        EdgeType.Mentions when _graph.TryGet(edge, PropertyKey.Score, out PropertyValue score) => StepCost * (1 - Math.Clamp(score.AsNumber, 0, 1)),
        _ => 0,
    };

    /// <summary>Half of it is paid on the way in, half on the way out.</summary>
    private double CostOf(NodeId node)
    {
        if (!_nodeCosts.TryGetValue(node, out double cost))
        {
            cost = _graph.LabelOf(node) switch
            {
                NodeLabel.Paper => PaperCost,
                // Also of how many narrower ones: everything is some model.
                NodeLabel.Concept => Math.Log(1 + _graph.InEdges(node, EdgeType.Mentions).Count + _graph.InEdges(node, EdgeType.Broader).Count),
                // Code in common says more than a word in common.
                _ => Math.Log(Math.Max(1, _graph.InDegree(node))) / 2,
            };
            _nodeCosts.Add(node, cost);
        }

        return cost;
    }

    private static bool IsStep(EdgeType type) => type
        is EdgeType.Mentions or EdgeType.Introduces or EdgeType.HasCode or EdgeType.LinksTo or EdgeType.Broader or EdgeType.EvaluatedOn;

    /// <summary>The one that says most: what a paper introduces or is evaluated on it also names.</summary>
    private Edge EdgeBetween(NodeId left, NodeId right)
    {
        Edge? best = null;
        foreach (Edge edge in _graph.OutEdges(left))
        {
            Consider(edge, edge.Target == right);
        }

        foreach (Edge edge in _graph.InEdges(left))
        {
            Consider(edge, edge.Source == right);
        }

        return best ?? throw new InvalidOperationException("A step of a path has no edge.");

        void Consider(Edge edge, bool isBetween)
        {
            if (isBetween && IsStep(edge.Type) && (best is not { } known || Weight(edge.Type) > Weight(known.Type)))
            {
                best = edge;
            }
        }
    }

    private static int Weight(EdgeType type) => type switch
    {
        EdgeType.Introduces => 5,
        EdgeType.HasCode => 4,
        EdgeType.Broader => 3,
        EdgeType.EvaluatedOn => 2,
        EdgeType.LinksTo => 1,
        _ => 0,
    };

    private static int Compare(GraphPath left, GraphPath right)
    {
        int order = left.Cost.CompareTo(right.Cost);
        for (int i = 0; order == 0 && i < Math.Min(left.Nodes.Length, right.Nodes.Length); i++)
        {
            order = left.Nodes[i].CompareTo(right.Nodes[i]);
        }

        return order != 0 ? order : left.Nodes.Length.CompareTo(right.Nodes.Length);
    }
}
