using PaperGraph.Cypher;

namespace PaperGraph.Loading;

/// <summary>Batches that are written together or not at all, in their order: to commit costs as much as some hundred rows.</summary>
internal sealed record LoadTransaction(IReadOnlyList<LoadBatch> Batches)
{
    /// <summary>Of the kind; of the first and the last one's where there are several.</summary>
    public string Name => Batches.Count == 1 ? Batches[0].Kind.Name : $"{Batches[0].Kind.Name} … {Batches[^1].Kind.Name}";

    /// <param name="first">The first batch's number.</param>
    public CypherStatement[] Statements(string run, long first) => [.. Batches.Select((batch, i) => batch.Statement(run, first + i))];

    /// <summary>Whether the two may be written in any order.</summary>
    public bool MayStandBeside(LoadTransaction other) => Batches.All(batch => other.Batches.All(batch.MayStandBeside));

    /// <summary>Puts small batches together, up to the size of one. What fills half of that goes alone rather than wait until the next is made.</summary>
    public static IEnumerable<LoadTransaction> Of(IEnumerable<LoadBatch> batches, LoadOptions options)
    {
        var together = new List<LoadBatch>();
        long rows = 0;
        long bytes = 0;
        foreach (LoadBatch batch in batches)
        {
            if (together.Count > 0 && (rows + batch.EntryCount > options.BatchRows || bytes + batch.Bytes > options.BatchBytes))
            {
                yield return Take();
            }

            together.Add(batch);
            (rows, bytes) = (rows + batch.EntryCount, bytes + batch.Bytes);
            if (2 * rows >= options.BatchRows || 2 * bytes >= options.BatchBytes)
            {
                yield return Take();
            }
        }

        if (together.Count > 0)
        {
            yield return Take();
        }

        LoadTransaction Take()
        {
            var transaction = new LoadTransaction([.. together]);
            together.Clear();
            (rows, bytes) = (0, 0);
            return transaction;
        }
    }
}
