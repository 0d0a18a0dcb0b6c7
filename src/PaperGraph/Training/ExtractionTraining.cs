using System.Runtime.InteropServices;
using PaperGraph.Extraction.Concepts;
using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;
using PaperGraph.Models;

namespace PaperGraph.Training;

/// <summary>Learns the extraction model from a corpus of papers and a folder of annotated ones. The same files give the same bytes.</summary>
/// <remarks>One thread, scalar arithmetic, fixed order. What is learned from what: <c>src/PaperGraph/Models/README.md</c>.</remarks>
public sealed class ExtractionTraining
{
    private const int FineClasses = 250;
    private const int CoarseClasses = 48;
    private const int PosRounds = 5;
    private const int PosBuckets = 24_000;
    private const double TermPenalty = 1;
    private const int TermIterations = 60;
    private const int TermBuckets = 60_000;

    /// <summary>The term tagger that looks at a paper must not have learned from it, or the ranker would trust it too much.</summary>
    private const int Folds = 5;

    /// <summary>One paper of so many is enough for the kinds of heads.</summary>
    private const int PapersForOneOfKinds = 2;

    /// <summary>Parts of the papers that a ranker is learned without.</summary>
    private const int Parts = 3;

    /// <summary>Weight of a collection of some dozen papers, of which chance decides more.</summary>
    private const double FewPapers = 0.5;

    private readonly string _folder;
    private readonly string _corpusFile;
    private readonly string _pagesFolder;
    private readonly Action<string> _progress;
    private readonly Tokenizer _plainTokenizer = new(static _ => false);

    /// <param name="evaluationFolder">Holds <c>inspec-train.jsonl</c>, <c>kdd.jsonl</c>, <c>scierc-train.jsonl</c>, <c>silver-pos.jsonl.gz</c>, and, if pages are to be learned from,
    /// <c>seeds-dev-concepts.jsonl</c>.</param>
    /// <param name="corpusFile">Papers as JSON Lines, plain or gzip, some with the authors' <c>keywords</c>.</param>
    /// <param name="pagesFolder">Pages with the texts of the papers that <c>seeds-dev-concepts.jsonl</c> annotates; by default the folder <c>seeds</c> beside the evaluation folder's parent.</param>
    /// <param name="progress">Told each step as it is done.</param>
    public ExtractionTraining(string evaluationFolder, string corpusFile, string? pagesFolder = null, Action<string>? progress = null) =>
        (_folder, _corpusFile, _pagesFolder, _progress) = (evaluationFolder, corpusFile, pagesFolder ?? Path.Combine(evaluationFolder, "..", "..", "seeds"), progress ?? (static _ => { }));

