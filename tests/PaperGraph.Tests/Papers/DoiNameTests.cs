using PaperGraph.Papers;

namespace PaperGraph.Tests.Papers;

public sealed class DoiNameTests
{
    [Theory]
    [InlineData("10.1000/182", "10.1000/182")]
    [InlineData(" https://doi.org/10.1000/ABC.d(1) ", "10.1000/abc.d(1)")]
    [InlineData("http://dx.doi.org/10.1000/182", "10.1000/182")]
    [InlineData("DOI: 10.1000/182", "10.1000/182")]
    public void TryParse_WithOrWithoutResolver_IsOneSpelling(string text, string doi)
    {
        Assert.True(DoiName.TryParse(text, out string? found));
        Assert.Equal(doi, found);
    }

    [Theory]
    [InlineData("10.1000")]
    [InlineData("10.1000/")]
    [InlineData("11.1000/182")]
    [InlineData("10.1000/1 82")]
    [InlineData("none")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_NoDoi_IsFalse(string? text) => Assert.False(DoiName.TryParse(text, out _));
}
