using PaperGraph.Extraction.Tagging;

namespace PaperGraph.Tests.Extraction.Tagging;

public class PhraseSpansTests
{
    private const int Seed = 20261122;

    /// <summary>Inside a noun phrase and over its bounds, short and long, also of a text that comes after a longer one.</summary>
    [Fact]
    public void CountsOf_EveryStretch_IsWhatTheTableHolds()
    {
        ExtractionModel model = ExtractionModel.Shipped;
        var random = new Random(Seed);
        var features = new TermFeatures(model.Phrases);
        var text = new TaggedText();
        foreach (int words in (int[])[150, 700, 20])
        {
            model.Tokenizer.Tokenize(GeneratedText.Of(random, 8), GeneratedText.Of(random, words) + " deep convolutional neural network image segmentation task results data model", [], text.Text);
            text.Prepare(model.Lexicon);
            model.PosTagger.Tag(text);
            features.Prepare(text);
            for (int first = 0; first < text.Count; first++)
            {
                for (int last = first; last < Math.Min(text.Count, first + 10); last++)
                {
                    Assert.Equal(text.PhraseOf(first, last), features.Phrases.HashOf(text, first, last));
                    Assert.Equal(model.Phrases[text.PhraseOf(first, last)], features.Phrases.CountsOf(text, first, last));
                }
            }
        }
    }
}
