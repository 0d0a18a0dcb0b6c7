using PaperGraph.Cypher;
using PaperGraph.Graph;
using PaperGraph.Loading;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Contracts;

/// <summary>What a load must do, whatever the transport.</summary>
[Trait("Category", "Live")]
[Collection(LiveNeo4j.Collection)]
public abstract class GraphLoaderContract : IAsyncLifetime
{
    private const string Store = "store-of-tests";
    private ICypherExecutor? _neo4j;

    protected abstract string Address { get; }

    private ICypherExecutor Neo4j => _neo4j!;

    public async Task InitializeAsync()
    {
        _neo4j = CypherTransport.Connect(LiveNeo4j.TargetAt(Address));
        await LiveNeo4j.EmptyAsync(Neo4j);
    }

    public async Task DisposeAsync()
    {
        await LiveNeo4j.EmptyAsync(Neo4j);
        await Neo4j.DisposeAsync();
    }

    [LiveFact]
    public async Task Load_IntoEmptyDatabase_HoldsTheWholeGraph()
    {
        KnowledgeGraph graph = LoadableGraph.Of(seed: 1, papers: 40);

        LoadReport report = await LoadAsync(graph);

        Assert.Equal((0L, 0L), (report.Missing, report.Extra));
        Assert.Equal(graph.NodeCount + graph.EdgeCount, report.RowsWritten);
        Assert.Empty(await DifferencesAsync(graph));
    }

    [LiveFact]
    public async Task Load_SameGraphTwice_WritesNothing()
    {
        KnowledgeGraph graph = LoadableGraph.Of(seed: 2, papers: 40);
        await LoadAsync(graph);

        LoadReport second = await LoadAsync(graph);

        Assert.True(second.WroteNothing, second.Counters.ToString());
        Assert.Equal((0L, 0), (second.RowsWritten, second.Batches));
    }

