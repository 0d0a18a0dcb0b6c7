using System.Runtime.CompilerServices;
using System.Text;
using PaperGraph.Graph.Image;

namespace PaperGraph.Graph;

/// <summary>Papers, concepts, repositories, resources and sources, and the edges between them. Immutable; safe to read from many threads.</summary>
/// <remarks>Nodes are numbered in the order of label, then key (ordinal); edges in the order of source, type, target. The same content is the
/// same graph, number by number and byte by byte, however it came together. A graph from a file is mapped, not read: opening it costs the same for a hundred
/// papers and for a hundred thousand, but for a check of its bytes; properties are decoded each time they are asked for.</remarks>
public sealed partial class KnowledgeGraph
{
    private readonly GraphImage _image;
    private readonly int[] _firstNodes;
    private readonly Column<long> _keyStarts;
    private readonly Column<int> _edgeSources;
    private readonly Column<int> _edgeTargets;
    private readonly Column<byte> _edgeTypes;
    private readonly Column<int> _firstOutEdges;
    private readonly Column<int> _firstInEdges;
    private readonly Column<int> _inEdges;
    private readonly Column<float> _edgeScores;
    private readonly Column<long> _nodePropertyStarts;
    private readonly Column<long> _edgePropertyStarts;

    internal KnowledgeGraph(GraphImage image)
    {
        (_image, NodeCount, EdgeCount) = (image, image.NodeCount, image.EdgeCount);
        Column<int> firstNodes = image.Column<int>(ImageSection.FirstNodes, GraphSchema.Labels.Length + 1);
        _firstNodes = [.. Enumerable.Range(0, firstNodes.Count).Select(label => firstNodes[label])];
        _keyStarts = image.Column<long>(ImageSection.KeyStarts, NodeCount + 1);
        _edgeSources = image.Column<int>(ImageSection.EdgeSources, EdgeCount);
        _edgeTargets = image.Column<int>(ImageSection.EdgeTargets, EdgeCount);
        _edgeTypes = image.Column<byte>(ImageSection.EdgeTypes, EdgeCount);
        _firstOutEdges = image.Column<int>(ImageSection.FirstOutEdges, NodeCount + 1);
        _firstInEdges = image.Column<int>(ImageSection.FirstInEdges, NodeCount + 1);
        _inEdges = image.Column<int>(ImageSection.InEdges, EdgeCount);
        _edgeScores = image.Column<float>(ImageSection.EdgeScores, EdgeCount);
        _nodePropertyStarts = image.Column<long>(ImageSection.NodePropertyStarts, NodeCount + 1);
        _edgePropertyStarts = image.Column<long>(ImageSection.EdgePropertyStarts, EdgeCount + 1);
    }

    public int NodeCount { get; }

    public int EdgeCount { get; }

    /// <summary>SHA-256 of the graph, 64 hex digits: equal exactly where two graphs are.</summary>
    public string Digest
    {
        get
        {
            string digest = Convert.ToHexStringLower(_image.Digest);
            GC.KeepAlive(_image);
            return digest;
        }
    }

    public IEnumerable<NodeId> Nodes => Enumerable.Range(0, NodeCount).Select(index => new NodeId(index));

    public IEnumerable<Edge> Edges => Enumerable.Range(0, EdgeCount).Select(EdgeAt);

    /// <summary>Maps a graph that <see cref="KnowledgeGraphBuilder.WriteImage"/> wrote.</summary>
    /// <exception cref="GraphImageException">The file is no graph's, of another version, or damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static KnowledgeGraph Open(string path) => new(GraphImage.Map(path, isChecked: true));

    /// <summary>Maps a graph that this process has just written: its bytes are not looked through.</summary>
    internal static KnowledgeGraph OpenWritten(string path) => new(GraphImage.Map(path, isChecked: false));

    /// <summary>Nodes of a label, in the order of their keys.</summary>
    public IEnumerable<NodeId> NodesOf(NodeLabel label) =>
        Enumerable.Range(_firstNodes[(int)label], CountOf(label)).Select(index => new NodeId(index));

