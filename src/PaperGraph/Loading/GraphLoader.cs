using System.Collections.Immutable;
using System.Diagnostics;
using PaperGraph.Cypher;
using PaperGraph.Graph;

namespace PaperGraph.Loading;

/// <summary>Puts a graph into Neo4j and keeps it in step: what changed is written, what the store no longer holds is taken off, what users added stays.</summary>
/// <remarks>The database itself keeps the record of what was written, batch by batch, in the batch's own transaction (<c>PaperGraphLoad</c>,
/// <c>PaperGraphLoadBatch</c>). A load that is broken off at any point is finished by the next one. One database holds one store's graph.
/// What the database holds none of is created; the rest is merged, which takes a third longer. Either way a batch that ran without an answer may run again.
/// All indexes but those of the keys are begun when everything else is done, and the server makes them by itself after the load: made of all nodes at once they cost least,
/// and while edges are written they would take the processor from them (<see cref="DatabaseSchema.AwaitAsync"/> waits for them).
/// Small batches that follow one another share a transaction where the transport lets go of it when it breaks off. Two transactions are under way at once, and a third is being made: the server reads one while it writes the other. They write one after the other all the same, since
/// each takes the lock of <c>PaperGraphLoad</c> first: sharing the writing out between sessions gained a fifth on two cores, and relationship chains made them wait
/// for each other, up to deadlocks, even where they shared no node.</remarks>
public sealed class GraphLoader
{
    /// <summary>Status codes of the server.</summary>
    private const string EdgeWithoutItsNodes = "Neo.ClientError.Statement.ArithmeticError";
    private const string NodeIsThere = "Neo.ClientError.Schema.ConstraintValidationFailed";

    private readonly RetryingExecutor _neo4j;
    private readonly LoadOptions _options;

    public GraphLoader(ICypherExecutor neo4j, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(neo4j);
        _options = options ?? LoadOptions.Default;
        _neo4j = RetryingExecutor.Around(neo4j, _options);
    }

    /// <summary>Loads the graph.</summary>
    /// <param name="storeId">Names the store from which the graph comes.</param>
    /// <exception cref="Neo4jException">The server refused something, or stayed out of reach.</exception>
    /// <exception cref="LoadException">The database holds another store's graph, or another load took over.</exception>
    public async Task<LoadReport> LoadAsync(KnowledgeGraph graph, string storeId, IProgress<LoadProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentException.ThrowIfNullOrEmpty(storeId);
        using Activity? activity = LoadTelemetry.Activities.StartActivity("load")?.SetTag("store", storeId);
        long started = _options.Clock.GetTimestamp();
        var tally = new LoadTally();
        var log = new LoadLog(_neo4j);
        LoadHead? head = await log.ReadHeadAsync(cancellation);
        bool isInStep = head is { Digest: { } loaded } && loaded == graph.Digest && head.StoreId == storeId;
        if (!isInStep || _options.Repair)
        {
            await WriteChangesAsync(graph, storeId, head, _options.Repair, tally, progress, cancellation);
        }
        else
        {
            tally.Add(await DatabaseSchema.BeginAsync(_neo4j, cancellation));   // Somebody may have dropped an index.
        }

        ImmutableArray<KindCount> counts = await DatabaseCounts.ReadAsync(_neo4j, graph, cancellation);
        if (counts.Any(count => count.Database < count.Store) && !_options.Repair)
        {
            // Somebody deleted what a load had written: the record is right and still says nothing about what is there.
            await WriteChangesAsync(graph, storeId, await log.ReadHeadAsync(cancellation), true, tally, progress, cancellation);
            counts = await DatabaseCounts.ReadAsync(_neo4j, graph, cancellation);
        }

        graph.ReleasePages();
        int unfinished = tally.AreIndexesMade ? (await DatabaseSchema.UnfinishedAsync(_neo4j, cancellation)).Count : 0;
        return tally.Report(counts, _neo4j.Retries, unfinished, _options.Clock.GetElapsedTime(started));
    }

    /// <summary>Says what a load would do, and writes nothing.</summary>
    /// <param name="storeId">Names the store from which the graph comes.</param>
    public async Task<LoadPreview> PreviewAsync(KnowledgeGraph graph, string storeId, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentException.ThrowIfNullOrEmpty(storeId);
        LoadHead? head = await new LoadLog(_neo4j).ReadHeadAsync(cancellation);
        LoadPlan plan = await PlanAsync(graph, head, cancellation);
        LoadedStore? other = head is not null && head.StoreId != storeId && plan.Removals > 0 ? await LoadedStore.ReadAsync(_neo4j, head.StoreId, cancellation) : null;
        return new LoadPreview([.. plan.Kinds.Select(kind => new KindChange(kind.Kind.Name, kind.Kind.IsNode, kind.Writes.Length, kind.RemovalCount))], other);
    }

