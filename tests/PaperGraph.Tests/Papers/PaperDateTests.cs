using PaperGraph.Papers;

namespace PaperGraph.Tests.Papers;

public sealed class PaperDateTests
{
    [Theory]
    [InlineData("2024")]
    [InlineData("2024-02")]
    [InlineData("2024-02-29")]
    public void TryParse_ThenToString_GivesTheTextBack(string text)
    {
        Assert.True(PaperDate.TryParse(text, out PaperDate date));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2024-13")]
    [InlineData("2024-00-10")]
    [InlineData("Feb 2024")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_NoSuchDay_IsFalse(string? text) => Assert.False(PaperDate.TryParse(text, out _));

    [Fact]
    public void TryParse_WithTime_KeepsTheDay()
    {
        Assert.True(PaperDate.TryParse("2024-02-05T10:00:00Z", out PaperDate date));
        Assert.Equal("2024-02-05", date.ToString());
    }
}
