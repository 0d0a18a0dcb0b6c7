namespace PaperGraph.Graph;

/// <summary>A node of one <see cref="KnowledgeGraph"/>: its place in the order of label, then key. Means nothing in another graph.</summary>
/// <param name="Index">From 0.</param>
public readonly record struct NodeId(int Index) : IComparable<NodeId>
{
    public int CompareTo(NodeId other) => Index.CompareTo(other.Index);

    public static bool operator <(NodeId left, NodeId right) => left.Index < right.Index;

    public static bool operator >(NodeId left, NodeId right) => left.Index > right.Index;

    public static bool operator <=(NodeId left, NodeId right) => left.Index <= right.Index;

    public static bool operator >=(NodeId left, NodeId right) => left.Index >= right.Index;
}
