namespace PaperGraph.Graph;

/// <summary>Takes nodes and edges, in any order.</summary>
internal interface IGraphWriter
{
    void AddNode(NodeLabel label, string key, PropertySet properties);

    void AddEdge((NodeLabel Label, string Key) source, EdgeType type, (NodeLabel Label, string Key) target, PropertySet properties);
}
