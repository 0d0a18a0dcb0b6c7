using PaperGraph.Tokens;

namespace PaperGraph.Tests.Tokens;

public sealed class EstimatedTokenCounterTests
{
    private static readonly EstimatedTokenCounter Counter = new();

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("the model learns", 3)]
    [InlineData("12345", 2)]
    public void Count_PlainText_IsExact(string text, int tokens) => Assert.Equal(tokens, Counter.Count(text));

    [Fact]
    public void Count_OfMoreText_NeverShrinks()
    {
        const string text = "Sparse ViT-MoE (2021) — α-blending,\n\n 12 x 345678 日本語 \ud83d\ude00 naïve\ttabs";
        int before = 0;
        for (int length = 1; length <= text.Length; length++)
        {
            int now = Counter.Count(text[..length]);
            Assert.True(now >= before - 1, $"{before} tokens became {now} at {length}.");
            before = now;
        }
    }

    [Fact]
    public void Count_SaysThatItIsAnEstimate() => Assert.True(Counter.IsEstimate);

    [Fact]
    public void For_UnknownVocabulary_NamesTheOneThereIs() =>
        Assert.Contains("o200k_base", Assert.Throws<ArgumentException>(() => TokenCounters.For("p50k_base")).Message, StringComparison.Ordinal);
}
