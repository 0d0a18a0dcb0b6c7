using PaperGraph.Queries;
using PaperGraph.Relatedness;
using PaperGraph.Storage;
using PaperGraph.Tests.Support;
using PaperGraph.Tokens;

namespace PaperGraph.Tests.Queries;

/// <summary>Whole answers over the repository's own pages, as people see them: a change of the ranking or of the reasons shows in the diff.</summary>
public sealed class AnswersGoldenTests(SampleStore sample) : IClassFixture<SampleStore>
{
    [Theory]
    [InlineData("related", "related", "OTOv3")]
    [InlineData("related-explained", "related", "DepGraph", "--explain", "--limit", "2")]
    [InlineData("related-several", "related", "DepGraph", "OTOv2", "--limit", "3", "--json")]
    [InlineData("search", "search", "mixture of experts", "--limit", "5")]
    [InlineData("search-fields", "search", "pruning code:released after:2022", "--limit", "5")]
    [InlineData("search-kind", "search", "kind:Dataset", "--limit", "8")]
    [InlineData("path", "path", "ColBERT", "DINOv2", "--limit", "2")]
    public async Task Answer_OverThePages_IsTheGoldenOne(string name, params string[] command)
    {
        CommandRun run = await sample.AskAsync(command);

        Assert.Equal(0, run.ExitCode);
        GoldenFile.Matches($"Queries/{name}.txt", run.Output);
    }

    /// <summary>By the estimate, which both builds have.</summary>
    [Fact]
    public void Context_OverThePages_IsTheGoldenOne()
    {
        using var store = PaperGraphStore.Open(sample.Path);
        SearchAnswer found = store.Search("key-value cache");
        ContextPack pack = new ContextQuery(store.Graph, new EstimatedTokenCounter(), RelatednessModel.Shipped).Ask(
            "key-value cache", [.. found.Rows.Select(row => (new NodeLookup(store.Graph).Paper(row.Id).Nodes[0], row.Score))], budget: 400);

        Assert.InRange(pack.Tokens, 200, 400);
        GoldenFile.Matches("Queries/context.txt", pack.Text);
    }
}
