using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using PaperGraph.Extraction.Tagging;

namespace PaperGraph.Extraction.Concepts;

/// <summary>Finds the phrases that an expert would choose: tags words and terms, collects candidates, ranks them, puts spellings together.</summary>
internal sealed class ConceptStage(Func<ExtractionModel> model) : IExtractionStage
{
    /// <summary>Workspaces that no text is in at the moment: as many as texts were ever read at once, however many threads took turns.</summary>
    private readonly ConcurrentQueue<Workspace> _idle = new();

    public ConceptStage()
        : this(static () => ExtractionModel.Shipped)
    {
    }

    public string Name => "concepts";

    public void LetGo() => _idle.Clear();

    public void Extract(ExtractionDraft draft)
    {
        ExtractionModel learned = model();
        Workspace workspace = _idle.TryDequeue(out Workspace? kept) && kept.Model == learned ? kept : new Workspace(learned);
        workspace.Read(draft.Title, draft.Abstract, CollectionsMarshal.AsSpan(draft.Links), draft.Acronyms);
        learned.Ranker.Score(workspace.Text, workspace.Features, workspace.Candidates);
        ConceptAssembler.Assemble(workspace, draft);
        // A huge text leaves huge arrays behind: let them go with it.
        if (workspace.Text.Count < 20_000)
        {
            _idle.Enqueue(workspace);
        }
    }
}
