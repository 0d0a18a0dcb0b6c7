using PaperGraph.Extraction.Introductions;

namespace PaperGraph.Extraction.Relations;

/// <summary>Finds what the paper evaluates on, and which concept is narrower than which, each with the sentence that says so.</summary>
public sealed class RelationStage : IExtractionStage
{
    public string Name => "relations";

    public void Extract(ExtractionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var paper = new RelationPaper(draft, NameWords.Of(draft.Abstract));
        EvaluationRelations.Find(paper);
        BroaderRelations.Find(paper);
    }
}
