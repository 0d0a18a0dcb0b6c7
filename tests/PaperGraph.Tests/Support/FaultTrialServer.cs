namespace PaperGraph.Tests.Support;

/// <summary>What all trials at length share: a server that may be killed, and two stores.</summary>
public sealed class FaultTrialServer : IAsyncLifetime
{
    private const int Papers = 500;

    private readonly TemporaryFolder _folder = new();
    private SharedNeo4j? _neo4j;

    /// <summary>Two stores that share half of their papers: from one to the other a load writes and takes off.</summary>
    internal string[] Stores => [_folder.PathOf("0.papergraph"), _folder.PathOf("1.papergraph")];

    internal SharedNeo4j Neo4j => _neo4j ?? throw new InvalidOperationException("No trials were asked for.");

    public async Task InitializeAsync()
    {
        if (FaultTrials.ReasonToSkip is not null)
        {
            return;
        }

        for (int i = 0; i < Stores.Length; i++)
        {
            string page = _folder.Write($"{i}.jsonl", GeneratedPapers.JsonLines(i * Papers / 2, Papers));
            Assert.Equal(0, (await CommandRun.OfAsync("build", page, "--store", Stores[i], "--quiet")).ExitCode);
        }

        _neo4j = await SharedNeo4j.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_neo4j is not null)
        {
            await _neo4j.DisposeAsync();
        }

        _folder.Dispose();
    }
}
