using PaperGraph.Papers;

namespace PaperGraph.Tests.Papers;

public sealed class PaperIdTests
{
    [Theory]
    [InlineData("Mixtral of Experts", "mixtral  of\texperts!")]
    [InlineData("GPT-2: A Study", "gpt 2 – a study")]
    [InlineData("ﬁne-tuning", "Fine Tuning")]
    public void OfTitle_SameLettersAndDigits_IsTheSamePaper(string one, string other) =>
        Assert.Equal(PaperId.OfTitle(one), PaperId.OfTitle(other));

    [Fact]
    public void OfTitle_DigitsDiffer_AreTwoPapers() => Assert.NotEqual(PaperId.OfTitle("GPT-2"), PaperId.OfTitle("GPT-3"));

    [Fact]
    public void OfTitle_TextForm_IsSixteenHexDigits() => Assert.Matches("^title:[0-9a-f]{16}$", PaperId.OfTitle("Attention Is All You Need").ToString());

    [Fact]
    public void OfTitleAndIdentifier_DiffersFromTitleAlone() =>
        Assert.NotEqual(PaperId.OfTitle("Notes"), PaperId.OfTitleAndIdentifier("Notes", "doi:10.1000/182"));

    [Fact]
    public void Of_HalfASurrogatePair_StillHasAKey() => Assert.Equal("a b", TitleKey.Of("A \ud83d B"));
}
