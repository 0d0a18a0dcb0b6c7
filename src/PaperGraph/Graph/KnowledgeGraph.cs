namespace PaperGraph.Graph;

/// <summary>Papers, concepts, repositories, resources and sources, and the edges between them. Immutable; safe to read from many threads.</summary>
/// <remarks>Nodes are numbered in the order of label, then key (ordinal); edges in the order of source, type, target. The same content is the
/// same graph, number by number, however it came together.</remarks>
public sealed partial class KnowledgeGraph
{
    private readonly string[] _keys;
    private readonly int[] _firstNodes;         // by label, and one past the end
    private readonly PropertySet[] _nodeProperties;
    private readonly Edge[] _edges;
    private readonly int[] _firstOutEdges;      // by node, and one past the end
    private readonly int[] _inEdges;            // edge numbers, by target, then type, then source
    private readonly int[] _firstInEdges;
    private readonly PropertySet[] _edgeProperties;

    internal KnowledgeGraph(string[] keys, int[] firstNodes, PropertySet[] nodeProperties, Edge[] edges, PropertySet[] edgeProperties)
    {
        (_keys, _firstNodes, _nodeProperties, _edges, _edgeProperties) = (keys, firstNodes, nodeProperties, edges, edgeProperties);
        _firstOutEdges = new int[keys.Length + 1];
        _firstInEdges = new int[keys.Length + 1];
        foreach (Edge edge in edges)
        {
            _firstOutEdges[edge.Source.Index + 1]++;
            _firstInEdges[edge.Target.Index + 1]++;
        }

        for (int i = 0; i < keys.Length; i++)
        {
            _firstOutEdges[i + 1] += _firstOutEdges[i];
            _firstInEdges[i + 1] += _firstInEdges[i];
        }

        _inEdges = [.. edges.OrderBy(edge => edge.Target).ThenBy(edge => edge.Type).ThenBy(edge => edge.Source).Select(edge => edge.Index)];
    }

    public int NodeCount => _keys.Length;

    public int EdgeCount => _edges.Length;

    public IEnumerable<NodeId> Nodes => Enumerable.Range(0, NodeCount).Select(index => new NodeId(index));

    public IEnumerable<Edge> Edges => _edges;

    /// <summary>The edge of this number (<see cref="Edge.Index"/>).</summary>
    public Edge EdgeAt(int index) => _edges[index];

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
    public string KeyOf(NodeId node) => _keys[node.Index];

    /// <summary>The name that people know it by: a paper's short name, a concept's commonest spelling, <c>owner/name</c>, an address, a page's name.</summary>
    public string NameOf(NodeId node)
    {
        PropertySet properties = PropertiesOf(node);
        return LabelOf(node) switch
        {
            NodeLabel.Repository when properties.Text(PropertyKey.Owner) is { } owner => owner + "/" + properties.Text(PropertyKey.Name),
            NodeLabel.Resource => properties.Text(PropertyKey.Url) ?? KeyOf(node),
            _ => properties.Text(PropertyKey.Name) ?? KeyOf(node),
        };
    }

    public bool TryFind(NodeLabel label, string key, out NodeId node)
    {
        int found = Array.BinarySearch(_keys, _firstNodes[(int)label], CountOf(label), key, StringComparer.Ordinal);
        node = new NodeId(Math.Max(found, 0));
        return found >= 0;
    }

    public PropertySet PropertiesOf(NodeId node) => _nodeProperties[node.Index];

    public PropertySet PropertiesOf(Edge edge) => _edgeProperties[edge.Index];

    /// <summary>Edges that leave the node, by type, then target.</summary>
    public ReadOnlySpan<Edge> OutEdges(NodeId node) => _edges.AsSpan(_firstOutEdges[node.Index].._firstOutEdges[node.Index + 1]);

    /// <summary>Edges of one type that leave the node, by target.</summary>
    public ReadOnlySpan<Edge> OutEdges(NodeId node, EdgeType type)
    {
        ReadOnlySpan<Edge> all = OutEdges(node);
        int start = 0;
        while (start < all.Length && all[start].Type < type)
        {
            start++;
        }

        int end = start;
        while (end < all.Length && all[end].Type == type)
        {
            end++;
        }

        return all[start..end];
    }

    public int OutDegree(NodeId node) => _firstOutEdges[node.Index + 1] - _firstOutEdges[node.Index];

    public int InDegree(NodeId node) => _firstInEdges[node.Index + 1] - _firstInEdges[node.Index];

    /// <summary>Edges that reach the node, by type, then source.</summary>
    public InEdgeList InEdges(NodeId node) => new(_edges, _inEdges.AsSpan(_firstInEdges[node.Index].._firstInEdges[node.Index + 1]));

    /// <summary>Edges of one type that reach the node, by source.</summary>
    public InEdgeList InEdges(NodeId node, EdgeType type)
    {
        InEdgeList all = InEdges(node);
        int start = 0;
        while (start < all.Count && all[start].Type < type)
        {
            start++;
        }

        int end = start;
        while (end < all.Count && all[end].Type == type)
        {
            end++;
        }

        return all.Slice(start, end);
    }

    /// <summary>The edge of this type between the two.</summary>
    public bool TryFindEdge(NodeId source, EdgeType type, NodeId target, out Edge edge)
    {
        foreach (Edge candidate in OutEdges(source, type))
        {
            if (candidate.Target == target)
            {
                edge = candidate;
                return true;
            }
        }

        edge = default;
        return false;
    }
}

/// <summary>Edges that reach a node: a view, by number, on the graph's own edges.</summary>
public readonly ref struct InEdgeList
{
    private readonly ReadOnlySpan<Edge> _edges;
    private readonly ReadOnlySpan<int> _numbers;

    internal InEdgeList(ReadOnlySpan<Edge> edges, ReadOnlySpan<int> numbers)
    {
        _edges = edges;
        _numbers = numbers;
    }

    public int Count => _numbers.Length;

    public Edge this[int index] => _edges[_numbers[index]];

    public Enumerator GetEnumerator() => new(this);

    /// <param name="end">One past the last.</param>
    internal InEdgeList Slice(int start, int end) => new(_edges, _numbers[start..end]);

    public ref struct Enumerator
    {
        private readonly InEdgeList _list;
        private int _index = -1;

        internal Enumerator(InEdgeList list) => _list = list;

        public readonly Edge Current => _list[_index];

        public bool MoveNext() => ++_index < _list.Count;
    }
}
