using PaperGraph.Extraction.Introductions;

namespace PaperGraph.Extraction.Relations;

/// <summary>Finds what the paper evaluates on, and which concept is narrower than which, each with the sentence that says so.</summary>
public sealed class RelationStage : IExtractionStage
{
    [ThreadStatic]
    private static List<NameWord>? s_words;

    public string Name => "relations";

    public void Extract(ExtractionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        List<NameWord> words = s_words ??= [];
        NameWords.Cut(draft.Abstract, words);
        var paper = new RelationPaper(draft, words);
        EvaluationRelations.Find(paper);
        BroaderRelations.Find(paper);
    }
}