    public int CountOf(NodeLabel label) => _firstNodes[(int)label + 1] - _firstNodes[(int)label];

    public NodeLabel LabelOf(NodeId node)
    {
        NodeLabel label = 0;
        while (node.Index >= _firstNodes[(int)label + 1])
        {
            label++;
        }

        return label;
    }

    /// <summary>The node's <c>id</c>, unique within its label.</summary>
    public string KeyOf(NodeId node)
    {
        string key = Encoding.UTF8.GetString(RawKeyOf(node));
        GC.KeepAlive(_image);
        return key;
    }

    /// <summary>The name that people know it by: a paper's short name, a concept's commonest spelling, <c>owner/name</c>, an address, a page's name.</summary>
    public string NameOf(NodeId node)
    {
        switch (LabelOf(node))
        {
            case NodeLabel.Repository when TryGet(node, PropertyKey.Owner, out PropertyValue owner) && TryGet(node, PropertyKey.Name, out PropertyValue name):
                return owner.AsText + "/" + name.AsText;
            case NodeLabel.Resource:
                return TryGet(node, PropertyKey.Url, out PropertyValue url) ? url.AsText : KeyOf(node);
            default:
                return TryGet(node, PropertyKey.Name, out PropertyValue text) ? text.AsText : KeyOf(node);
        }
    }

    public bool TryFind(NodeLabel label, string key, out NodeId node)
    {
        ArgumentNullException.ThrowIfNull(key);
        byte[] wanted = Encoding.UTF8.GetBytes(key);
        int low = _firstNodes[(int)label];
        int end = _firstNodes[(int)label + 1];
        int high = end;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = KeyOrder.Compare(RawKeyOf(new NodeId(middle)), wanted) < 0 ? (middle + 1, high) : (low, middle);
        }

