using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Cli;

public sealed class KeyTests
{
    [Fact]
    public async Task Key_Lines_GiveTextAndKeyInOrder()
    {
        CommandRun run = await CommandRun.OfAsync(["key"], "Graph Neural Networks\n\nsay \"hi\"\r\n");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("""
            {"text":"Graph Neural Networks","key":"graph neural network"}
            {"text":"","key":""}
            {"text":"say \"hi\"","key":"say hi"}

            """, run.Output, ignoreLineEndingDifferences: true);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Key_NoInput_GivesNothing() => Assert.Equal("", (await CommandRun.OfAsync(["key"], "")).Output);
}
