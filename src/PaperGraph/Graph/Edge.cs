namespace PaperGraph.Graph;

/// <summary>An edge of one <see cref="KnowledgeGraph"/>; one at most of a type between two nodes.</summary>
/// <param name="Index">Its place in the order of source, type, target, from 0: what its properties are found by.</param>
public readonly partial record struct Edge(NodeId Source, EdgeType Type, NodeId Target, int Index);
