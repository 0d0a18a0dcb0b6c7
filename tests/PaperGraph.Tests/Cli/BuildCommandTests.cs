using System.Text.Json;
using PaperGraph.Cli;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Cli;

public sealed class BuildCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Build_SamplePages_AccountsForEveryRecord()
    {
        CommandRun run = await BuildAsync(RepositoryFiles.PathOf("data/pages"), "--json");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        JsonElement summary = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(64, summary.GetProperty("read").GetInt32());
        Assert.Equal(59, summary.GetProperty("kept").GetInt32());
        Assert.Equal(5, summary.GetProperty("merged").GetInt32());
        Assert.Equal(34, summary.GetProperty("dated").GetInt32());
    }

    [Fact]
    public async Task Build_Verbose_ListsItsStagesBesideTheSameSummary()
    {
        CommandRun run = await BuildAsync(RepositoryFiles.PathOf("data/pages/dense-retrieval.txt"), "--verbose", "--json");

        Assert.Equal(8, JsonDocument.Parse(run.Output).RootElement.GetProperty("read").GetInt32());
        foreach (string stage in (string[])["reading and extraction", "graph", "  concepts", "rows of the graph", "in all"])
        {
            Assert.Matches($"(?m)^{stage} +[0-9.]+ +[0-9.]+", run.Error);
        }
    }

    [SharedFact]
    public async Task Build_Seeds_GivesTheCountsThatAreKnown()
    {
        CommandRun run = await BuildAsync(SharedFactAttribute.PathOf("seeds"));

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("5 pages · 508 records = 465 papers + 43 merged + 0 rejected\ndates   150 known, 315 not on the page\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_BinaryAmongPages_IsListedAndTheRestIsKept()
    {
        string pages = Directory.CreateDirectory(_folder.PathOf("pages")).FullName;
        File.Copy(RepositoryFiles.PathOf("data/pages/dense-retrieval.txt"), Path.Combine(pages, "good.txt"));
        File.WriteAllBytes(Path.Combine(pages, "bad.bin"), [0, 1, 2, 3, 0, 0]);

        CommandRun run = await BuildAsync(pages);

        Assert.Equal(ExitCode.Problems, run.ExitCode);
        Assert.Contains("bad.bin:1: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("8 records = 8 papers + 0 merged + 0 rejected", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_WithAVocabulary_ReportsEachLineAndKeepsIt()
    {
        string words = _folder.Write("words.txt", "# mine\nmerge a = b\nsame mixture of experts = sparse MoE\ndrop no such idea\n");

        CommandRun first = await BuildAsync(RepositoryFiles.PathOf("data/pages"), "--vocabulary", words);
        CommandRun later = await BuildAsync(RepositoryFiles.PathOf("data/pages"));
        CommandRun emptied = await AskAsync("build", "--vocabulary", _folder.Write("empty.txt", ""));

        Assert.Equal(ExitCode.Problems, first.ExitCode);
        Assert.Contains("words.txt:2: 'merge' is no rule", first.Error, StringComparison.Ordinal);
        Assert.Contains("words   2 rules, ", first.Output, StringComparison.Ordinal);
        Assert.Contains("no effect: no such concept: \"no such idea\"", first.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, later.ExitCode);
        Assert.Contains("words   2 rules of an earlier --vocabulary still hold", later.Output, StringComparison.Ordinal);
        Assert.Contains("words   0 rules", emptied.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_VocabularyThatIsMissing_IsWrongUsageAndMakesNoStore()
    {
        CommandRun run = await BuildAsync(RepositoryFiles.PathOf("data/pages"), "--vocabulary", _folder.PathOf("none.txt"));

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("none.txt", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, (await AskAsync("stats")).ExitCode);
    }

    [Fact]
    public async Task Build_WithoutInputAndVocabulary_IsWrongUsage() => Assert.Equal(ExitCode.Usage, (await AskAsync("build")).ExitCode);

    [Fact]
    public async Task Remove_APage_ThenBuildAgain_GivesTheSameStats()
    {
        await BuildAsync(RepositoryFiles.PathOf("data/pages"), "--quiet");
        string before = (await AskAsync("stats", "--json")).Output;

        CommandRun removed = await AskAsync("remove", "dense-retrieval.txt");
        Assert.Equal("1 source removed, 8 papers with it; 51 papers left\n", removed.Output);
        Assert.NotEqual(before, (await AskAsync("stats", "--json")).Output);
        await BuildAsync(RepositoryFiles.PathOf("data/pages"), "--quiet");

        Assert.Equal(before, (await AskAsync("stats", "--json")).Output);
    }

    [Fact]
    public async Task Remove_UnknownSource_IsWrongUsage()
    {
        await BuildAsync(RepositoryFiles.PathOf("data/pages/dense-retrieval.txt"), "--quiet");

        CommandRun run = await AskAsync("remove", "nope.txt");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("dense-retrieval.txt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stats_WithoutAStore_FailsAndSaysHowToMakeOne()
    {
        CommandRun run = await AskAsync("stats");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("papergraph build", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandRun> BuildAsync(string input, params string[] options) => AskAsync(["build", input, .. options]);

    private Task<CommandRun> AskAsync(params string[] arguments) =>
        CommandRun.OfAsync(arguments, input: "", new Dictionary<string, string> { ["PAPERGRAPH_STORE"] = _folder.PathOf("graph.papergraph") });
}
