using PaperGraph.Papers;

namespace PaperGraph.Tests.Papers;

public sealed class ArxivNumberTests
{
    [Theory]
    [InlineData("2401.04088", "2401.04088")]
    [InlineData("arXiv:2401.04088v2", "2401.04088")]
    [InlineData("0704.0001", "0704.0001")]
    [InlineData("https://arxiv.org/abs/2401.04088", "2401.04088")]
    [InlineData("arxiv.org/pdf/2401.04088v3.pdf", "2401.04088")]
    [InlineData("hep-th/9901001v1", "hep-th/9901001")]
    [InlineData("math.GT/0309136", "math.gt/0309136")]
    public void TryParse_AnyForm_IsTheNumberWithoutVersion(string text, string number)
    {
        Assert.True(ArxivNumber.TryParse(text, out string? found));
        Assert.Equal(number, found);
    }

    [Theory]
    [InlineData("2401.040")]
    [InlineData("2401.040881")]
    [InlineData("10.1000/182")]
    [InlineData("see 2401.04088")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_NoNumber_IsFalse(string? text) => Assert.False(ArxivNumber.TryParse(text, out _));
}
