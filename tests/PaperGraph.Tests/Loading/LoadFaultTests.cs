using PaperGraph.Cypher;
using PaperGraph.Graph;
using PaperGraph.Loading;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Loading;

/// <summary>Loads over a network that fails. Nothing is lost and nothing doubled.</summary>
[Trait("Category", "Live")]
[Collection(LiveNeo4j.Collection)]
public sealed class LoadFaultTests : IAsyncLifetime
{
    private const string Store = "store-of-faults";
    private ICypherExecutor? _neo4j;

    public async Task InitializeAsync()
    {
        _neo4j = CypherTransport.Connect(LiveNeo4j.HttpTarget);
        await LiveNeo4j.EmptyAsync(_neo4j);
    }

    public async Task DisposeAsync()
    {
        await LiveNeo4j.EmptyAsync(_neo4j!);
        await _neo4j!.DisposeAsync();
    }

    /// <summary>Each connection is cut somewhere, in the middle of a question or of its answer; at last one holds for as long as it takes.</summary>
    [LiveTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Load_ConnectionsCut_LosesAndDoublesNothing(int seed)
    {
        var random = new Random(seed);
        int[] allowances = [.. Enumerable.Range(0, 10).Select(_ => random.Next(100, 60_000))];
        await using var proxy = new FaultyProxy(LiveNeo4j.HttpTarget.Address, connection => connection < allowances.Length ? allowances[connection] : long.MaxValue);
        KnowledgeGraph graph = LoadableGraph.Of(seed, papers: 25);

        await LoadUntilDoneAsync(LiveNeo4j.TargetAt(proxy.Address), CypherExecutorOptions.Default, graph);

        Assert.InRange(proxy.Connections, 4, 1000);
        Assert.Empty(await DifferencesAsync(graph));
    }

    [LiveFact]
    public async Task Load_ConnectionsStall_LosesAndDoublesNothing()
    {
        await using var proxy = new FaultyProxy(LiveNeo4j.HttpTarget.Address, connection => connection < 2 ? 20_000 * (connection + 1) : long.MaxValue, stalls: true);
        KnowledgeGraph graph = LoadableGraph.Of(seed: 3, papers: 25);

        await LoadUntilDoneAsync(LiveNeo4j.TargetAt(proxy.Address), CypherExecutorOptions.Default with { AnswerTimeout = TimeSpan.FromSeconds(8) }, graph);

        Assert.Empty(await DifferencesAsync(graph));
    }

    /// <summary>The later one goes on, the earlier one stops with a word; then all is there once.</summary>
    [LiveFact]
    public async Task Load_TwoAtOnce_LosesAndDoublesNothing()
    {
        KnowledgeGraph graph = LoadableGraph.Of(seed: 4, papers: 25);
        await DatabaseSchema.EnsureAsync(_neo4j!);

        Task<bool>[] loads = [.. Enumerable.Range(0, 2).Select(_ => TryLoadAsync(LiveNeo4j.HttpTarget, CypherExecutorOptions.Default, graph))];
        bool[] done = await Task.WhenAll(loads);

        Assert.Contains(true, done);
        Assert.Empty(await DifferencesAsync(graph));
    }

    /// <summary>As a person would: type the command again.</summary>
    private static async Task LoadUntilDoneAsync(Neo4jTarget target, CypherExecutorOptions options, KnowledgeGraph graph)
    {
        for (int attempt = 0; attempt < 20; attempt++)
        {
            if (await TryLoadAsync(target, options, graph))
            {
                return;
            }
        }

        Assert.Fail("Twenty loads did not get through.");
    }

    private static async Task<bool> TryLoadAsync(Neo4jTarget target, CypherExecutorOptions options, KnowledgeGraph graph)
    {
        await using ICypherExecutor neo4j = CypherTransport.Connect(target, options);
        try
        {
            LoadReport report = await new GraphLoader(neo4j, new LoadOptions { BatchRows = 200, RetryDelay = TimeSpan.FromMilliseconds(20) }).LoadAsync(graph, Store);
            return report is { Missing: 0, Extra: 0 };
        }
        catch (Exception exception) when (exception is Neo4jException or LoadException)
        {
            return false;
        }
    }

    private async Task<List<GraphDifference>> DifferencesAsync(KnowledgeGraph graph)
    {
        var differences = new List<GraphDifference>();
        await new GraphLoader(_neo4j!).VerifyAsync(graph, differences.Add);
        return differences;
    }
}
