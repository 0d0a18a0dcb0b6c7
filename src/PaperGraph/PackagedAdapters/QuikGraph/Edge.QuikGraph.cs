using QuikGraph;

namespace PaperGraph.Graph;

/// <summary>An edge of the graph also is a QuikGraph edge: source and target are there already.</summary>
public readonly partial record struct Edge : IEdge<NodeId>;