        node = new NodeId(low);
        bool found = low < end && RawKeyOf(node).SequenceEqual(wanted);
        GC.KeepAlive(_image);
        node = found ? node : default;
        return found;
    }

    public PropertySet PropertiesOf(NodeId node)
    {
        PropertySet properties = PropertyEncoding.Read(RawPropertiesOf(node));
        GC.KeepAlive(_image);
        return properties;
    }

    public PropertySet PropertiesOf(Edge edge)
    {
        PropertySet properties = PropertyEncoding.Read(RawPropertiesOf(edge));
        GC.KeepAlive(_image);
        return properties;
    }

    /// <summary>One property, without decoding the others: a paper's title costs no abstract.</summary>
    public bool TryGet(NodeId node, PropertyKey key, out PropertyValue value)
    {
        bool found = PropertyEncoding.TryRead(RawPropertiesOf(node), key, out value);
        GC.KeepAlive(_image);
        return found;
    }

    /// <summary>One property, without decoding the others.</summary>
    public bool TryGet(Edge edge, PropertyKey key, out PropertyValue value)
    {
        bool found = PropertyEncoding.TryRead(RawPropertiesOf(edge), key, out value);
        GC.KeepAlive(_image);
        return found;
    }

    /// <summary>The edge's score in single precision; NaN where it has none.</summary>
    public float ScoreOf(Edge edge) => _edgeScores[edge.Index];

    /// <summary>The edge of this number (<see cref="Edge.Index"/>).</summary>
    public Edge EdgeAt(int index) => new(new NodeId(_edgeSources[index]), (EdgeType)_edgeTypes[index], new NodeId(_edgeTargets[index]), index);

    /// <summary>Edges that leave the node, by type, then target.</summary>
    public EdgeList OutEdges(NodeId node) => new(this, _firstOutEdges[node.Index], OutDegree(node), isIn: false);

    /// <summary>Edges of one type that leave the node, by target.</summary>
    public EdgeList OutEdges(NodeId node, EdgeType type) => OutEdges(node).Of(type);

    public int OutDegree(NodeId node) => _firstOutEdges[node.Index + 1] - _firstOutEdges[node.Index];

    public int InDegree(NodeId node) => _firstInEdges[node.Index + 1] - _firstInEdges[node.Index];

    /// <summary>Edges that reach the node, by type, then source.</summary>
    public EdgeList InEdges(NodeId node) => new(this, _firstInEdges[node.Index], InDegree(node), isIn: true);

    /// <summary>Edges of one type that reach the node, by source.</summary>
    public EdgeList InEdges(NodeId node, EdgeType type) => InEdges(node).Of(type);

    /// <summary>The edge of this type between the two.</summary>
    public bool TryFindEdge(NodeId source, EdgeType type, NodeId target, out Edge edge)
    {
        EdgeList candidates = OutEdges(source, type);
        int low = 0;
        int high = candidates.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = candidates[middle].Target < target ? (middle + 1, high) : (low, middle);
        }

        bool found = low < candidates.Count && candidates[low].Target == target;
        edge = found ? candidates[low] : default;
        return found;
    }

    /// <summary>Writes the image that <see cref="Open"/> maps.</summary>
    public void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _image.CopyTo(stream);
    }

    /// <summary>Gives back the memory of what was read so far, where the graph is mapped from a file: for those who walk through all of it. It is there again
    /// when it is asked for.</summary>
    internal void ReleasePages() => _image.ReleasePages();

    /// <param name="place">In the order of targets.</param>
    internal Edge InEdgeAt(int place) => EdgeAt(_inEdges[place]);

    /// <summary>Equal bytes are equal properties. Only to be used while the graph is referred to.</summary>
    internal ReadOnlySpan<byte> RawPropertiesOf(NodeId node) =>
        _image.Bytes(ImageSection.NodeProperties, _nodePropertyStarts[node.Index], _nodePropertyStarts[node.Index + 1]);

    /// <summary>Equal bytes are equal properties. Only to be used while the graph is referred to.</summary>
    internal ReadOnlySpan<byte> RawPropertiesOf(Edge edge) =>
        _image.Bytes(ImageSection.EdgeProperties, _edgePropertyStarts[edge.Index], _edgePropertyStarts[edge.Index + 1]);

    /// <summary>Whether the edges that leave a node are those that leave a node of another graph, property by property.</summary>
    /// <param name="numbers">By number of a node in this graph: its number in the other.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]   // Runs once over whole graphs: the faster code that comes with time would come too late.
    internal bool HasEdgesOf(NodeId node, KnowledgeGraph other, NodeId otherNode, int[] numbers)
    {
        (int first, int end) = (_firstOutEdges[node.Index], _firstOutEdges[node.Index + 1]);
        int otherFirst = other._firstOutEdges[otherNode.Index];
        if (other._firstOutEdges[otherNode.Index + 1] - otherFirst != end - first)
        {
            return false;
        }

        int toOther = otherFirst - first;
        (long bytes, long otherBytes) = (_edgePropertyStarts[first], other._edgePropertyStarts[otherFirst]);
        for (int edge = first; edge < end; edge++)
        {
            if (_edgeTypes[edge] != other._edgeTypes[edge + toOther] || numbers[_edgeTargets[edge]] != other._edgeTargets[edge + toOther]
                || _edgePropertyStarts[edge + 1] - bytes != other._edgePropertyStarts[edge + toOther + 1] - otherBytes)
            {
                return false;
            }
        }

        bool areEqual = _image.Bytes(ImageSection.EdgeProperties, bytes, _edgePropertyStarts[end])
            .SequenceEqual(other._image.Bytes(ImageSection.EdgeProperties, otherBytes, other._edgePropertyStarts[end + toOther]));
        GC.KeepAlive(_image);
        GC.KeepAlive(other._image);
        return areEqual;
    }

    /// <summary>UTF-8. Only to be used while the graph is referred to.</summary>
    internal ReadOnlySpan<byte> RawKeyOf(NodeId node) => _image.Bytes(ImageSection.Keys, _keyStarts[node.Index], _keyStarts[node.Index + 1]);
}
