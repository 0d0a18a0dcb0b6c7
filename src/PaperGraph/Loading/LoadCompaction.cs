using PaperGraph.Cypher;
using PaperGraph.Graph;

namespace PaperGraph.Loading;

/// <summary>Keeps the record short: many small loads leave many batches, most of whose words later ones took back.</summary>
internal sealed class LoadCompaction(ICypherExecutor neo4j, KnowledgeGraph graph, GraphDigest digest)
{
    private const int EntriesOfBatch = 10_000;

    /// <summary>Whether the record is more than twice as long as it has to be, and long enough to matter.</summary>
    public bool IsDue(long batches, long entries)
    {
        long needed = graph.NodeCount + graph.EdgeCount;
        return entries > 2 * needed + 20_000 || batches > 64 + (4 * needed / EntriesOfBatch);
    }

    /// <summary>Writes what the record comes to after a whole load: the graph. One transaction a kind; a broken compaction leaves a good record.</summary>
    public async Task<WriteCounters> RunAsync(string run, long last, CancellationToken cancellation)
    {
        string text = CypherFiles.Text("load/compaction");
        WriteCounters counters = default;
        foreach (LoadKind kind in LoadKind.All)
        {
            var batches = new List<Dictionary<string, object?>>();
            foreach (string entries in Entries(kind))
            {
                batches.Add(new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = ++last, ["entries"] = entries, ["digest"] = LoadEntries.DigestOf(entries) });
            }

            CypherStatement statement = new(text, ("run", run), ("kind", kind.Name), ("last", last), ("batches", batches));
            CypherResult result = (await neo4j.WriteAsync([statement], cancellation))[0];
            counters += result.Rows.Count > 0 ? result.Counters : throw new LoadSupersededException();
        }

        return counters;
    }

    private IEnumerable<string> Entries(LoadKind kind) => kind.IsNode
        ? graph.NodesOf(kind.Source).Chunk(EntriesOfBatch).Select(nodes => LoadEntries.EncodeNodes([.. nodes.Select(node => (graph.KeyOf(node), digest.Of(node)))]))
        : graph.Edges.Where(edge => edge.Type == kind.Type && graph.LabelOf(edge.Source) == kind.Source && graph.LabelOf(edge.Target) == kind.Target)
            .Chunk(EntriesOfBatch)
            .Select(edges => LoadEntries.EncodeEdges([.. edges.Select(edge => (new EdgeKey(digest.KeyOf(edge.Source), digest.KeyOf(edge.Target)), digest.Of(edge)))]));
}
