namespace PaperGraph.Graph;

/// <summary>Collects nodes and edges in any order and makes the graph of them.</summary>
public sealed class KnowledgeGraphBuilder
{
    private readonly Dictionary<(NodeLabel Label, string Key), PropertySet> _nodes = [];
    private readonly Dictionary<((NodeLabel Label, string Key) Source, EdgeType Type, (NodeLabel Label, string Key) Target), PropertySet> _edges = [];

    /// <exception cref="ArgumentException">The node is there already.</exception>
    public void AddNode(NodeLabel label, string key, PropertySet properties)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (!_nodes.TryAdd((label, key), properties))
        {
            throw new ArgumentException($"The {label} '{key}' was added before.", nameof(key));
        }
    }

    /// <exception cref="ArgumentException">An edge of this type was added between the two before.</exception>
    public void AddEdge((NodeLabel Label, string Key) source, EdgeType type, (NodeLabel Label, string Key) target, PropertySet properties)
    {
        if (!_edges.TryAdd((source, type, target), properties))
        {
            throw new ArgumentException($"{type} from '{source.Key}' to '{target.Key}' was added before.", nameof(target));
        }
    }

    /// <exception cref="InvalidOperationException">An edge's end was never added.</exception>
    public KnowledgeGraph Build()
    {
        (NodeLabel Label, string Key)[] names = [.. _nodes.Keys.OrderBy(name => name.Label).ThenBy(name => name.Key, StringComparer.Ordinal)];
        var numbers = new Dictionary<(NodeLabel, string), NodeId>(names.Length);
        var firstNodes = new int[GraphSchema.Labels.Length + 1];
        for (int i = 0; i < names.Length; i++)
        {
            numbers.Add(names[i], new NodeId(i));
            firstNodes[(int)names[i].Label + 1]++;
        }

        for (int label = 0; label < GraphSchema.Labels.Length; label++)
        {
            firstNodes[label + 1] += firstNodes[label];
        }

        var sorted = _edges
            .Select(edge => (Source: Find(edge.Key.Source), edge.Key.Type, Target: Find(edge.Key.Target), Properties: edge.Value))
            .OrderBy(edge => edge.Source).ThenBy(edge => edge.Type).ThenBy(edge => edge.Target)
            .ToArray();
        return new KnowledgeGraph(
            [.. names.Select(name => name.Key)],
            firstNodes,
            [.. names.Select(name => _nodes[name])],
            [.. sorted.Select((edge, index) => new Edge(edge.Source, edge.Type, edge.Target, index))],
            [.. sorted.Select(edge => edge.Properties)]);

        NodeId Find((NodeLabel Label, string Key) name) => numbers.TryGetValue(name, out NodeId id)
            ? id
            : throw new InvalidOperationException($"An edge names the {name.Label} '{name.Key}', which is not in the graph.");
    }
}
