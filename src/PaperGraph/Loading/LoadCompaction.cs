using PaperGraph.Cypher;
using PaperGraph.Graph;

namespace PaperGraph.Loading;

/// <summary>Keeps the record short: many small loads leave many batches, most of whose words later ones took back.</summary>
internal sealed class LoadCompaction(ICypherExecutor neo4j, KnowledgeGraph graph, GraphDigest digest)
{
    /// <summary>Of the batches that it writes: long ones, since each is a transaction of its own, and short enough for little memory.</summary>
    private const int EntriesOfBatch = 40_000;

    /// <summary>Batches that hold fewer on average are many small ones: an eighth of what a load writes at once. Not more, since a compaction of a large record
    /// takes as long as many small loads.</summary>
    private const int FewEntries = 625;

    /// <summary>Whether the record is more than twice as long as it has to be, and long enough to matter.</summary>
    public bool IsDue(long batches, long entries)
    {
        long needed = graph.NodeCount + graph.EdgeCount;
        return entries > 2 * needed + 20_000 || batches > 64 + (needed / FewEntries);
    }

    /// <summary>Writes what the record comes to after a whole load: the graph. First the new batches, one by one, then the former ones go: a compaction that is
    /// broken off leaves a record that is longer and as good.</summary>
    public async Task<WriteCounters> RunAsync(string run, long last, CancellationToken cancellation)
    {
        WriteCounters counters = default;
        long number = last;
        foreach (LoadKind kind in LoadKind.All)
        {
            foreach (string entries in Entries(kind))
            {
                await WriteAsync(LoadBatch.RecordOf(kind, entries, run, ++number));
                graph.ReleasePages();
            }

            await WriteAsync(new CypherStatement(CypherFiles.Text("load/compaction"), ("run", run), ("kind", kind.Name), ("last", last)));
        }

        return counters;

        async Task WriteAsync(CypherStatement statement)
        {
            CypherResult result = (await neo4j.WriteAsync([statement], cancellation))[0];
            counters += result.Rows.Count > 0 ? result.Counters : throw new LoadSupersededException();
        }
    }

    private IEnumerable<string> Entries(LoadKind kind) => kind.IsNode
        ? graph.NodesOf(kind.Source).Chunk(EntriesOfBatch).Select(nodes => LoadEntries.EncodeNodes([.. nodes.Select(node => (graph.KeyOf(node), digest.Of(node)))]))
        : graph.Edges.Where(edge => edge.Type == kind.Type && graph.LabelOf(edge.Source) == kind.Source && graph.LabelOf(edge.Target) == kind.Target)
            .Chunk(EntriesOfBatch)
            .Select(edges => LoadEntries.EncodeEdges([.. edges.Select(edge => (new EdgeKey(digest.KeyOf(edge.Source), digest.KeyOf(edge.Target)), digest.Of(edge)))]));
}
