using PaperGraph.Relatedness;

namespace PaperGraph.Tests.Relatedness;

public sealed class PorterStemmerTests
{
    /// <summary>Examples of Porter's paper, step by step, and words of the field.</summary>
    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("feed", "feed")]
    [InlineData("agreed", "agre")]
    [InlineData("plastered", "plaster")]
    [InlineData("motoring", "motor")]
    [InlineData("conflated", "conflat")]
    [InlineData("hopping", "hop")]
    [InlineData("falling", "fall")]
    [InlineData("filing", "file")]
    [InlineData("happy", "happi")]
    [InlineData("relational", "relat")]
    [InlineData("vietnamization", "vietnam")]
    [InlineData("triplicate", "triplic")]
    [InlineData("adoption", "adopt")]
    [InlineData("probate", "probat")]
    [InlineData("controll", "control")]
    [InlineData("pruning", "prune")]
    [InlineData("pruned", "prune")]
    [InlineData("generalizations", "gener")]
    [InlineData("as", "as")]
    public void Stem_Word_IsPorters(string word, string stem)
    {
        char[] letters = word.ToCharArray();

        Assert.Equal(stem, new string(letters, 0, PorterStemmer.Stem(letters)));
    }
}
