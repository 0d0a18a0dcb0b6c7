using PaperGraph.Concepts;
using PaperGraph.Training;

namespace PaperGraph.Tests.Training;

public sealed class ShortFormTrainingTests
{
    private static readonly string[] s_texts =
    [
        .. Enumerable.Repeat("Here a rotating beam filter (RBF) is used.", 12), "Here a rotatting beam filter (RBF) is used.", "Here a red bean factory (RBF) is used.",
        .. Enumerable.Repeat("We grow a wide pine tree (WPT).", 6), .. Enumerable.Repeat("We store a warm pool token (WPT).", 5), .. Enumerable.Repeat("We use a bent axle (BA) today.", 40),
    ];

    [Fact]
    public void Table_DominantLongForm_IsKept() => Assert.Equal("rotating beam filter", Table(s_texts).Expand("rbf"));

    [Fact]
    public void Table_SlipOfIt_LeadsToTheRightSpelling() => Assert.Equal("rotating beam filter", Table(s_texts).Expand("rotatting beam filter"));

    [Fact]
    public void Table_TwoMeanings_AreLeftOut() => Assert.Equal("wpt", Table(s_texts).Expand("wpt"));

    [Fact]
    public void Table_TwoLetters_AreLeftOut() => Assert.Equal("BA", Table(s_texts).Expand("BA"));

    [Fact]
    public void Table_OtherOrder_HasTheSameLines() => Assert.Equal(Text(s_texts), Text(s_texts.Reverse()));

    [Theory]
    [InlineData("DNNs", "deep neural network")]
    [InlineData("stochastic gradient decent", "stochastic gradient descent")]
    [InlineData("SOTA", "state of the art")]
    [InlineData("AI", "ai")]
    [InlineData("tree", "tree")]
    public void Shipped_KnowsWhatPapersDefine(string text, string key) => Assert.Equal(key, KnownShortForms.Shipped.Expand(ConceptKey.Of(text)));

    [Fact]
    public void Read_BrokenLine_SaysWhich()
    {
        var exception = Assert.Throws<InvalidDataException>(() => KnownShortForms.Read(new StringReader("short\ta\tb\t1\t1\nshort a b\n")));
        Assert.Contains("line 2", exception.Message, StringComparison.Ordinal);
    }

    private static KnownShortForms Table(IEnumerable<string> texts) => KnownShortForms.Read(new StringReader(Text(texts)));

    private static string Text(IEnumerable<string> texts)
    {
        var training = new ShortFormTraining();
        foreach (string text in texts)
        {
            training.Add("", text);
        }

        return training.ToTable();
    }
}
