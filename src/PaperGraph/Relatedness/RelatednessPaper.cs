using System.Collections.Immutable;

namespace PaperGraph.Relatedness;

/// <summary>What relatedness looks at in a paper. A text alone, such as a pasted abstract, has neither concepts nor repositories.</summary>
public sealed record RelatednessPaper(string Title, string Abstract)
{
    public ImmutableArray<RelatednessConcept> Concepts { get; init; } = [];

    public ImmutableArray<RelatednessRepository> Repositories { get; init; } = [];
}

/// <summary>A concept that the paper names.</summary>
/// <param name="Id">The canonical key.</param>
/// <param name="Name">Its commonest spelling.</param>
/// <param name="Frequency">2 for a place in the title, 1 for every place in the abstract; at least 1.</param>
public readonly record struct RelatednessConcept(string Id, string Name, int Frequency);

/// <summary>A repository that holds the paper's own code.</summary>
/// <param name="Id">Such as <c>github.com/owner/name</c>.</param>
/// <param name="Name"><c>owner/name</c> as written.</param>
/// <param name="Status"><c>released</c> or <c>promised</c>.</param>
/// <param name="Folder">Folder inside the repository; null where the whole is meant.</param>
public sealed record RelatednessRepository(string Id, string Name, string Status, string? Folder);