    /// <summary>Compares store and database, edge by edge, property by property.</summary>
    /// <param name="report">Gets each difference as it is found.</param>
    public Task<GraphComparison> VerifyAsync(KnowledgeGraph graph, Action<GraphDifference> report, IProgress<LoadProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(report);
        return new GraphComparer(graph, new ActualGraph(_neo4j), new LoadLog(_neo4j), report).CompareAsync(progress, cancellation);
    }

    private async Task<LoadPlan> PlanAsync(KnowledgeGraph graph, LoadHead? head, CancellationToken cancellation)
    {
        var planner = new LoadPlanner(graph, new GraphDigest(graph));
        return !_options.Repair && LoadedGraph(head?.Digest) is { } loaded
            ? planner.PlanFrom(loaded)
            : await planner.PlanAsync(new LoadLog(_neo4j), _options.Repair ? new ActualGraph(_neo4j) : null, cancellation);
    }

    private async Task WriteChangesAsync(
        KnowledgeGraph graph, string storeId, LoadHead? head, bool isRepair, LoadTally tally, IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        var digest = new GraphDigest(graph);
        var planner = new LoadPlanner(graph, digest);
        if (head is not null && head.StoreId != storeId && !_options.ReplaceOtherStore
            && (await planner.PlanAsync(new LoadLog(_neo4j), null, cancellation)).Removals is > 0 and var removals)
        {
            throw new OtherStoreException(_neo4j.Target.Database, await LoadedStore.ReadAsync(_neo4j, head.StoreId, cancellation), removals);
        }

        tally.Add(await DatabaseSchema.EnsureConstraintsAsync(_neo4j, cancellation));
        string run = _options.Run ?? Guid.NewGuid().ToString("N");
        CypherResult taken = await WriteAsync(new CypherStatement(CypherFiles.Text("load/takeover"), ("run", run), ("storeId", storeId)), tally, cancellation);
        var batch = (long)taken.Value(0, "batch")!;

        // Read only now: until the takeover, another load may have gone on writing.
        var log = new LoadLog(_neo4j);
        LoadPlan plan = (batch, isRepair) switch
        {
            (0, false) => planner.PlanAll(),
            (_, false) when LoadedGraph(taken.Value(0, "digest") as string) is { } loaded => planner.PlanFrom(loaded),
            _ => await planner.PlanAsync(log, isRepair ? new ActualGraph(_neo4j) : null, cancellation),
        };
        IReadOnlyDictionary<string, long> counts = await DatabaseCounts.ReadAsync(_neo4j, cancellation);
        var batches = new LoadBatches(graph, digest, _options, kind => counts[kind.Type is { } type ? GraphSchema.NameOf(type) : GraphSchema.NameOf(kind.Source)] == 0);
        IEnumerable<LoadTransaction> transactions = _neo4j.EndsTransactionsCutOff
            ? LoadTransaction.Of(batches.Of(plan), _options)
            : batches.Of(plan).Select(static one => new LoadTransaction([one]));
        batch = await WriteBatchesAsync(graph, transactions, plan.Rows, run, batch, tally, progress, cancellation);

        var compaction = new LoadCompaction(_neo4j, graph, digest);
        if (compaction.IsDue(await log.CountBatchesAsync(cancellation), log.EntriesRead + tally.Rows))
        {
            tally.Add(await compaction.RunAsync(run, batch, cancellation));
        }

        CypherResult completed = await WriteAsync(new CypherStatement(CypherFiles.Text("load/completion"), ("run", run), ("digest", graph.Digest)), tally, cancellation);
        if (completed.Rows.Count == 0)
        {
            throw new LoadSupersededException();
        }

        tally.Add(await DatabaseSchema.BeginAsync(_neo4j, cancellation));
    }

    /// <summary>Only a graph of exactly that digest counts, whoever hands it over.</summary>
    private KnowledgeGraph? LoadedGraph(string? digest) =>
        digest is not null && _options.LoadedGraph(digest) is { } loaded && loaded.Digest == digest ? loaded : null;

