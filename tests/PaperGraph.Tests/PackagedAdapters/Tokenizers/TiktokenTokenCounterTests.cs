using PaperGraph.Tests.Support;
using PaperGraph.Tokens;

namespace PaperGraph.Tests.PackagedAdapters.Tokenizers;

public sealed class TiktokenTokenCounterTests
{
    [Fact]
    public void Count_KnownText_IsExact()
    {
        ITokenCounter counter = TokenCounters.For();

        Assert.False(counter.IsEstimate);
        Assert.Equal(2, counter.Count("hello world"));
    }

    /// <summary>The lean build's estimate may spend a budget: it must not be far too low.</summary>
    [Fact]
    public void Estimate_OverTheSamplePages_IsAtMostFivePercentTooLow()
    {
        ITokenCounter exact = TokenCounters.For();
        var estimate = new EstimatedTokenCounter();
        foreach (string page in Directory.EnumerateFiles(RepositoryFiles.PathOf("data/pages"), "*.txt"))
        {
            string text = File.ReadAllText(page);
            Assert.InRange((double)estimate.Count(text) / exact.Count(text), 0.95, 1.10);
        }
    }
}
