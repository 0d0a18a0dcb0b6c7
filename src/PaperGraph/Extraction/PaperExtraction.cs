using System.Collections.Immutable;
using PaperGraph.Papers;

namespace PaperGraph.Extraction;

/// <summary>What one title and abstract say: depends on them and the model alone.</summary>
public sealed record PaperExtraction
{
    /// <summary>Best first.</summary>
    public ImmutableArray<ConceptMention> Concepts { get; init; } = [];

    /// <summary>In the order in which they are defined.</summary>
    public ImmutableArray<Acronym> Acronyms { get; init; } = [];

    /// <summary>Names of the systems, datasets or methods that the paper itself proposes, as written; mostly none or one.</summary>
    public ImmutableArray<string> Introduces { get; init; } = [];

    public ImmutableArray<ConceptRelation> Relations { get; init; } = [];

    /// <summary>Addresses, in the order of the text; one repository once.</summary>
    public ImmutableArray<CodeLink> Links { get; init; } = [];

    /// <summary>What is said to be released, or promised, without an address.</summary>
    public ImmutableArray<ReleaseClaim> Claims { get; init; } = [];
}

/// <summary>What a concept is. The order is that of the documentation and decides ties in a vote.</summary>
public enum ConceptKind
{
    Method,
    Task,
    Dataset,
    Metric,
    Material,
    Other,
}

/// <summary>A concept of one paper, with every place where the abstract names it.</summary>
/// <param name="Name">As a person would write it alone: singular, long form, a shared head restored.</param>
/// <param name="Surface">Its first or best spelling in the text.</param>
/// <param name="Surfaces">Every spelling, <paramref name="Surface"/> first; each stands in the title or abstract.</param>
/// <param name="Score">Chance that an expert would have chosen it, 0 to 1.</param>
/// <param name="Main">Whether the paper is about it.</param>
/// <param name="Spans">Places in the abstract, ascending, without overlaps.</param>
/// <param name="TitleSpans">Places in the title, likewise.</param>
public sealed record ConceptMention(
    string Name,
    string Surface,
    ImmutableArray<string> Surfaces,
    ConceptKind Kind,
    double Score,
    bool Main,
    ImmutableArray<TextSpan> Spans,
    ImmutableArray<TextSpan> TitleSpans);

/// <summary>A short form and its long form as this paper defines them.</summary>
/// <param name="Short">As written, in the singular.</param>
/// <param name="Long">As written.</param>
public sealed record Acronym(string Short, string Long);

/// <summary>Types of relation between concepts that are extracted.</summary>
public enum RelationType
{
    /// <summary>Introduced system → dataset.</summary>
    EvaluatedOn,

    /// <summary>Narrower → broader, as in SKOS.</summary>
    Broader,
}

/// <summary>A relation and the stretch of the abstract that says so.</summary>
public sealed record ConceptRelation(string Head, RelationType Type, string Tail, TextSpan Span);

/// <summary>What an address has to do with the paper.</summary>
public enum LinkRole
{
    /// <summary>The authors' own code of this paper.</summary>
    Official,

    /// <summary>A library or other people's code that is used or referred to.</summary>
    Mention,

    /// <summary>A paper list, an awesome-list.</summary>
    List,

    /// <summary>The address gives the data.</summary>
    Data,

    /// <summary>The address gives the weights.</summary>
    Model,

    Demo,

    ProjectPage,
}

/// <summary>Whether a thing is there, or said to come.</summary>
public enum ReleaseStatus
{
    Released,
    Promised,
}

/// <summary>An address in the abstract.</summary>
/// <param name="Raw">As written.</param>
/// <param name="Url">Canonical: https, repaired, without <c>.git</c>, folder or closing punctuation.</param>
/// <param name="Host">Short name of the host: <c>github</c>, <c>gitlab</c>, <c>huggingface</c>, <c>zenodo</c> …; the host's domain where it has none.</param>
/// <param name="Repository"><c>owner/name</c> as written, a group's full path before the name; null where the address names no repository.</param>
/// <param name="Folder">Folder inside the repository that the address names; else null.</param>
/// <param name="Span">Place in the abstract.</param>
public sealed record CodeLink(string Raw, string Url, string Host, string? Repository, LinkRole Role, ReleaseStatus Status, string? Folder, TextSpan Span);

/// <summary>What a claim without an address is about.</summary>
public enum ReleasedThing
{
    Code,
    Data,
    Model,
    Demo,
}

/// <summary>Something said to be released or promised without an address.</summary>
/// <param name="Span">Place in the abstract.</param>
public sealed record ReleaseClaim(ReleasedThing What, ReleaseStatus Status, TextSpan Span);