    /// <returns>The last batch's number.</returns>
    private async Task<long> WriteBatchesAsync(
        KnowledgeGraph graph, IEnumerable<LoadTransaction> transactions, long total, string run, long number, LoadTally tally, IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        using IEnumerator<LoadTransaction> enumerator = transactions.GetEnumerator();
        var underWay = new Queue<(LoadTransaction Transaction, Task<IReadOnlyList<CypherResult>> Answer)>();
        Task<(LoadTransaction Transaction, CypherStatement[] Statements)?> next = PrepareAsync(number + 1);
        try
        {
            while (await next is { } prepared)
            {
                long first = number + 1;
                number += prepared.Statements.Length;
                next = PrepareAsync(number + 1);
                while (underWay.TryPeek(out var oldest) && (underWay.Count >= _options.BatchesAtOnce || !oldest.Transaction.MayStandBeside(prepared.Transaction)))
                {
                    await FinishAsync();
                }

                underWay.Enqueue((prepared.Transaction, WriteTransactionAsync(prepared.Transaction, prepared.Statements, run, first, cancellation)));
            }

            while (underWay.Count > 0)
            {
                await FinishAsync();
            }
        }
        catch
        {
            await Task.WhenAll([next, .. underWay.Select(transaction => transaction.Answer)]).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }

        return number;

        async Task FinishAsync()
        {
            (LoadTransaction transaction, Task<IReadOnlyList<CypherResult>> answer) = underWay.Dequeue();
            foreach ((LoadBatch batch, CypherResult result) in transaction.Batches.Zip(await answer))
            {
                tally.Add(result.Counters);
                tally.Add(batch, kept: batch is { IsRemoval: true, Kind.IsNode: true } ? batch.Rows - (long)result.Value(0, "removed")! : 0);
                progress?.Report(new LoadProgress(batch.Kind.Name, tally.Rows, total));
            }

            graph.ReleasePages();
        }

        // The next transaction is made while the server is busy with this one.
        Task<(LoadTransaction, CypherStatement[])?> PrepareAsync(long upcoming) => Task.Run<(LoadTransaction, CypherStatement[])?>(
            () => enumerator.MoveNext() ? (enumerator.Current, enumerator.Current.Statements(run, upcoming)) : null, CancellationToken.None);
    }

    private async Task<IReadOnlyList<CypherResult>> WriteTransactionAsync(
        LoadTransaction transaction, CypherStatement[] statements, string run, long first, CancellationToken cancellation)
    {
        using Activity? activity = LoadTelemetry.Activities.StartActivity("batch")?
            .SetTag("kind", transaction.Name).SetTag("rows", transaction.Batches.Sum(batch => batch.Rows)).SetTag("number", first);
        long started = _options.Clock.GetTimestamp();
        IReadOnlyList<CypherResult> results;
        try
        {
            results = await _neo4j.WriteAsync(statements, cancellation);
        }
        catch (CypherException exception) when (transaction.Batches.Count > 1 && exception.Code is EdgeWithoutItsNodes or NodeIsThere)
        {
            return await WriteOneByOneAsync(transaction, run, first, cancellation);   // Only so can be told which it was.
        }
        catch (CypherException exception) when (!transaction.Batches[0].IsRemoval && exception.Code == EdgeWithoutItsNodes)
        {
            throw new LoadException($"nodes that edges of {transaction.Name} need are gone from Neo4j: somebody deleted them. 'papergraph load --repair' compares everything and puts them back.");
        }
        catch (CypherException exception) when (transaction.Batches[0].Action == BatchAction.Create && exception.Code == NodeIsThere)
        {
            var merging = new LoadTransaction([transaction.Batches[0] with { Action = BatchAction.Merge }]);   // Somebody made such a node since the load looked.
            return await WriteTransactionAsync(merging, merging.Statements(run, first), run, first, cancellation);
        }

        if (results.Any(result => result.Rows.Count == 0))
        {
            throw new LoadSupersededException();
        }

        foreach (LoadBatch batch in transaction.Batches)
        {
            LoadTelemetry.Rows.Add(batch.Rows, new KeyValuePair<string, object?>("kind", batch.Kind.Name));
        }

        LoadTelemetry.BatchDuration.Record(_options.Clock.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("kind", transaction.Name));
        return results;
    }

    private async Task<IReadOnlyList<CypherResult>> WriteOneByOneAsync(LoadTransaction transaction, string run, long first, CancellationToken cancellation)
    {
        var results = new List<CypherResult>(transaction.Batches.Count);
        foreach (LoadBatch batch in transaction.Batches)
        {
            var single = new LoadTransaction([batch]);
            long number = first + results.Count;
            results.AddRange(await WriteTransactionAsync(single, single.Statements(run, number), run, number, cancellation));
        }

        return results;
    }

    private async Task<CypherResult> WriteAsync(CypherStatement statement, LoadTally tally, CancellationToken cancellation)
    {
        IReadOnlyList<CypherResult> results = await _neo4j.WriteAsync([statement], cancellation);
        tally.Add(results[0].Counters);
        return results[0];
    }
}
