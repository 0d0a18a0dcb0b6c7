using System.Collections.Immutable;
using QuikGraph;
using QuikGraph.Algorithms.ConnectedComponents;
using QuikGraph.Algorithms.Observers;
using QuikGraph.Algorithms.Ranking;
using QuikGraph.Algorithms.ShortestPath;
using QuikGraph.Predicates;

namespace PaperGraph.Graph.Algorithms;

/// <summary>QuikGraph's algorithms, run on the graph as it stands.</summary>
public sealed class QuikGraphAlgorithms : IGraphAlgorithms
{
    public string Name => "quikgraph";

    public GraphComponents ConnectedComponents(KnowledgeGraph graph, Func<Edge, bool>? counts = null)
    {
        var filtered = new FilteredBidirectionalGraph<NodeId, Edge, IBidirectionalGraph<NodeId, Edge>>(graph, _ => true, edge => counts is null || counts(edge));
        var algorithm = new ConnectedComponentsAlgorithm<NodeId, Edge>(new UndirectedBidirectionalGraph<NodeId, Edge>(filtered));
        algorithm.Compute();
        return GraphComponents.Of([.. graph.Nodes.Select(node => algorithm.Components[node])]);
    }

    public ImmutableArray<Edge>? ShortestPath(KnowledgeGraph graph, NodeId from, NodeId to, Func<Edge, double> cost)
    {
        if (from == to)
        {
            return [];
        }

        var algorithm = new UndirectedDijkstraShortestPathAlgorithm<NodeId, Edge>(new UndirectedBidirectionalGraph<NodeId, Edge>(graph), cost);
        var predecessors = new UndirectedVertexPredecessorRecorderObserver<NodeId, Edge>();
        algorithm.FinishVertex += node =>
        {
            if (node == to)
            {
                algorithm.Abort();
            }
        };
        using (predecessors.Attach(algorithm))
        {
            algorithm.Compute(from);
        }

        return predecessors.TryGetPath(to, out IEnumerable<Edge> path) ? [.. path] : null;
    }

    public ImmutableArray<double> PageRank(KnowledgeGraph graph)
    {
        var algorithm = new PageRankAlgorithm<NodeId, Edge>(graph) { Damping = 0.85, Tolerance = 1e-10, MaxIterations = 200 };
        algorithm.Compute();

        // QuikGraph's ranks are not normalised, and nodes without out-edges keep theirs to themselves: dividing by the sum gives the textbook's ranks.
        double sum = algorithm.GetRanksSum();
        return [.. graph.Nodes.Select(node => algorithm.Ranks[node] / sum)];
    }
}