    /// <returns>The bytes of the model file.</returns>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">A line of a file is not what it should be.</exception>
    public byte[] Train(CancellationToken cancellation = default)
    {
        List<TrainingPaper> corpus = [.. TrainingPaper.Read(_corpusFile)];
        List<TrainingPaper> terms = ReadAll("scierc-train.jsonl"), indexed = ReadAll("inspec-train.jsonl"), authored = ReadAll("kdd.jsonl");
        List<AnnotatedPaper> annotated = AnnotatedPaper.ReadAll(Path.Combine(_folder, "seeds-dev-concepts.jsonl"), _pagesFolder);
        _progress($"read {corpus.Count} papers of the corpus");
        var words = WordStatistics.Count(corpus);
        (byte[] fine, byte[] coarse) = WordClasses.Learn(words, FineClasses, CoarseClasses);
        _progress($"counted and classed {words.Words.Length} words");
        cancellation.ThrowIfCancellationRequested();
        (Lexicon lexicon, PosTagger tagger) = LearnPartsOfSpeech(words, fine, coarse, [.. corpus, .. terms, .. indexed, .. authored]);
        _progress("learned the parts of speech");
        cancellation.ThrowIfCancellationRequested();
        var reading = new TrainingReader(lexicon, tagger);
        List<(int Half, TrainingPaper Paper, HashSet<ulong> Keywords)> keywordPapers = [];
        PhraseStatistics statistics = CountPhrases(corpus, reading, keywordPapers);
        PhraseTable phrases = statistics.ToTable();
        _progress("counted the phrases");
        cancellation.ThrowIfCancellationRequested();
        TermTagger termTagger = LearnTerms(terms, reading, phrases);
        _progress("learned the terms");
        HeadKinds kinds = LearnKinds(corpus, reading, new TrainingWorkspace(reading, phrases, termTagger));
        _progress("learned the kinds");
        cancellation.ThrowIfCancellationRequested();
        var ranking = new RankTraining();
        TermTagger firstStranger = termTagger;
        for (int fold = 0; fold < Folds; fold++)
        {
            cancellation.ThrowIfCancellationRequested();
            TermTagger stranger = LearnTerms(terms.Where((_, i) => i % Folds != fold), reading, phrases);
            firstStranger = fold == 0 ? stranger : firstStranger;
            AddAll(ranking, new TrainingWorkspace(reading, phrases, stranger), terms.Where((_, i) => i % Folds == fold), RankTraining.Terms, _ => fold == 0 ? 0 : RankTraining.InAll);
        }

        _progress("let strangers tag the papers with terms");
        var workspace = new TrainingWorkspace(reading, phrases, termTagger);
        AddAll(ranking, workspace, indexed, RankTraining.Indexed, i => i % Folds == 0 ? 0 : RankTraining.InAll);
        AddAll(ranking, workspace, authored, RankTraining.Authored, _ => RankTraining.InAll);
        for (int i = 0; i < annotated.Count; i++)
        {
            TrainingPaper paper = annotated[i].Paper;
            workspace.AddTo(ranking, paper, annotated[i].Chosen, RankTraining.Annotated, PartOf(i), annotated[i].Undecided);
            workspace.AddTo(ranking, paper, annotated[i].Main, RankTraining.AnnotatedAsMain, PartOf(i));
        }

        for (int half = 0; half < 2; half++)
        {
            // Counted without the papers that the ranker learns from now.
            var others = new TrainingWorkspace(reading, statistics.ToTable(1 - half), termTagger);
            foreach ((_, TrainingPaper paper, HashSet<ulong> keywords) in keywordPapers.Where(paper => paper.Half == half))
            {
                others.AddTo(ranking, paper, keywords, RankTraining.Keywords);
            }
        }

        FeatureWeights ranker = ranking.Learn();
        _progress("learned the ranking");
        cancellation.ThrowIfCancellationRequested();
        FeatureWeights[] rankersOfOthers = [.. Enumerable.Range(0, annotated.Count > 0 ? Parts : 1).Select(ranking.Learn)];
        cancellation.ThrowIfCancellationRequested();
        var central = new CentralTraining();
        for (int part = 0; part < Parts && annotated.Count > 0; part++)
        {
            central.Add(Model(termTagger, rankersOfOthers[part], CentralWeights.Unlearned(), default), annotated.Where((_, i) => PartOf(i) == part));
        }

        CentralWeights centralWeights = central.Learn();
        _progress("learned what papers are about");
        var calibration = new CalibrationTraining();
        calibration.AddCollection(Model(firstStranger, rankersOfOthers[0], centralWeights, default), terms.Where((_, i) => i % Folds == 0).Select(paper => (paper, Gold(paper))));
        calibration.AddCollection(Model(termTagger, rankersOfOthers[0], centralWeights, default), indexed.Where((_, i) => i % Folds == 0).Select(paper => (paper, Gold(paper))));
        for (int part = 0; part < Parts && annotated.Count > 0; part++)
        {
            calibration.AddCollection(Model(termTagger, rankersOfOthers[part], centralWeights, default), annotated.Where((_, i) => PartOf(i) == part).Select(paper => (paper.Paper, paper.Chosen)), FewPapers / Parts);
        }

        _progress("fitted the scores");
        return File(termTagger, ranker, centralWeights, calibration.Learn());

        ExtractionModel Model(TermTagger terms, FeatureWeights weights, CentralWeights central, ScoreCalibration scores) => new(new ModelFile(File(terms, weights, central, scores)));

        byte[] File(TermTagger terms, FeatureWeights weights, CentralWeights central, ScoreCalibration scores) => ModelFile.Write(
        [
            Section("lexicon.keys", lexicon.Keys.Fingerprints),
            Section("lexicon.attributes", lexicon.Attributes),
            Section("pos", tagger.Weights.Rows),
            Section("phrases", phrases.Slots),
            Section("terms", terms.Weights.Rows),
            Section("terms.transitions", terms.Transitions),
            Section("kinds.keys", kinds.Keys.Fingerprints),
            Section("kinds.shares", kinds.Shares),
            Section("kinds.named", kinds.Named),
            Section("ranker", weights.Slots),
            Section("central", central.Values.ToArray()),
            Section("calibration", [scores]),
        ]);
    }

    /// <summary>Whether a paper's keywords are its authors' own words; some conferences give subject areas instead, written with a colon.</summary>
    internal static bool HasOwnKeywords(TrainingPaper paper) =>
        paper.Keyphrases.Length > 1 && !paper.Keyphrases.Any(keyword => keyword.Contains(':', StringComparison.Ordinal)) && !paper.Id.StartsWith("ijcai", StringComparison.Ordinal);

