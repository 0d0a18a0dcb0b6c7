using PaperGraph.Extraction.Text;

namespace PaperGraph.Extraction;

/// <summary>A paper on its way through the stages: its text, and what was found so far.</summary>
public sealed class ExtractionDraft(string title, string abstractText)
{
    private string? _plainTitle;
    private string? _plainAbstract;

    public string Title { get; } = title;

    /// <summary>As it was read: every span counts in this text.</summary>
    public string Abstract { get; } = abstractText;

    /// <summary>Without mark-up, worked out for the first stage that asks; offsets do not survive.</summary>
    internal string PlainTitle => _plainTitle ??= PlainText.Of(Title);

    /// <inheritdoc cref="PlainTitle"/>
    internal string PlainAbstract => _plainAbstract ??= PlainText.Of(Abstract);

    public List<CodeLink> Links { get; } = [];

    public List<ReleaseClaim> Claims { get; } = [];

    public List<Acronym> Acronyms { get; } = [];

    /// <summary>Best first, once the concept stage has run.</summary>
    public List<ConceptMention> Concepts { get; } = [];

    public List<string> Introduces { get; } = [];

    public List<ConceptRelation> Relations { get; } = [];

    public PaperExtraction ToExtraction() => new()
    {
        Concepts = [.. Concepts],
        Acronyms = [.. Acronyms],
        Introduces = [.. Introduces],
        Relations = [.. Relations],
        Links = [.. Links],
        Claims = [.. Claims],
    };
}
