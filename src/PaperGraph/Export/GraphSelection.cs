using System.Collections.Immutable;
using PaperGraph.Graph;

namespace PaperGraph.Export;

/// <summary>Which part of a graph is written: nodes of these labels, and edges of these types between them.</summary>
public sealed record GraphSelection(ImmutableArray<NodeLabel> Labels, ImmutableArray<EdgeType> Types)
{
    public static GraphSelection All { get; } = new(GraphSchema.Labels, GraphSchema.EdgeTypes);

    /// <summary>In the graph's order.</summary>
    public IEnumerable<NodeId> NodesOf(KnowledgeGraph graph) => graph.Nodes.Where(node => Labels.Contains(graph.LabelOf(node)));

    /// <summary>In the graph's order.</summary>
    public IEnumerable<Edge> EdgesOf(KnowledgeGraph graph) =>
        graph.Edges.Where(edge => Types.Contains(edge.Type) && Labels.Contains(graph.LabelOf(edge.Source)) && Labels.Contains(graph.LabelOf(edge.Target)));
}
