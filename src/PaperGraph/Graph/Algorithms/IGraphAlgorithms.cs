using System.Collections.Immutable;

namespace PaperGraph.Graph.Algorithms;

/// <summary>Algorithms over a whole graph. Every implementation gives the same answers: one contract runs over all of them.</summary>
public interface IGraphAlgorithms
{
    /// <summary>The implementation's name in reports: <c>quikgraph</c> or <c>own</c>.</summary>
    string Name { get; }

    /// <summary>Which nodes hang together, edges taken in both directions.</summary>
    /// <param name="counts">Whether an edge connects; null: every edge does.</param>
    GraphComponents ConnectedComponents(KnowledgeGraph graph, Func<Edge, bool>? counts = null);

    /// <summary>The cheapest way between two nodes, edges taken in both directions.</summary>
    /// <param name="cost">Above 0; positive infinity where the edge is not to be used. Of two ways that cost the same either may be given, so let costs differ.</param>
    /// <returns>Edges in walking order, each pointing either way; empty where the two are one node; null where no way leads there.</returns>
    ImmutableArray<Edge>? ShortestPath(KnowledgeGraph graph, NodeId from, NodeId to, Func<Edge, double> cost);

    /// <summary>PageRank with damping 0.85 (Brin and Page 1998), by node; the sum over all nodes is 1. Edges count in their direction.</summary>
    ImmutableArray<double> PageRank(KnowledgeGraph graph);
}
