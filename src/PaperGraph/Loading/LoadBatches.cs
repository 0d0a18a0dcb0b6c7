using PaperGraph.Graph;

namespace PaperGraph.Loading;

/// <summary>Cuts a plan into batches: nodes before the edges that need them, then what is taken off, edges before their nodes.</summary>
internal sealed class LoadBatches(KnowledgeGraph graph, GraphDigest digest, LoadOptions options)
{
    public IEnumerable<LoadBatch> Of(LoadPlan plan) =>
        plan.Kinds.SelectMany(Writes).Concat(plan.Kinds.Reverse().SelectMany(Removals));

    private IEnumerable<LoadBatch> Writes(KindPlan plan) => plan.Kind.IsNode ? NodeWrites(plan) : EdgeWrites(plan);

    private IEnumerable<LoadBatch> Removals(KindPlan plan) => plan.Kind.IsNode ? NodeRemovals(plan) : EdgeRemovals(plan);

    private IEnumerable<LoadBatch> NodeWrites(KindPlan plan)
    {
        foreach (int[] numbers in Cut(plan.Writes, number => graph.PropertiesOf(new NodeId(number))))
        {
            var rows = new List<IReadOnlyDictionary<string, object?>>(numbers.Length);
            var entries = new List<(string, ulong)>(numbers.Length);
            foreach (int number in numbers)
            {
                var node = new NodeId(number);
                PropertySet properties = graph.PropertiesOf(node);
                plan.Kind.Check(properties);
                rows.Add(Row(properties, ("id", graph.KeyOf(node))));
                entries.Add((graph.KeyOf(node), digest.Of(node)));
            }

            yield return new LoadBatch(plan.Kind, false, rows, entries.Count, LoadEntries.EncodeNodes(entries), rows.Sum(Characters));
        }
    }

    private IEnumerable<LoadBatch> EdgeWrites(KindPlan plan)
    {
        foreach (int[] numbers in Cut(plan.Writes, number => graph.PropertiesOf(graph.EdgeAt(number))))
        {
            var rows = new List<IReadOnlyDictionary<string, object?>>(numbers.Length);
            var entries = new List<(EdgeKey, ulong)>(numbers.Length);
            foreach (int number in numbers)
            {
                Edge edge = graph.EdgeAt(number);
                PropertySet properties = graph.PropertiesOf(edge);
                plan.Kind.Check(properties);
                rows.Add(Row(properties, ("source", graph.KeyOf(edge.Source)), ("target", graph.KeyOf(edge.Target))));
                entries.Add((new EdgeKey(digest.KeyOf(edge.Source), digest.KeyOf(edge.Target)), digest.Of(edge)));
            }

            yield return new LoadBatch(plan.Kind, false, rows, entries.Count, LoadEntries.EncodeEdges(entries), rows.Sum(Characters));
        }
    }

    private IEnumerable<LoadBatch> NodeRemovals(KindPlan plan)
    {
        foreach (string[] ids in plan.NodeRemovals.Chunk(options.BatchRows))
        {
            yield return new LoadBatch(
                plan.Kind,
                true,
                [.. ids.Select(id => new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = id })],
                ids.Length,
                LoadEntries.EncodeNodes([.. ids.Select(id => (id, 0UL))]),
                ids.Sum(id => (long)id.Length));
        }
    }

    private IEnumerable<LoadBatch> EdgeRemovals(KindPlan plan)
    {
        foreach (EdgeRemoval[] removals in plan.EdgeRemovals.Chunk(options.BatchRows))
        {
            yield return new LoadBatch(
                plan.Kind,
                true,
                [.. removals.Where(removal => removal.SourceId is not null && removal.TargetId is not null)
                    .Select(removal => new Dictionary<string, object?>(StringComparer.Ordinal) { ["source"] = removal.SourceId, ["target"] = removal.TargetId })],
                removals.Length,
                LoadEntries.EncodeEdges([.. removals.Select(removal => (removal.Key, 0UL))]),
                removals.Length * 80L);
        }
    }

    private IEnumerable<int[]> Cut(int[] numbers, Func<int, PropertySet> propertiesOf)
    {
        int start = 0;
        long characters = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            long next = propertiesOf(numbers[i]).Sum(property => Characters(property.Value.ToParameter()) + 16);
            if (i > start && (i - start >= options.BatchRows || characters + next > options.BatchCharacters))
            {
                yield return numbers[start..i];
                (start, characters) = (i, 0);
            }

            characters += next;
        }

        if (start < numbers.Length)
        {
            yield return numbers[start..];
        }
    }

    private static Dictionary<string, object?> Row(PropertySet properties, params ReadOnlySpan<(string Name, string Value)> keys)
    {
        var row = new Dictionary<string, object?>(properties.Count + keys.Length, StringComparer.Ordinal);
        foreach ((string name, string value) in keys)
        {
            row.Add(name, value);
        }

        foreach ((PropertyKey key, PropertyValue value) in properties)
        {
            row.Add(GraphSchema.NameOf(key), value.ToParameter());
        }

        return row;
    }

    private static long Characters(IReadOnlyDictionary<string, object?> row) => row.Sum(property => property.Key.Length + Characters(property.Value));

    private static long Characters(object? value) => value switch
    {
        string text => text.Length,
        string[] texts => texts.Sum(text => (long)text.Length + 3),
        int[] integers => integers.Length * 5L,
        _ => 8,
    };
}
