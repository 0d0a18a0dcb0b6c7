namespace PaperGraph.Extraction.Introductions;

/// <summary>Finds the names of what the paper itself proposes, and makes each a concept of the paper.</summary>
public sealed class IntroductionStage : IExtractionStage
{
    /// <summary>Abstracts that name more were misread.</summary>
    private const int MostNames = 6;

    public string Name => "introductions";

    public void Extract(ExtractionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        string title = draft.PlainTitle;
        if (TitleNames.IsOverview(title))
        {
            return;
        }

        string text = draft.PlainAbstract;
        List<NameWord> words = NameWords.Of(text);
        var names = new IntroducedNames(draft.Acronyms);
        TitleNames.Find(title, text, words, names);
        ProposalNames.Find(text, words, names, title);
        for (int i = 0; i < names.Count && i < MostNames; i++)
        {
            draft.Introduces.Add(names[i].Name);
            IntroducedConcepts.Ensure(draft, names[i]);
        }
    }
}