    [LiveTheory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Load_ChangedGraph_WritesAndRemovesOnlyTheChange(int seed)
    {
        KnowledgeGraph before = LoadableGraph.Of(seed, papers: 40);
        KnowledgeGraph after = LoadableGraph.Of(seed, papers: 40, edition: seed);
        await LoadAsync(before);

        LoadPreview preview = await new GraphLoader(Neo4j).PreviewAsync(after, Store);
        LoadReport report = await LoadAsync(after);

        Assert.Empty(await DifferencesAsync(after));
        Assert.InRange(report.RowsWritten, 1, (after.NodeCount + after.EdgeCount) / 2);
        Assert.InRange(report.RowsRemoved, 1, before.NodeCount + before.EdgeCount);
        Assert.Equal(preview.Changes.Sum(change => change.Writes), report.RowsWritten);
        Assert.Equal(preview.Changes.Sum(change => change.Removals), report.RowsRemoved);
        Assert.Equal((0L, 0L), (report.Missing, report.Extra));
    }

    /// <summary>The graph that was loaded before is at hand: the record is not read, and what is written is the same.</summary>
    [LiveTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Load_LoadedGraphAtHand_WritesOnlyTheDifferenceIfItIsTheOne(bool isTheOne)
    {
        KnowledgeGraph before = LoadableGraph.Of(seed: 21, papers: 40);
        KnowledgeGraph after = LoadableGraph.Of(seed: 21, papers: 40, edition: 3);
        KnowledgeGraph atHand = isTheOne ? before : LoadableGraph.Of(seed: 21, papers: 40, edition: 4);
        await LoadAsync(before);
        var options = new LoadOptions { LoadedGraph = _ => atHand };

        LoadPreview preview = await new GraphLoader(Neo4j).PreviewAsync(after, Store);
        LoadPreview quick = await new GraphLoader(Neo4j, options).PreviewAsync(after, Store);
        LoadReport report = await LoadAsync(after, options);

        Assert.Equal(preview.Changes.ToArray(), quick.Changes.ToArray());
        Assert.Equal((preview.Changes.Sum(change => change.Writes), preview.Changes.Sum(change => change.Removals)), (report.RowsWritten, report.RowsRemoved));
        Assert.Empty(await DifferencesAsync(after));
    }

    /// <summary>Every write takes effect and its answer is lost: it is sent a second time, and what it created is not created again.</summary>
    [LiveFact]
    public async Task Load_EveryAnswerIsLostOnce_DoublesNothing()
    {
        KnowledgeGraph before = LoadableGraph.Of(seed: 22, papers: 40);
        KnowledgeGraph after = LoadableGraph.Of(seed: 22, papers: 40, edition: 4);
        var losing = new AnswerLosingExecutor(Neo4j);
        var options = new LoadOptions { BatchRows = 50, RetryDelay = TimeSpan.FromMilliseconds(1) };

        LoadReport first = await new GraphLoader(losing, options).LoadAsync(before, Store);
        List<GraphDifference> ofFirst = await DifferencesAsync(before);
        LoadReport second = await new GraphLoader(losing, options).LoadAsync(after, Store);

        Assert.Empty(ofFirst);
        Assert.Empty(await DifferencesAsync(after));
        Assert.InRange(losing.Lost, 10, int.MaxValue);
        Assert.Equal(losing.Lost, first.Retries + second.Retries);
        Assert.Equal((0L, 0L, 0L, 0L), (first.Missing, first.Extra, second.Missing, second.Extra));
    }

    /// <summary>Somebody makes such a node while the load, which saw none, is on its way.</summary>
    [LiveFact]
    public async Task Load_NodeAppearsMeanwhile_IsAdopted()
    {
        KnowledgeGraph graph = LoadableGraph.Of(seed: 23, papers: 30);
        bool isMade = false;
        var progress = new Callback(() =>
        {
            if (!isMade)
            {
                isMade = true;
                Neo4j.WriteAsync([new CypherStatement("MERGE (concept:Concept {id: 'concept 00059'}) SET concept.mine = true")]).GetAwaiter().GetResult();
            }
        });

        LoadReport report = await new GraphLoader(Neo4j, new LoadOptions { BatchRows = 10 }).LoadAsync(graph, Store, progress);

        Assert.Equal((0L, 0L), (report.Missing, report.Extra));
        Assert.Empty(await DifferencesAsync(graph));
    }

    [LiveFact]
    public async Task Load_SmallBatches_GiveTheSameGraph()
    {
        KnowledgeGraph graph = LoadableGraph.Of(seed: 6, papers: 10);

        LoadReport report = await LoadAsync(graph, new LoadOptions { BatchRows = 7, BatchBytes = 500 });

        Assert.InRange(report.Batches, graph.EdgeCount / 7, graph.NodeCount + graph.EdgeCount);
        Assert.Empty(await DifferencesAsync(graph));
    }

    [LiveFact]
    public async Task Load_ManySmallChanges_KeepTheRecordShort()
    {
        KnowledgeGraph graph = LoadableGraph.Of(seed: 7, papers: 12);
        for (int edition = 0; edition < 3; edition++)
        {
            graph = LoadableGraph.Of(seed: 7, papers: 12, edition);
            await LoadAsync(graph, new LoadOptions { BatchRows = 6 });
        }

        CypherResult batches = await Neo4j.ReadAsync(new CypherStatement("MATCH (batch:PaperGraphLoadBatch) RETURN count(batch) AS number"));
        Assert.InRange((long)batches.Value(0, "number")!, 1, 100);
        Assert.Empty(await DifferencesAsync(graph));
        Assert.True((await LoadAsync(graph)).WroteNothing);
        KnowledgeGraph next = LoadableGraph.Of(seed: 7, papers: 12, edition: 9);
        await LoadAsync(next);
        Assert.Empty(await DifferencesAsync(next));
    }

    [LiveFact]
    public async Task Load_WhatUsersAdded_Stays()
    {
        KnowledgeGraph before = LoadableGraph.Of(seed: 8, papers: 40);
        KnowledgeGraph after = LoadableGraph.Of(seed: 8, papers: 40, edition: 3);
        await LoadAsync(before);
        await Neo4j.WriteAsync([new CypherStatement(
            """
            MATCH (paper:Paper)
            SET paper:Favourite, paper.stars = 5
            CREATE (paper)-[:READ_BY {on: '2024-01-01'}]->(:Person {name: 'me'})
            WITH paper ORDER BY paper.id LIMIT 1
            MATCH (concept:Concept) WHERE concept.id IN $staying AND NOT (paper)-[:MENTIONS]->(concept)
            WITH paper, concept ORDER BY concept.id LIMIT 1
            CREATE (paper)-[:MENTIONS {mine: true}]->(concept), (:Concept {id: 'my own concept', name: 'mine'})
            """,
            ("staying", after.NodesOf(NodeLabel.Concept).Select(after.KeyOf).ToArray()))]);

        LoadReport report = await LoadAsync(after);

        // A paper that the store no longer holds has a reader: it stays, without the project's edges.
        Assert.Equal(before.CountOf(NodeLabel.Paper) - after.CountOf(NodeLabel.Paper), report.NodesKept);
        CypherResult kept = await Neo4j.ReadAsync(new CypherStatement("""
            MATCH (paper:Favourite {stars: 5})-[:READ_BY]->(:Person) WITH count(*) AS readings
            MATCH (own:Concept {id: 'my own concept'}) WITH readings, count(own) AS concepts
            MATCH ()-[mine:MENTIONS {mine: true}]->() RETURN readings, concepts, count(mine) AS mentions
            """));
        Assert.Equal(new object?[] { (long)before.CountOf(NodeLabel.Paper), 1L, 1L }, kept.Rows[0]);
        Assert.Empty(await DifferencesAsync(after));
        Assert.True((await LoadAsync(after)).WroteNothing);
    }

    [LiveFact]
    public async Task Load_AfterUsersDeletedNodes_PutsThemBack()
    {
        KnowledgeGraph graph = LoadableGraph.Of(seed: 9, papers: 40);
        await LoadAsync(graph);
        await Neo4j.WriteAsync([new CypherStatement("MATCH (concept:Concept) WITH concept ORDER BY concept.id LIMIT 5 DETACH DELETE concept")]);
        Assert.NotEmpty(await DifferencesAsync(graph));

        LoadReport report = await LoadAsync(graph);

        Assert.Equal(0L, report.Missing);
        Assert.Empty(await DifferencesAsync(graph));
    }

    [LiveFact]
    public async Task Load_EdgeWhoseEndUsersDeleted_StopsWholeAndRepairFinishes()
    {
        KnowledgeGraph before = LoadableGraph.Of(seed: 10, papers: 40);
        KnowledgeGraph after = LoadableGraph.Of(seed: 10, papers: 40, edition: 2);
        await LoadAsync(before);
        await Neo4j.WriteAsync([new CypherStatement("MATCH (concept:Concept) DETACH DELETE concept")]);

        var exception = await Assert.ThrowsAsync<LoadException>(() => LoadAsync(after));
        await LoadAsync(after, new LoadOptions { Repair = true });

        Assert.Contains("--repair", exception.Message, StringComparison.Ordinal);
        Assert.Empty(await DifferencesAsync(after));
    }

    [LiveFact]
    public async Task Verify_ChangedProperties_NamesEach()
    {
        KnowledgeGraph graph = LoadableGraph.Of(seed: 11, papers: 30);
        await LoadAsync(graph);
        await Neo4j.WriteAsync(
        [
            new CypherStatement("MATCH (paper:Paper {id: 'paper 00003'}) SET paper.title = 'another'"),
            new CypherStatement("MATCH (:Paper)-[edge:LISTED_IN]->() WITH edge LIMIT 1 REMOVE edge.position"),
            new CypherStatement("MATCH (source:Paper)-[edge:HAS_CODE]->(target) WITH source, edge, target LIMIT 1 CREATE (source)-[copy:HAS_CODE]->(target) SET copy = properties(edge)"),
        ]);

        List<GraphDifference> differences = await DifferencesAsync(graph);

        Assert.Equal([DifferenceKind.Changed, DifferenceKind.Changed, DifferenceKind.Doubled], differences.Select(difference => difference.Kind).Order());
        Assert.Contains(differences, difference => difference is { Property: "title", Database: "another" } && difference.Subject == "(:Paper {id: 'paper 00003'})");
        Assert.Contains(differences, difference => difference is { Property: "position", Database: null });
    }

    [LiveFact]
    public async Task Load_OtherStoreThatWouldRemove_IsRefused()
    {
        KnowledgeGraph graph = LoadableGraph.Of(seed: 12, papers: 30);
        KnowledgeGraph other = LoadableGraph.Of(seed: 12, papers: 30, edition: 4);
        await LoadAsync(graph);

        LoadPreview preview = await new GraphLoader(Neo4j).PreviewAsync(other, "another-store");
        var refusal = await Assert.ThrowsAsync<OtherStoreException>(() => new GraphLoader(Neo4j).LoadAsync(other, "another-store"));

        // Whose graph it is, as a person knows it: by where its papers come from.
        string source = graph.NameOf(graph.NodesOf(NodeLabel.Source).First());
        Assert.Equal((Store, (long)graph.CountOf(NodeLabel.Paper)), (preview.OtherStore!.Id, preview.OtherStore.Papers));
        Assert.Contains(source, preview.OtherStore.ToString(), StringComparison.Ordinal);
        Assert.Contains(source, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await DifferencesAsync(graph));
        await new GraphLoader(Neo4j, new LoadOptions { ReplaceOtherStore = true }).LoadAsync(other, "another-store");

        Assert.Empty(await DifferencesAsync(other));
        Assert.Null((await new GraphLoader(Neo4j).PreviewAsync(graph, "another-store")).OtherStore);
    }

    [LiveFact]
    public async Task Load_SameContentFromARebuiltStore_IsAdopted()
    {
        KnowledgeGraph graph = LoadableGraph.Of(seed: 13, papers: 20);
        await LoadAsync(graph);

        LoadReport report = await new GraphLoader(Neo4j).LoadAsync(graph, "rebuilt-store");

        Assert.Equal((0L, 0L), (report.RowsWritten, report.RowsRemoved));
    }

    [LiveFact]
    public async Task Load_AnotherLoadTakesOver_StopsTheFirst()
    {
        KnowledgeGraph graph = LoadableGraph.Of(seed: 14, papers: 40);
        LoadReport? second = null;
        var progress = new Callback(() => second ??= LoadAsync(graph).GetAwaiter().GetResult());

        await Assert.ThrowsAsync<LoadSupersededException>(() => new GraphLoader(Neo4j, new LoadOptions { BatchRows = 50 }).LoadAsync(graph, Store, progress));

        Assert.Equal((0L, 0L), (second!.Missing, second.Extra));
        Assert.Empty(await DifferencesAsync(graph));
    }

    [LiveFact]
    public async Task Load_BrokenOffAnywhere_IsFinishedByTheNext()
    {
        KnowledgeGraph before = LoadableGraph.Of(seed: 15, papers: 12);
        KnowledgeGraph after = LoadableGraph.Of(seed: 15, papers: 12, edition: 5);
        for (int batches = 1; batches < 14; batches += 3)
        {
            await LoadAsync(before);
            using var cancellation = new CancellationTokenSource();
            int done = 0;
            var progress = new Callback(() =>
            {
                if (++done == batches)
                {
                    cancellation.Cancel();
                }
            });
            try
            {
                await new GraphLoader(Neo4j, new LoadOptions { BatchRows = 20 }).LoadAsync(after, Store, progress, cancellation.Token);
            }
            catch (OperationCanceledException)
            {
            }

            await LoadAsync(after);
            Assert.Empty(await DifferencesAsync(after));
        }
    }

    [LiveFact]
    public async Task Load_EmptyGraph_TakesEverythingOff()
    {
        await LoadAsync(LoadableGraph.Of(seed: 16, papers: 20));

        LoadReport report = await LoadAsync(new KnowledgeGraphBuilder().Build());

        Assert.Equal((0L, 0L), (report.Missing, report.Extra));
        CypherResult left = await Neo4j.ReadAsync(new CypherStatement("MATCH (node) WHERE NOT node:PaperGraphLoad AND NOT node:PaperGraphLoadBatch RETURN count(node) AS number"));
        Assert.Equal(0L, left.Value(0, "number"));
    }

    private Task<LoadReport> LoadAsync(KnowledgeGraph graph, LoadOptions? options = null) => new GraphLoader(Neo4j, options).LoadAsync(graph, Store);

    private async Task<List<GraphDifference>> DifferencesAsync(KnowledgeGraph graph)
    {
        var differences = new List<GraphDifference>();
        GraphComparison comparison = await new GraphLoader(Neo4j).VerifyAsync(graph, differences.Add);
        Assert.Equal(differences.Count, comparison.Differences);
        Assert.Equal((graph.NodeCount, graph.EdgeCount), (comparison.Nodes, comparison.Edges));
        return differences;
    }

    /// <summary>Called at once, in the load's own flow.</summary>
    private sealed class Callback(Action action) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => action();
    }
}
