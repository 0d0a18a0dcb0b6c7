using PaperGraph.Extraction.Tagging;

namespace PaperGraph.Extraction.Concepts;

/// <summary>Finds the phrases that an expert would choose: tags words and terms, collects candidates, ranks them, puts spellings together.</summary>
internal sealed class ConceptStage(Func<ExtractionModel> model) : IExtractionStage
{
    [ThreadStatic]
    private static Workspace? s_workspace;

    public ConceptStage()
        : this(static () => ExtractionModel.Shipped)
    {
    }

    public string Name => "concepts";

    public void Extract(ExtractionDraft draft)
    {
        ExtractionModel learned = model();
        Workspace? kept = s_workspace;
        Workspace workspace = kept is not null && kept.Model == learned ? kept : new Workspace(learned);
        workspace.Read(draft.Title, draft.Abstract, draft.Links);
        learned.Ranker.Score(workspace.Text, workspace.Features, workspace.Candidates);
        ConceptAssembler.Assemble(workspace, draft);
        // A huge text leaves huge arrays behind: let them go with it.
        s_workspace = workspace.Text.Count < 20_000 ? workspace : null;
    }
}
