namespace PaperGraph.Graph.Building;

/// <summary>The concepts of a graph that is being built, by their numbers in the builder and by key.</summary>
internal sealed class ConceptNames
{
    private readonly Dictionary<string, int> _numbers;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbersBySpan;
    private readonly string?[] _names;

    /// <param name="concepts">Their numbers.</param>
    public ConceptNames(int[] concepts, KnowledgeGraphBuilder graph)
    {
        Concepts = concepts;
        _names = new string?[graph.NodeCount];
        _numbers = new Dictionary<string, int>(concepts.Length, StringComparer.Ordinal);
        foreach (int concept in concepts)
        {
            _numbers.Add(graph.KeyOf(concept), concept);
        }

        _numbersBySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int[] Concepts { get; }

    /// <summary>The name under which the concept is added.</summary>
    public string this[int concept]
    {
        get => _names[concept]!;
        set => _names[concept] = value;
    }

    public bool TryFind(ReadOnlySpan<char> key, out int concept) => _numbersBySpan.TryGetValue(key, out concept);
}
