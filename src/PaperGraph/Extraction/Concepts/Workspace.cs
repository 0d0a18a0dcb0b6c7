using System.Text;
using PaperGraph.Extraction.Tagging;
using PaperGraph.Papers;

namespace PaperGraph.Extraction.Concepts;

/// <summary>A thread's arrays for one paper after another.</summary>
internal sealed class Workspace(ExtractionModel model)
{
    private readonly TaggedText _phrase = new();
    private readonly WordCache _words = new(model.Lexicon, model.PosTagger.Weights, model.TermTagger.Weights);

    public ExtractionModel Model { get; } = model;

    public TaggedText Text { get; } = new();

    public TermFeatures Features { get; } = new(model.Phrases);

    public TermLattice Lattice { get; } = new();

    public CandidateSet Candidates { get; } = new();

    /// <summary>The phrases' hashes of what the paper defines, in the order of its acronyms.</summary>
    public List<(ulong Long, ulong Short)> ShortForms { get; } = [];

    public ConceptGroups Groups { get; } = new();

    public EnclosingConcepts Enclosing { get; } = new();

    /// <summary>Of the concept that is being put together.</summary>
    public List<TextSpan> Spans { get; } = [];

    /// <inheritdoc cref="Spans"/>
    public List<TextSpan> TitleSpans { get; } = [];

    /// <inheritdoc cref="Spans"/>
    public List<string> Surfaces { get; } = [];

    /// <inheritdoc cref="Spans"/>
    public StringBuilder Name { get; } = new(64);

    /// <summary>Everything up to the unranked candidates.</summary>
    /// <param name="acronyms">Their long forms are candidates, whatever words they are made of: <c>mixture of experts</c>.</param>
    public void Read(string title, string abstractText, ReadOnlySpan<CodeLink> links, List<Acronym>? acronyms = null)
    {
        ShortForms.Clear();
        Model.Tokenizer.Tokenize(title, abstractText, links, Text.Text);
        Text.Prepare(Model.Lexicon, _words);
        Model.PosTagger.Tag(Text);
        Model.TermTagger.Tag(Text, Features, Lattice);
        Candidates.Collect(Text, Features, Lattice);
        foreach (Acronym acronym in acronyms ?? [])
        {
            ulong phrase = HashOf(acronym.Long);
            ShortForms.Add((phrase, HashOf(acronym.Short)));
            if (phrase != 0 && Candidates.Find(phrase) < 0)
            {
                Candidates.AddEverywhere(Text, Features, Lattice, phrase);
            }
        }
    }

    /// <summary>The phrase's hash, as the candidates have it; 0 for an empty one.</summary>
    public ulong HashOf(string phrase)
    {
        Model.Tokenizer.Tokenize("", phrase, [], _phrase.Text);
        _phrase.Prepare(Model.Lexicon);
        return _phrase.Count == 0 ? 0 : _phrase.PhraseOf(0, _phrase.Count - 1);
    }
}
