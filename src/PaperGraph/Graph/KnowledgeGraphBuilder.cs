using System.Text;
using PaperGraph.Graph.Image;

namespace PaperGraph.Graph;

/// <summary>Collects nodes and edges in any order and makes the graph of them.</summary>
/// <remarks>Properties become bytes at once, so that millions of edges stay small. <see cref="Build"/> may be called again after more was added.</remarks>
public sealed class KnowledgeGraphBuilder
{
    private readonly Dictionary<(NodeLabel Label, string Key), int> _numbers = [];
    private readonly List<Node> _nodes = [];
    private readonly List<Link> _edges = [];
    private readonly ByteBuffer _nodeProperties = new();
    private readonly ByteBuffer _edgeProperties = new();

    private readonly record struct Node(NodeLabel Label, string Key, long Start, int Length)
    {
        public bool IsAdded => Start >= 0;
    }

    private readonly record struct Link(int Source, EdgeType Type, int Target, float Score, long Start, int Length);

    /// <exception cref="ArgumentException">The node is there already, or a property is of the wrong type.</exception>
    public void AddNode(NodeLabel label, string key, PropertySet properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        int number = NumberOf(label, key);
        if (_nodes[number].IsAdded)
        {
            throw new ArgumentException($"The {label} '{key}' was added before.", nameof(key));
        }

        long start = _nodeProperties.Length;
        PropertyEncoding.Write(_nodeProperties, properties);
        _nodes[number] = new Node(label, _nodes[number].Key, start, (int)(_nodeProperties.Length - start));
    }

    public void AddEdge((NodeLabel Label, string Key) source, EdgeType type, (NodeLabel Label, string Key) target, PropertySet properties) =>
        AddEdge(NumberOf(source.Label, source.Key), type, NumberOf(target.Label, target.Key), properties);

    /// <exception cref="InvalidOperationException">An edge's end was never added, or two edges of a type join the same two nodes.</exception>
    public KnowledgeGraph Build()
    {
        GraphImageWriter writer = Arrange();
        byte[] bytes = GC.AllocateUninitializedArray<byte>(checked((int)writer.Length), pinned: true);
        using var stream = new MemoryStream(bytes);
        writer.Write(stream);
        return new KnowledgeGraph(GraphImage.OfBytes(bytes));
    }

    /// <summary>Writes the graph's image: what <see cref="KnowledgeGraph.Open"/> maps.</summary>
    /// <param name="stream">Must be able to seek; written from its start.</param>
    /// <exception cref="InvalidOperationException">As for <see cref="Build"/>.</exception>
    public void WriteImage(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Arrange().Write(stream);
    }

    /// <summary>The node's number in this builder, for <see cref="AddEdge(int, EdgeType, int, PropertySet)"/>; its properties may be added later.</summary>
    internal int NumberOf(NodeLabel label, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        key = WellFormed(key);
        if (!_numbers.TryGetValue((label, key), out int number))
        {
            number = _nodes.Count;
            _numbers.Add((label, key), number);
            _nodes.Add(new Node(label, key, -1, 0));
        }

        return number;
    }

    internal void AddEdge(int source, EdgeType type, int target, PropertySet properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        long start = _edgeProperties.Length;
        PropertyEncoding.Write(_edgeProperties, properties);
        float score = properties.Number(PropertyKey.Score) is { } number ? (float)number : float.NaN;
        _edges.Add(new Link(source, type, target, score, start, (int)(_edgeProperties.Length - start)));
    }

    private GraphImageWriter Arrange()
    {
        int[] order = [.. Enumerable.Range(0, _nodes.Count)];
        Array.Sort(order, (first, second) => Compare(_nodes[first], _nodes[second]));
        var places = new int[order.Length];
        var nodes = new ImageNode[order.Length];
        for (int place = 0; place < order.Length; place++)
        {
            Node node = _nodes[order[place]];
            if (!node.IsAdded)
            {
                throw new InvalidOperationException($"An edge names the {node.Label} '{node.Key}', which is not in the graph.");
            }

            places[order[place]] = place;
            nodes[place] = new ImageNode(node.Label, Encoding.UTF8.GetBytes(node.Key), node.Start, node.Length);
        }

        ImageEdge[] edges = [.. _edges.Select(edge => new ImageEdge(places[edge.Source], edge.Type, places[edge.Target], edge.Score, edge.Start, edge.Length))];
        Array.Sort(edges, static (first, second) => Compare(first, second));
        for (int i = 1; i < edges.Length; i++)
        {
            if (Compare(edges[i - 1], edges[i]) == 0)
            {
                throw new InvalidOperationException($"{edges[i].Type} from '{_nodes[order[edges[i].Source]].Key}' to '{_nodes[order[edges[i].Target]].Key}' was added twice.");
            }
        }

        return new GraphImageWriter(nodes, edges, _nodeProperties, _edgeProperties);
    }

    /// <summary>Half of a surrogate pair has no place in UTF-8: it becomes U+FFFD, before keys are compared.</summary>
    private static string WellFormed(string key) =>
        key.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(key)) : key;

    private static int Compare(Node first, Node second) =>
        first.Label != second.Label ? first.Label.CompareTo(second.Label) : string.CompareOrdinal(first.Key, second.Key);

    private static int Compare(ImageEdge first, ImageEdge second) =>
        first.Source != second.Source ? first.Source.CompareTo(second.Source)
        : first.Type != second.Type ? ((byte)first.Type).CompareTo((byte)second.Type)
        : first.Target.CompareTo(second.Target);
}
