using PaperGraph.Extraction.Concepts;
using PaperGraph.Extraction.Text;
using PaperGraph.Models;

namespace PaperGraph.Extraction.Tagging;

/// <summary>All that extraction has learned: words, parts of speech, phrases, terms, ranking. Immutable; threads share it.</summary>
internal sealed class ExtractionModel
{
    public const string FileName = "extraction";

    private static readonly Lazy<ExtractionModel> s_shipped = new(() => new ExtractionModel(
        ModelFile.Shipped(FileName) ?? throw new InvalidOperationException("This build holds no extraction model: src/PaperGraph/Models/extraction.model was missing when it was built.")));

    /// <exception cref="InvalidDataException">The file is no extraction model of this version.</exception>
    public ExtractionModel(ModelFile file)
    {
        Lexicon = Lexicon.Read(file);
        PosTagger = new PosTagger(WeightRows.Read(file, "pos"));
        Phrases = PhraseTable.Read(file);
        TermTagger = TermTagger.Read(file);
        Kinds = HeadKinds.Read(file);
        Ranker = ConceptRanker.Read(file);
        Central = CentralWeights.Read(file);
        Calibration = ScoreCalibration.Read(file);
        Tokenizer = new Tokenizer(word => Lexicon.Keys.Find(TextHash.OfWord(word)) >= 0);
    }

    /// <summary>The model that the program comes with.</summary>
    public static ExtractionModel Shipped => s_shipped.Value;

    public Lexicon Lexicon { get; }

    public PosTagger PosTagger { get; }

    public PhraseTable Phrases { get; }

    public TermTagger TermTagger { get; }

    public HeadKinds Kinds { get; }

    public ConceptRanker Ranker { get; }

    public CentralWeights Central { get; }

    public ScoreCalibration Calibration { get; }

    public Tokenizer Tokenizer { get; }
}
