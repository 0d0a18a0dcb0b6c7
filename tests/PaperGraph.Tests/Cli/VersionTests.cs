using PaperGraph.Cli;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Cli;

public sealed class VersionTests
{
    [Fact]
    public async Task Version_Capabilities_FollowTheBuildProperty()
    {
        CommandRun run = await CommandRun.OfAsync("--version");

        string expected = RepositoryFiles.PackagedAdapters ? "+http +bolt +quikgraph +tokens" : "+http -bolt -quikgraph ~tokens(estimated)";
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Matches("^papergraph [0-9]+\\.[0-9]+\\.[0-9]+", run.Output);
        Assert.EndsWith("\ncapabilities: " + expected + "\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownCommand_ExitsWithUsageAndOneLine()
    {
        CommandRun run = await CommandRun.OfAsync("frobnicate");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("papergraph: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("frobnicate", run.Error, StringComparison.Ordinal);
    }
}
