using System.Text;
using PaperGraph.Graph.Image;

namespace PaperGraph.Graph;

/// <summary>Collects nodes and edges in any order and makes the graph of them.</summary>
/// <remarks>Properties become bytes at once, so that millions of edges stay small. <see cref="Build"/> may be called again after more was added.</remarks>
public sealed class KnowledgeGraphBuilder : IGraphWriter
{
    private readonly Dictionary<string, int>[] _numbers = [.. GraphSchema.Labels.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly BlockList<Node> _nodes = new();
    private readonly BlockList<Link> _edges = new();
    private readonly ByteBuffer _nodeProperties = new();
    private readonly ByteBuffer _edgeProperties = new();

    private readonly record struct Node(NodeLabel Label, string Key, long Start, int Length)
    {
        public bool IsAdded => Start >= 0;
    }

    /// <param name="Start">Of its properties, which end where those of the next link begin.</param>
    private readonly record struct Link(long Start, int Source, int Target, float Score, EdgeType Type);

    /// <exception cref="ArgumentException">The node is there already, or a property is of the wrong type.</exception>
    public void AddNode(NodeLabel label, string key, PropertySet properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        long start = _nodeProperties.Length;
        PropertyEncoding.Write(_nodeProperties, properties);
        AddNode(label, key, start, (int)(_nodeProperties.Length - start));
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

    /// <summary>What an edge of these properties is sorted by; NaN where it has no score.</summary>
    internal static float ScoreIn(PropertySet properties) => properties.Number(PropertyKey.Score) is { } number ? (float)number : float.NaN;

    /// <summary>Adds what a thread prepared.</summary>
    internal void Append(GraphPart part)
    {
        long nodeStart = _nodeProperties.Append(part.NodeProperties);
        foreach (GraphPart.Node node in part.Nodes)
        {
            AddNode(node.Label, node.Key, nodeStart + node.Start, node.Length);
        }

        long edgeStart = _edgeProperties.Append(part.EdgeProperties);
        ((NodeLabel, string) Node, int Number) last = ((default, ""), -1);
        foreach (GraphPart.Link edge in part.Edges)
        {
            // Mostly the edges of one paper, one behind the other.
            last = ReferenceEquals(last.Node.Item2, edge.Source.Key) ? last : (edge.Source, NumberOf(edge.Source.Label, edge.Source.Key));
            _edges.Add(new Link(edgeStart + edge.Start, last.Number, NumberOf(edge.Target.Label, edge.Target.Key), edge.Score, edge.Type));
        }
    }

    /// <summary>Nodes that were added or named by an edge.</summary>
    internal int NodeCount => _nodes.Count;

    /// <summary>The node's number in this builder, for <see cref="AddEdge(int, EdgeType, int, PropertySet)"/>; its properties may be added later.</summary>
    internal int NumberOf(NodeLabel label, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        key = WellFormed(key);
        if (!_numbers[(int)label].TryGetValue(key, out int number))
        {
            number = _nodes.Count;
            _numbers[(int)label].Add(key, number);
            _nodes.Add(new Node(label, key, -1, 0));
        }

        return number;
    }

    internal void AddEdge(int source, EdgeType type, int target, PropertySet properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        long start = _edgeProperties.Length;
        PropertyEncoding.Write(_edgeProperties, properties);
        _edges.Add(new Link(start, source, target, ScoreIn(properties), type));
    }

    internal string KeyOf(int node) => _nodes[node].Key;

    /// <summary>The number of a node that was added or named by an edge.</summary>
    internal bool TryFind(NodeLabel label, ReadOnlySpan<char> key, out int number) => _numbers[(int)label].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out number);

    /// <summary>Gives back room that was taken ahead for more nodes; more may come all the same.</summary>
    internal void TrimExcess()
    {
        foreach (Dictionary<string, int> numbers in _numbers)
        {
            numbers.TrimExcess();
        }
    }

    /// <summary>One property of a node that was added.</summary>
    internal bool TryGet(int node, PropertyKey key, out PropertyValue value)
    {
        Node added = _nodes[node];
        byte[] bytes = System.Buffers.ArrayPool<byte>.Shared.Rent(added.Length);
        _nodeProperties.CopyTo(added.Start, bytes.AsSpan(0, added.Length));
        bool found = PropertyEncoding.TryRead(bytes.AsSpan(0, added.Length), key, out value);
        System.Buffers.ArrayPool<byte>.Shared.Return(bytes);
        return found;
    }

    private void AddNode(NodeLabel label, string key, long start, int length)
    {
        int number = NumberOf(label, key);
        if (_nodes[number].IsAdded)
        {
            throw new ArgumentException($"The {label} '{key}' was added before.", nameof(key));
        }

        _nodes[number] = new Node(label, _nodes[number].Key, start, length);
    }

    private GraphImageWriter Arrange()
    {
        int[] nodes = SortedNodes();
        var places = new int[nodes.Length];
        for (int place = 0; place < nodes.Length; place++)
        {
            Node node = _nodes[nodes[place]];
            if (!node.IsAdded)
            {
                throw new InvalidOperationException($"An edge names the {node.Label} '{node.Key}', which is not in the graph.");
            }

            places[nodes[place]] = place;
        }

        int[] edges = SortedEdges(nodes, places);
        var columns = new ImageEdges(new int[edges.Length], new byte[edges.Length], new int[edges.Length], PropertiesAt);
        for (int place = 0; place < edges.Length; place++)
        {
            ref readonly Link edge = ref _edges[edges[place]];
            (columns.Sources[place], columns.Types[place], columns.Targets[place]) = (places[edge.Source], (byte)edge.Type, places[edge.Target]);
        }

        return new GraphImageWriter(nodes.Length, NodeAt, columns, _nodeProperties, _edgeProperties);

        ImageNode NodeAt(int place)
        {
            ref readonly Node node = ref _nodes[nodes[place]];
            return new ImageNode(node.Label, node.Key, node.Start, node.Length);
        }

        (long, int, float) PropertiesAt(int place)
        {
            int number = edges[place];
            ref readonly Link edge = ref _edges[number];
            long end = number + 1 < _edges.Count ? _edges[number + 1].Start : _edgeProperties.Length;
            return (edge.Start, (int)(end - edge.Start), edge.Score);
        }
    }

    /// <summary>Numbers by label, then key.</summary>
    private int[] SortedNodes()
    {
        var sorted = new (NodeLabel Label, ulong Start, string Key, int Number)[_nodes.Count];
        for (int number = 0; number < sorted.Length; number++)
        {
            Node node = _nodes[number];
            sorted[number] = (node.Label, StartOf(node.Key), node.Key, number);
        }

        Array.Sort(sorted, static (first, second) =>
            first.Label != second.Label ? ((byte)first.Label).CompareTo((byte)second.Label)
            : first.Start != second.Start ? first.Start.CompareTo(second.Start)
            : string.CompareOrdinal(first.Key, second.Key));
        return Array.ConvertAll(sorted, node => node.Number);
    }

    /// <summary>The first four characters as a number: most keys are told apart by it.</summary>
    private static ulong StartOf(string key)
    {
        ulong start = 0;
        for (int i = 0; i < 4; i++)
        {
            start = (start << 16) | (i < key.Length ? key[i] : '\0');
        }

        return start;
    }

    /// <summary>Numbers by source, type, target: counted by source first, so that only the edges of one node are compared.</summary>
    /// <param name="nodes">Numbers by place.</param>
    /// <param name="places">Places by number.</param>
    private int[] SortedEdges(int[] nodes, int[] places)
    {
        var first = new int[nodes.Length + 1];
        for (int i = 0; i < _edges.Count; i++)
        {
            first[places[_edges[i].Source] + 1]++;
        }

        for (int place = 0; place < nodes.Length; place++)
        {
            first[place + 1] += first[place];
        }

        int[] next = first[..^1];
        var sorted = new int[_edges.Count];
        for (int i = 0; i < sorted.Length; i++)
        {
            sorted[next[places[_edges[i].Source]]++] = i;
        }

        Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(0, Math.Max(1, nodes.Length)), range =>
        {
            var keys = new List<long>();
            for (int place = range.Item1; place < Math.Min(range.Item2, nodes.Length); place++)
            {
                Span<int> edges = sorted.AsSpan(first[place]..first[place + 1]);
                keys.Clear();
                foreach (int edge in edges)
                {
                    keys.Add(((long)_edges[edge].Type << 32) | (uint)places[_edges[edge].Target]);
                }

                System.Runtime.InteropServices.CollectionsMarshal.AsSpan(keys).Sort(edges);
            }
        });
        for (int i = 1; i < sorted.Length; i++)
        {
            Link edge = _edges[sorted[i]];
            Link before = _edges[sorted[i - 1]];
            if (edge.Source == before.Source && edge.Type == before.Type && edge.Target == before.Target)
            {
                throw new InvalidOperationException($"{edge.Type} from '{_nodes[edge.Source].Key}' to '{_nodes[edge.Target].Key}' was added twice.");
            }
        }

        return sorted;
    }

    /// <summary>Half of a surrogate pair has no place in UTF-8: it becomes U+FFFD, before keys are compared.</summary>
    private static string WellFormed(string key) =>
        key.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(key)) : key;
}
