namespace PaperGraph.Extraction.Acronyms;

/// <summary>Finds the short forms that a paper defines, in brackets, in apposition and in its title.</summary>
public sealed class AcronymStage : IExtractionStage
{
    public string Name => "acronyms";

    public void Extract(ExtractionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        string title = draft.PlainTitle;
        string text = draft.PlainAbstract;
        BracketDefinitions.Find(title, draft.Acronyms);
        BracketDefinitions.Find(text, draft.Acronyms);
        TitleDefinitions.Find(title, text, draft.Acronyms);
        AppositionDefinitions.Find(text, draft.Acronyms);
    }
}
