using PaperGraph.Extraction.Introductions;

namespace PaperGraph.Tests.Extraction.Introductions;

public class CuesTests
{
    [Theory]
    [InlineData("propose")]
    [InlineData("Propose")]
    [InlineData("PROPOSE")]
    public void Of_CapitalsOrSmallLetters_IsTheSameCue(string word) => Assert.Equal(CueKinds.Propose, Cues.Of(word));

    [Fact]
    public void Of_Cue_TellsAllItsKinds()
    {
        Assert.Equal(CueKinds.Propose | CueKinds.Weak, Cues.Of("construct"));
        Assert.Equal(CueKinds.Naming, Cues.Of("code-named"));
        Assert.Equal(CueKinds.Determiner, Cues.Of("a"));
        Assert.Equal(CueKinds.ClassNoun | CueKinds.DataNoun, Cues.Of("treebank"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("prepose")]
    [InlineData("proposed-")]
    [InlineData("ｗｅ")]
    [InlineData("7")]
    public void Of_AnythingElse_IsNone(string word) => Assert.Equal(CueKinds.None, Cues.Of(word));
}
