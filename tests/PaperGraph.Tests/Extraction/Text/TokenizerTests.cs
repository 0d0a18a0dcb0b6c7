using PaperGraph.Extraction.Text;

namespace PaperGraph.Tests.Extraction.Text;

public class TokenizerTests
{
    private static TokenizedText Tokens(string text)
    {
        var target = new TokenizedText();
        new Tokenizer(static word => word is "networks").Tokenize("", text, [], target);
        return target;
    }

    private static string[] Forms(string text)
    {
        TokenizedText tokens = Tokens(text);
        return [.. Enumerable.Range(0, tokens.Count).Select(i => tokens.FormOf(i).ToString())];
    }

    [Theory]
    [InlineData("A self-supervised method, e.g. ours.", "a|self-supervised|method|,|e.g|ours|.")]
    [InlineData("Neural net- works and pre- and post-training.", "neural|networks|and|pre|and|post-training|.")]
    [InlineData("the $k$-means and $O(n \\log n)$ time", "the|k-means|and||time")]
    [InlineData("an \\emph{exact} {\\em fast} solver", "an|exact|fast|solver")]
    [InlineData("train–test splits of “ImageNet”", "train-test|splits|of|\"|imagenet|\"")]
    [InlineData("Poincar\\'e maps, Pearson's r, don't", "poincare|maps|,|pearson|'s|r|,|don't")]
    [InlineData("It fails.We mend it.", "it|fails|.|we|mend|it|.")]
    [InlineData("C++, 3.5 points, 10,000 images, Recall@10, mAP", "c++|,|3.5|points|,|10,000|images|,|recall@10|,|map")]
    [InlineData("see https://example.org/a_b.", "see||.")]
    public void Tokenize_RealTextsHabits_GivesForms(string text, string forms) => Assert.Equal(forms, string.Join('|', Forms(text)));

    [Theory]
    [InlineData("It fails.We mend it.", 2)]
    [InlineData("Smith et al. show it, i.e. they do. Then (see Fig. 3) it ends! Why?", 3)]
    [InlineData("We reach 3.5 points on v1.2 of it.", 1)]
    public void Tokenize_Sentences_AreCounted(string text, int sentences)
    {
        TokenizedText tokens = Tokens(text);
        Assert.Equal(sentences, Enumerable.Range(0, tokens.Count).Count(i => tokens[i].Has(TokenTraits.SentenceStart)));
    }

    [Fact]
    public void Tokenize_AnyText_GivesAscendingSpansInside()
    {
        const string alphabet = "ab Z9-.,'’$\\{}()[]/\u2013é\uD835\uDC00\u0301~@_&ﬁ\n";
        for (int seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            string text = string.Concat(Enumerable.Range(0, random.Next(0, 120)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            TokenizedText tokens = Tokens(text);
            int end = 0;
            for (int i = 0; i < tokens.Count; i++)
            {
                Assert.True(tokens[i].Start >= end && tokens[i].End > tokens[i].Start && tokens[i].End <= text.Length, $"seed {seed}: {text}");
                end = tokens[i].End;
            }
        }
    }
}
