using System.Collections.Immutable;
using PaperGraph.Extraction.Links;

namespace PaperGraph.Extraction;

/// <summary>Title and abstract → concepts, acronyms, introduced names, relations, links and claims.</summary>
/// <remarks>Immutable and shared by threads: the same text gives the same result on each.</remarks>
public sealed class Extractor
{
    private readonly ImmutableArray<IExtractionStage> _stages;

    public Extractor(IEnumerable<IExtractionStage> stages) => _stages = [.. stages];

    /// <summary>The stages of the product, in their order, with the models that are shipped.</summary>
    public static Extractor Default { get; } = new([new LinkStage(), new Acronyms.AcronymStage(), new Concepts.ConceptStage(), new Introductions.IntroductionStage(), new Relations.RelationStage()]);

    public ImmutableArray<IExtractionStage> Stages => _stages;

    /// <summary>Gives back what the stages keep for the next text, for those who have other work to do first: some ten megabytes a thread.</summary>
    public void LetGo()
    {
        foreach (IExtractionStage stage in _stages)
        {
            stage.LetGo();
        }
    }

    public PaperExtraction Extract(string title, string abstractText)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(abstractText);
        var draft = new ExtractionDraft(title, abstractText);
        foreach (IExtractionStage stage in _stages)
        {
            stage.Extract(draft);
        }

        return draft.ToExtraction();
    }
}
