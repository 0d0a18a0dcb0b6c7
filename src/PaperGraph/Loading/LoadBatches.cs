using PaperGraph.Graph;

namespace PaperGraph.Loading;

/// <summary>Cuts a plan into batches: nodes before the edges that need them, then what is taken off, edges before their nodes.</summary>
/// <param name="isAbsent">Whether the database holds nothing of a kind, be it a load's or a user's.</param>
internal sealed class LoadBatches(KnowledgeGraph graph, GraphDigest digest, LoadOptions options, Predicate<LoadKind> isAbsent)
{
    private const int RowsBetweenReleases = 1_024;

    public IEnumerable<LoadBatch> Of(LoadPlan plan) =>
        plan.Kinds.SelectMany(Writes).Concat(plan.Kinds.Reverse().SelectMany(Removals));

    private BatchAction WriteActionOf(LoadKind kind) => isAbsent(kind) ? BatchAction.Create : BatchAction.Merge;

    private IEnumerable<LoadBatch> Writes(KindPlan plan) => plan.Kind.IsNode ? NodeWrites(plan) : EdgeWrites(plan);

    private IEnumerable<LoadBatch> Removals(KindPlan plan) => plan.Kind.IsNode ? NodeRemovals(plan) : EdgeRemovals(plan);

    private IEnumerable<LoadBatch> NodeWrites(KindPlan plan)
    {
        foreach ((ReadOnlyMemory<int> numbers, long bytes) in Cut(plan.Writes, number => BytesOf(new NodeId(number))))
        {
            var columns = new LoadColumns(plan.Kind, numbers.Length);
            var ids = new string[numbers.Length];
            var entries = new (string, ulong)[numbers.Length];
            for (int i = 0; i < ids.Length; i++)
            {
                ReleaseNowAndThen(i);
                var node = new NodeId(numbers.Span[i]);
                columns.Set(i, graph.PropertiesOf(node));
                ids[i] = graph.KeyOf(node);
                entries[i] = (ids[i], digest.Of(node));
            }

            yield return new LoadBatch(plan.Kind, WriteActionOf(plan.Kind), columns.With(("id", ids)), ids.Length, ids.Length, LoadEntries.EncodeNodes(entries), bytes);
        }
    }

    private IEnumerable<LoadBatch> EdgeWrites(KindPlan plan)
    {
        foreach ((ReadOnlyMemory<int> numbers, long bytes) in Cut(plan.Writes, number => BytesOf(graph.EdgeAt(number))))
        {
            var columns = new LoadColumns(plan.Kind, numbers.Length);
            var sources = new List<string>();
            var first = new List<int>();
            var targets = new string[numbers.Length];
            var entries = new (EdgeKey, ulong)[numbers.Length];
            NodeId source = default;
            for (int i = 0; i < targets.Length; i++)
            {
                ReleaseNowAndThen(i);
                Edge edge = graph.EdgeAt(numbers.Span[i]);
                if (i == 0 || edge.Source != source)
                {
                    source = edge.Source;
                    sources.Add(graph.KeyOf(source));
                    first.Add(i);
                }

                columns.Set(i, graph.PropertiesOf(edge));
                targets[i] = graph.KeyOf(edge.Target);
                entries[i] = (new EdgeKey(digest.KeyOf(edge.Source), digest.KeyOf(edge.Target)), digest.Of(edge));
            }

            first.Add(targets.Length);
            yield return new LoadBatch(
                plan.Kind, WriteActionOf(plan.Kind), columns.With(("source", sources), ("first", first), ("target", targets)), targets.Length, targets.Length, LoadEntries.EncodeEdges(entries), bytes);
        }
    }

    private IEnumerable<LoadBatch> NodeRemovals(KindPlan plan)
    {
        foreach (string[] ids in plan.NodeRemovals.Chunk(options.BatchRows))
        {
            yield return new LoadBatch(
                plan.Kind,
                BatchAction.Remove,
                new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = ids },
                ids.Length,
                ids.Length,
                LoadEntries.EncodeNodes([.. ids.Select(id => (id, 0UL))]),
                ids.Sum(id => (long)id.Length));
        }
    }

    private IEnumerable<LoadBatch> EdgeRemovals(KindPlan plan)
    {
        foreach (EdgeRemoval[] removals in plan.EdgeRemovals.Chunk(options.BatchRows))
        {
            EdgeRemoval[] known = [.. removals.Where(removal => removal.SourceId is not null && removal.TargetId is not null)];
            yield return new LoadBatch(
                plan.Kind,
                BatchAction.Remove,
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["source"] = known.Select(removal => removal.SourceId!).ToArray(),
                    ["target"] = known.Select(removal => removal.TargetId!).ToArray(),
                },
                known.Length,
                removals.Length,
                LoadEntries.EncodeEdges([.. removals.Select(removal => (removal.Key, 0UL))]),
                known.Sum(removal => (long)removal.SourceId!.Length + removal.TargetId!.Length));
        }
    }

    private IEnumerable<(ReadOnlyMemory<int> Numbers, long Bytes)> Cut(int[] numbers, Func<int, int> bytesOf)
    {
        int start = 0;
        long bytes = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            int next = bytesOf(numbers[i]);
            if (i > start && (i - start >= options.BatchRows || bytes + next > options.BatchBytes))
            {
                yield return (numbers.AsMemory(start, i - start), bytes);
                (start, bytes) = (i, 0);
            }

            bytes += next;
        }

        if (start < numbers.Length)
        {
            yield return (numbers.AsMemory(start), bytes);
        }
    }

    /// <summary>The rows of a small change lie scattered over the whole file, and each that is looked at brings its neighbours into memory.</summary>
    private void ReleaseNowAndThen(int row)
    {
        if (row % RowsBetweenReleases == 0)
        {
            graph.ReleasePages();
        }
    }

    private int BytesOf(NodeId node) => graph.RawKeyOf(node).Length + graph.RawPropertiesOf(node).Length;

    private int BytesOf(Edge edge) => graph.RawKeyOf(edge.Target).Length + graph.RawPropertiesOf(edge).Length;
}
