using System.Collections.Frozen;
using PaperGraph.Extraction.Concepts;
using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Training;

/// <summary>Tokenizes and tags papers with what is learned so far.</summary>
internal sealed class TrainingReader
{
    private readonly TaggedText _text = new();
    private readonly Lexicon _lexicon;
    private readonly PosTagger _tagger;
    private readonly Tokenizer _tokenizer;

    public TrainingReader(Lexicon lexicon, PosTagger tagger)
    {
        (_lexicon, _tagger) = (lexicon, tagger);
        _tokenizer = new Tokenizer(word => lexicon.Keys.Find(TextHash.OfWord(word)) >= 0);
    }

    /// <returns>The paper's text, until the next call.</returns>
    public TaggedText Read(TrainingPaper paper)
    {
        _tokenizer.Tokenize(paper.Title, paper.Abstract, [], _text.Text);
        _text.Prepare(_lexicon);
        _tagger.Tag(_text);
        return _text;
    }

    public static HashSet<ulong> PhrasesOf(IEnumerable<string> phrases)
    {
        HashSet<ulong> hashes = [.. phrases.Select(phrase => TaggedText.HashOf(phrase))];
        hashes.Remove(0);
        return hashes;
    }
}

/// <summary>Reads papers up to their candidates, to learn from them.</summary>
internal sealed class TrainingWorkspace(TrainingReader reading, PhraseTable phrases, TermTagger tagger)
{
    private readonly TermFeatures _features = new(phrases);
    private readonly TermLattice _lattice = new();
    private readonly CandidateSet _candidates = new();

    public void AddTo(HeadKindTraining kinds, TrainingPaper paper) => kinds.Add(Read(paper), _candidates);

    public void AddTo(RankTraining ranking, TrainingPaper paper, IReadOnlySet<ulong> gold, RankWeights weights, int part = RankTraining.InAll, IReadOnlySet<ulong>? undecided = null)
    {
        TaggedText text = Read(paper);
        ranking.Add(text, _features, _candidates, gold, undecided ?? FrozenSet<ulong>.Empty, weights, part);
    }

    private TaggedText Read(TrainingPaper paper)
    {
        TaggedText text = reading.Read(paper);
        tagger.Tag(text, _features, _lattice);
        _candidates.Collect(text, _features, _lattice);
        return text;
    }
}