    private List<TrainingPaper> ReadAll(string file) => [.. TrainingPaper.Read(Path.Combine(_folder, file))];

    private (Lexicon Lexicon, PosTagger Tagger) LearnPartsOfSpeech(WordStatistics words, byte[] fine, byte[] coarse, List<TrainingPaper> papers)
    {
        var byId = new Dictionary<string, TrainingPaper>(StringComparer.Ordinal);
        foreach (TrainingPaper paper in papers)
        {
            byId.TryAdd(paper.Id, paper);
        }

        List<(TrainingPaper Paper, int[] Tags)> silver = [];
        var tokens = new TokenizedText();
        foreach (TrainingPaper tagged in ReadAll("silver-pos.jsonl.gz"))
        {
            if (byId.TryGetValue(tagged.Id, out TrainingPaper? paper))
            {
                _plainTokenizer.Tokenize(paper.Title, paper.Abstract, [], tokens);
                silver.Add((paper, PosTraining.Align(tokens, tagged.Tags)));
            }
        }

        IEnumerable<(TokenizedText Text, int[] Tags)> Texts()
        {
            foreach ((TrainingPaper paper, int[] tags) in silver)
            {
                _plainTokenizer.Tokenize(paper.Title, paper.Abstract, [], tokens);
                yield return (tokens, tags);
            }
        }

        Lexicon lexicon = words.ToLexicon(fine, coarse, PosTraining.TagsOf(words, Texts()));
        var training = new PosTraining();
        var text = new TaggedText();
        for (int round = 0; round < PosRounds; round++)
        {
            foreach ((TrainingPaper paper, int[] tags) in silver)
            {
                _plainTokenizer.Tokenize(paper.Title, paper.Abstract, [], text.Text);
                text.Prepare(lexicon);
                training.Learn(text, tags);
            }
        }

        return (lexicon, new PosTagger(training.ToWeights(PosBuckets)));
    }

    private static PhraseStatistics CountPhrases(List<TrainingPaper> corpus, TrainingReader reading, List<(int Half, TrainingPaper Paper, HashSet<ulong> Keywords)> keywordPapers)
    {
        var statistics = new PhraseStatistics();
        for (int i = 0; i < corpus.Count; i++)
        {
            HashSet<ulong>? keywords = HasOwnKeywords(corpus[i]) ? TrainingReader.PhrasesOf(corpus[i].Keyphrases) : null;
            statistics.Add(i, reading.Read(corpus[i]), keywords);
            if (keywords is not null)
            {
                keywordPapers.Add((PhraseStatistics.HalfOf(i), corpus[i], keywords));
            }
        }

        return statistics;
    }

    private static TermTagger LearnTerms(IEnumerable<TrainingPaper> papers, TrainingReader reading, PhraseTable phrases)
    {
        var training = new TermTraining(phrases);
        foreach (TrainingPaper paper in papers)
        {
            TaggedText text = reading.Read(paper);
            training.Add(text, TermTraining.Label(text.Text, paper.Entities));
        }

        return training.Learn(TermPenalty, TermIterations, fewest: 2, TermBuckets);
    }

    private static HeadKinds LearnKinds(List<TrainingPaper> corpus, TrainingReader reading, TrainingWorkspace workspace)
    {
        var training = new HeadKindTraining();
        for (int i = 0; i < corpus.Count; i++)
        {
            if (i % PapersForOneOfKinds == 0)
            {
                workspace.AddTo(training, corpus[i]);
            }

            training.AddNames(reading.Read(corpus[i]));
        }

        return training.ToKinds();
    }

    /// <param name="partOf">The part that the paper of this number belongs to.</param>
    private static void AddAll(RankTraining ranking, TrainingWorkspace workspace, IEnumerable<TrainingPaper> papers, RankWeights weights, Func<int, int> partOf)
    {
        int number = 0;
        foreach (TrainingPaper paper in papers)
        {
            workspace.AddTo(ranking, paper, Gold(paper), weights, partOf(number++));
        }
    }

    /// <summary>Few papers are annotated: each part of them tells what papers are about, and fits the scores, as a ranker that has learned from the others lists it.</summary>
    private static int PartOf(int annotated) => annotated % Parts;

    /// <summary>What experts chose.</summary>
    private static HashSet<ulong> Gold(TrainingPaper paper) =>
        TrainingReader.PhrasesOf(paper.Keyphrases.Concat(paper.Entities.Where(entity => entity.Type != "Generic").Select(entity => entity.Text)));

    private static (string Name, int ElementSize, byte[] Bytes) Section<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged => (name, Marshal.SizeOf<T>(), MemoryMarshal.AsBytes(values).ToArray());
}
