using PaperGraph.Graph.Image;

namespace PaperGraph.Graph;

/// <summary>Nodes and edges that one thread prepares for a graph (<see cref="KnowledgeGraphBuilder.Append"/>): their properties are bytes already.</summary>
internal sealed class GraphPart : IGraphWriter
{
    public readonly record struct Node(NodeLabel Label, string Key, long Start, int Length);

    public readonly record struct Link((NodeLabel Label, string Key) Source, EdgeType Type, (NodeLabel Label, string Key) Target, float Score, long Start, int Length);

    public List<Node> Nodes { get; } = [];

    public List<Link> Edges { get; } = new(256);

    public ByteBuffer NodeProperties { get; } = new();

    public ByteBuffer EdgeProperties { get; } = new();

    /// <summary>Forgets what was added, and keeps the room for more.</summary>
    public void Clear()
    {
        Nodes.Clear();
        Edges.Clear();
        NodeProperties.Clear();
        EdgeProperties.Clear();
    }

    public void AddNode(NodeLabel label, string key, PropertySet properties)
    {
        long start = NodeProperties.Length;
        PropertyEncoding.Write(NodeProperties, properties);
        Nodes.Add(new Node(label, key, start, (int)(NodeProperties.Length - start)));
    }

    public void AddEdge((NodeLabel Label, string Key) source, EdgeType type, (NodeLabel Label, string Key) target, PropertySet properties)
    {
        long start = EdgeProperties.Length;
        PropertyEncoding.Write(EdgeProperties, properties);
        Edges.Add(new Link(source, type, target, KnowledgeGraphBuilder.ScoreIn(properties), start, (int)(EdgeProperties.Length - start)));
    }
}
