using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;
using PaperGraph.Training;

namespace PaperGraph.Tests.Training;

public class PosTrainingTests
{
    [Fact]
    public void TagsOf_AdjectiveThatTitlesWriteAsAName_IsAnAdjective() =>
        Assert.Equal(PartOfSpeech.Adjective, OnlyTag("sparse", ("Sparse", "NNP", "codes", "NNS"), ("some", "DT", "sparse", "JJ")));

    [Fact]
    public void TagsOf_VerbWithAndWithoutTo_IsAVerb() =>
        Assert.Equal(PartOfSpeech.BaseVerb, OnlyTag("predict", ("to", "TO", "predict", "VB"), ("to", "TO", "predict", "VB"), ("they", "PRP", "predict", "VBP")));

    [Fact]
    public void TagsOf_WordOfTwoKinds_HasNoOnlyTag() =>
        Assert.Null(OnlyTag("release", ("to", "TO", "release", "VB"), ("the", "DT", "release", "NN")));

    [Theory]
    [InlineData("containing", "the", "DT", true)]
    [InlineData("depending", "on", "IN", true)]
    [InlineData("growing", "number", "NN", false)]
    public void TagsOf_VerbInIng_TakesAnObjectWhereOneFollows(string word, string next, string tag, bool takes) => Assert.Equal(takes, TagsOf(word, [(word, "VBG", next, tag)]).TakesObject);

    private static PartOfSpeech? OnlyTag(string word, params (string First, string FirstTag, string Second, string SecondTag)[] pairs) => TagsOf(word, pairs).Only is > 0 and byte only ? (PartOfSpeech)(only - 1) : null;

    /// <summary>Of a collection that has each pair of words in twenty texts.</summary>
    private static WordTags TagsOf(string word, (string First, string FirstTag, string Second, string SecondTag)[] pairs)
    {
        var statistics = WordStatistics.Count([.. Enumerable.Range(0, 20).SelectMany(_ => pairs).Select((pair, i) => new TrainingPaper("p" + i, "", "Then " + pair.First + " " + pair.Second))]);
        var tokens = new TokenizedText();
        IEnumerable<(TokenizedText Text, int[] Tags)> Texts()
        {
            foreach ((string first, string firstTag, string second, string secondTag) in Enumerable.Range(0, 20).SelectMany(_ => pairs))
            {
                new Tokenizer(static _ => false).Tokenize("", "Then " + first + " " + second, [], tokens);
                yield return (tokens, PosTraining.Align(tokens, [("Then", "RB"), (first, firstTag), (second, secondTag)]));
            }
        }

        return PosTraining.TagsOf(statistics, Texts())[Array.IndexOf(statistics.Words, TextHash.OfWord(word))];
    }
}
