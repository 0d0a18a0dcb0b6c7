namespace PaperGraph.Extraction;

/// <summary>One step of extraction. Stages run in the order of <see cref="Extractor"/>'s list; each sees what the earlier ones found.</summary>
/// <remarks>A stage holds no state of a paper: one instance serves all threads.</remarks>
public interface IExtractionStage
{
    /// <summary>The stage's name in reports, such as <c>links</c>.</summary>
    string Name { get; }

    void Extract(ExtractionDraft draft);

    /// <summary>Gives back what is kept for the next text; it is made anew when one comes.</summary>
    void LetGo()
    {
    }
}
