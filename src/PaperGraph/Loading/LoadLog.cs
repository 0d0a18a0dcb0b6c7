using System.Globalization;
using PaperGraph.Cypher;

namespace PaperGraph.Loading;

/// <summary>The database's own record of what was loaded into it: a <c>PaperGraphLoad</c> node, and a <c>PaperGraphLoadBatch</c> for each batch,
/// written in the batch's own transaction. So it is never ahead of the data nor behind.</summary>
internal sealed class LoadLog(ICypherExecutor neo4j)
{
    private const int BatchesAtOnce = 16;

    /// <summary>Entries that were read so far and still count.</summary>
    public long EntriesRead { get; private set; }

    /// <summary>The record's head; null where nothing was ever loaded.</summary>
    public async Task<LoadHead?> ReadHeadAsync(CancellationToken cancellation)
    {
        CypherResult result = await neo4j.ReadAsync(
            new CypherStatement("MATCH (load:PaperGraphLoad {id: 'papergraph'}) RETURN load.storeId AS storeId, load.run AS run, load.batch AS batch, load.digest AS digest"), cancellation);
        return result.Rows.Count == 0
            ? null
            : new LoadHead(result.Value(0, "storeId") as string ?? "", result.Value(0, "run") as string ?? "", result.Value(0, "batch") as long? ?? 0, result.Value(0, "digest") as string);
    }

    /// <summary>How many batches the record has: looked up, not counted.</summary>
    public async Task<long> CountBatchesAsync(CancellationToken cancellation) =>
        (long)(await neo4j.ReadAsync(new CypherStatement("MATCH (batch:PaperGraphLoadBatch) RETURN count(batch) AS batches"), cancellation)).Value(0, "batches")!;

    /// <summary>Ids and digests of the nodes that loads wrote and did not take off.</summary>
    public async Task<Dictionary<string, ulong>> ReadNodesAsync(LoadKind kind, CancellationToken cancellation)
    {
        var digests = new Dictionary<string, ulong>(StringComparer.Ordinal);
        await ForEachBatchAsync(kind, entries => LoadEntries.DecodeNodes(entries, digests), cancellation);
        EntriesRead += digests.Count;
        return digests;
    }

    /// <summary>Keys and digests of the edges that loads wrote and did not take off.</summary>
    public async Task<Dictionary<EdgeKey, ulong>> ReadEdgesAsync(LoadKind kind, CancellationToken cancellation)
    {
        var digests = new Dictionary<EdgeKey, ulong>();
        await ForEachBatchAsync(kind, entries => LoadEntries.DecodeEdges(entries, digests), cancellation);
        EntriesRead += digests.Count;
        return digests;
    }

    private async Task ForEachBatchAsync(LoadKind kind, Action<string> play, CancellationToken cancellation)
    {
        long after = 0;
        while (true)
        {
            CypherResult result = await neo4j.ReadAsync(
                new CypherStatement(
                    "MATCH (batch:PaperGraphLoadBatch) WHERE batch.kind = $kind AND batch.id > $after WITH batch ORDER BY batch.id LIMIT $limit RETURN batch.id AS id, batch.entries AS entries, batch.digest AS digest ORDER BY id",
                    ("kind", kind.Name), ("after", after), ("limit", BatchesAtOnce)),
                cancellation);
            foreach (object?[] row in result.Rows)
            {
                after = (long)row[0]!;
                string entries = row[1] as string ?? "";
                if (LoadEntries.DigestOf(entries) != row[2] as string)
                {
                    throw new LoadException($"the record of batch {after.ToString(CultureInfo.InvariantCulture)} in the database was changed by somebody. Delete the PaperGraphLoadBatch nodes, then 'papergraph load --repair'.");
                }

                play(entries);
            }

            if (result.Rows.Count < BatchesAtOnce)
            {
                return;
            }
        }
    }
}

/// <param name="StoreId">Of the store that was loaded.</param>
/// <param name="Run">Of the load that may write.</param>
/// <param name="Batch">The last batch.</param>
/// <param name="Digest">Of the graph that is loaded; null while a load is under way or was broken off.</param>
internal sealed record LoadHead(string StoreId, string Run, long Batch, string? Digest);
