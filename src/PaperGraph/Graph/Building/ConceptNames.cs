namespace PaperGraph.Graph.Building;

/// <summary>The concepts of a graph that is being built, by their numbers in the builder and by key.</summary>
/// <param name="concepts">Their numbers.</param>
internal sealed class ConceptNames(int[] concepts, KnowledgeGraphBuilder graph)
{
    private readonly string?[] _names = new string?[graph.NodeCount];

    public int[] Concepts { get; } = concepts;

    /// <summary>The name under which the concept is added.</summary>
    public string this[int concept]
    {
        get => _names[concept]!;

        // Most names are the keys themselves: one string is enough.
        set => _names[concept] = value == graph.KeyOf(concept) ? graph.KeyOf(concept) : value;
    }

    /// <param name="concept">One of those that have a name.</param>
    public bool TryFind(ReadOnlySpan<char> key, out int concept) =>
        graph.TryFind(NodeLabel.Concept, key, out concept) && concept < _names.Length && _names[concept] is not null;
}
