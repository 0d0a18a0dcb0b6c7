using System.Runtime.Intrinsics;
using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Tests.Extraction.Tagging;

public class TermLatticeTests
{
    /// <summary>A mention that begins somewhere ends somewhere: its chances over all ends are the chance that it begins.</summary>
    [Fact]
    public void ChancesFrom_AllEnds_AddUpToTheBeginning()
    {
        ExtractionModel model = ExtractionModel.Shipped;
        var random = new Random(7);
        for (int round = 0; round < 20; round++)
        {
            var text = new TaggedText();
            model.Tokenizer.Tokenize(GeneratedText.Of(random, 6), GeneratedText.Of(random, 80), [], text.Text);
            text.Prepare(model.Lexicon);
            model.PosTagger.Tag(text);
            var lattice = new TermLattice();
            model.TermTagger.Tag(text, new TermFeatures(model.Phrases), lattice);
            for (int first = 0; first < text.Count; first++)
            {
                int end = EndOfSentence(text, first);
                var chances = new Vector256<float>[end - first + 1];
                lattice.ChancesFrom(first, end, chances);
                for (int type = 0; type < TermLabel.Types; type++)
                {
                    Assert.Equal(lattice.Begins(first)[type], chances.Sum(chance => chance[type]), 1e-4f);
                }
            }
        }
    }

    private static int EndOfSentence(TaggedText text, int token)
    {
        while (token + 1 < text.Count && !text.Text[token + 1].Has(TokenTraits.SentenceStart))
        {
            token++;
        }

        return token;
    }
}
