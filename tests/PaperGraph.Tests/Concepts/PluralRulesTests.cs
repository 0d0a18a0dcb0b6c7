using PaperGraph.Concepts;

namespace PaperGraph.Tests.Concepts;

public sealed class PluralRulesTests
{
    [Theory]
    [InlineData("matrices", "matrix")]
    [InlineData("networks", "network")]
    [InlineData("policies", "policy")]
    [InlineData("losses", "loss")]
    [InlineData("analyses", "analysis")]
    [InlineData("equilibria", "equilibrium")]
    [InlineData("bias", "bias")]
    [InlineData("biases", "bias")]
    [InlineData("databases", "database")]
    [InlineData("batches", "batch")]
    [InlineData("caches", "cache")]
    [InlineData("consensus", "consensus")]
    [InlineData("robotics", "robotics")]
    [InlineData("metrics", "metric")]
    [InlineData("movies", "movie")]
    [InlineData("nms", "nms")]
    [InlineData("css", "css")]
    public void Singular_OfAWord_IsTheNoun(string word, string singular) => Assert.Equal(singular, PluralRules.Singular(word));

    [Theory]
    [InlineData("llms", "llm", "llms")]
    [InlineData("gps", "gps", "gps")]
    public void Write_OfAShortForm_TakesItsPluralOff_AndSingularDoesNot(string word, string written, string singular)
    {
        Span<char> target = stackalloc char[word.Length + 1];

        Assert.Equal(written, target[..PluralRules.Write(word, target)].ToString());
        Assert.Equal(singular, PluralRules.Singular(word));
    }

    [Fact]
    public void Write_OfAnyWord_IsItsOwnSingularAndFits()
    {
        var random = new Random(5);
        string[] parts = ["a", "e", "s", "es", "ies", "uses", "ches", "ics", "x", "b", "heses", "is", "us", "ox", "zz", "criteria", "spectra"];
        for (int i = 0; i < 20_000; i++)
        {
            string word = string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => parts[random.Next(parts.Length)]));
            var target = new char[word.Length + 1];
            string singular = target.AsSpan(0, PluralRules.Write(word, target)).ToString();
            var again = new char[singular.Length + 1];
            Assert.Equal(singular, again.AsSpan(0, PluralRules.Write(singular, again)).ToString());
        }
    }
}
