using PaperGraph.Cli.Filters;

namespace PaperGraph.Tests.Cli;

public sealed class OrderedPipelineTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task RunAsync_WorkOfUnequalLength_GivesResultsInTheOrderOfTheInput(int threads)
    {
        var taken = new List<int>();
        await OrderedPipeline.RunAsync(
            Enumerable.Range(0, 200),
            number =>
            {
                Thread.SpinWait((number % 7) * 1000);
                return number;
            },
            taken.Add,
            threads,
            CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 200), taken);
    }

    [Fact]
    public async Task RunAsync_SlowTaker_HoldsTheInputBack()
    {
        int produced = 0;
        int most = 0;
        int taken = 0;
        await OrderedPipeline.RunAsync(
            Enumerable.Range(0, 500).Select(number =>
            {
                Interlocked.Increment(ref produced);
                return number;
            }),
            number => number,
            _ =>
            {
                most = Math.Max(most, Volatile.Read(ref produced) - ++taken);
                Thread.SpinWait(2000);
            },
            threads: 2,
            CancellationToken.None);

        Assert.InRange(most, 0, 12);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RunAsync_FailureInInputOrWork_IsThrownOnAfterWhatCameBefore(bool inInput)
    {
        var taken = new List<int>();
        Task run = OrderedPipeline.RunAsync(
            Enumerable.Range(0, 100).Select(number => inInput && number == 50 ? throw new InvalidOperationException("fifty") : number),
            number => !inInput && number == 50 ? throw new InvalidOperationException("fifty") : number,
            taken.Add,
            threads: 2,
            CancellationToken.None);

        Assert.Equal("fifty", (await Assert.ThrowsAsync<InvalidOperationException>(() => run)).Message);
        Assert.Equal(Enumerable.Range(0, 50), taken);
    }
}
