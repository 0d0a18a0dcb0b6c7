using System.Diagnostics.CodeAnalysis;
using QuikGraph;

namespace PaperGraph.Graph;

/// <summary>The graph also is a QuikGraph graph, directed, without a copy: edges are handed out one by one as they are asked for.</summary>
public sealed partial class KnowledgeGraph : IBidirectionalGraph<NodeId, Edge>
{
    bool IGraph<NodeId, Edge>.IsDirected => true;

    /// <summary>Two nodes may be joined by edges of different types.</summary>
    bool IGraph<NodeId, Edge>.AllowParallelEdges => true;

    bool IVertexSet<NodeId>.IsVerticesEmpty => NodeCount == 0;

    int IVertexSet<NodeId>.VertexCount => NodeCount;

    IEnumerable<NodeId> IVertexSet<NodeId>.Vertices => Nodes;

    bool IEdgeSet<NodeId, Edge>.IsEdgesEmpty => EdgeCount == 0;

    bool IImplicitVertexSet<NodeId>.ContainsVertex(NodeId vertex) => vertex.Index >= 0 && vertex.Index < NodeCount;

    bool IEdgeSet<NodeId, Edge>.ContainsEdge(Edge edge) => TryFindEdge(edge.Source, edge.Type, edge.Target, out _);

    bool IIncidenceGraph<NodeId, Edge>.ContainsEdge(NodeId source, NodeId target) => Between(source, target).Any();

    bool IIncidenceGraph<NodeId, Edge>.TryGetEdge(NodeId source, NodeId target, out Edge edge)
    {
        edge = Between(source, target).FirstOrDefault();
        return Between(source, target).Any();
    }

    bool IIncidenceGraph<NodeId, Edge>.TryGetEdges(NodeId source, NodeId target, [NotNullWhen(true)] out IEnumerable<Edge>? edges)
    {
        edges = Between(source, target);
        return edges.Any();
    }

    bool IImplicitGraph<NodeId, Edge>.IsOutEdgesEmpty(NodeId vertex) => OutDegree(vertex) == 0;

    int IImplicitGraph<NodeId, Edge>.OutDegree(NodeId vertex) => OutDegree(vertex);

    IEnumerable<Edge> IImplicitGraph<NodeId, Edge>.OutEdges(NodeId vertex) => EachOut(vertex);

    bool IImplicitGraph<NodeId, Edge>.TryGetOutEdges(NodeId vertex, [NotNullWhen(true)] out IEnumerable<Edge>? edges)
    {
        edges = EachOut(vertex);
        return true;
    }

    Edge IImplicitGraph<NodeId, Edge>.OutEdge(NodeId vertex, int index) => OutEdges(vertex)[index];

    bool IBidirectionalIncidenceGraph<NodeId, Edge>.IsInEdgesEmpty(NodeId vertex) => InDegree(vertex) == 0;

    int IBidirectionalIncidenceGraph<NodeId, Edge>.InDegree(NodeId vertex) => InDegree(vertex);

    IEnumerable<Edge> IBidirectionalIncidenceGraph<NodeId, Edge>.InEdges(NodeId vertex) => EachIn(vertex);

    bool IBidirectionalIncidenceGraph<NodeId, Edge>.TryGetInEdges(NodeId vertex, [NotNullWhen(true)] out IEnumerable<Edge>? edges)
    {
        edges = EachIn(vertex);
        return true;
    }

    Edge IBidirectionalIncidenceGraph<NodeId, Edge>.InEdge(NodeId vertex, int index) => InEdges(vertex)[index];

    int IBidirectionalIncidenceGraph<NodeId, Edge>.Degree(NodeId vertex) => OutDegree(vertex) + InDegree(vertex);

    private IEnumerable<Edge> Between(NodeId source, NodeId target) => EachOut(source).Where(edge => edge.Target == target);

    private IEnumerable<Edge> EachOut(NodeId node) => Enumerable.Range(0, OutDegree(node)).Select(index => OutEdges(node)[index]);

    private IEnumerable<Edge> EachIn(NodeId node) => Enumerable.Range(0, InDegree(node)).Select(index => InEdges(node)[index]);
}
