using System.Collections.Immutable;
using PaperGraph.Graph;

namespace PaperGraph.Queries;

/// <summary>By what a text was found to mean a node; the surer way first. A less sure way is only tried where the surer ones find nothing.</summary>
public enum NodeMatchKind
{
    /// <summary>An id, a source's id, a DOI, an arXiv number, a repository's address.</summary>
    Identifier,

    /// <summary>The whole title, in any spelling of case and punctuation.</summary>
    Title,

    /// <summary>The name, or one of a concept's spellings.</summary>
    Name,

    /// <summary>Every word of it stands in the title.</summary>
    TitleWords,

    /// <summary>Every word of it stands in the title or the abstract.</summary>
    TextWords,
}

/// <summary>The nodes that a person's words may mean.</summary>
/// <param name="Nodes">Best first, then in the graph's order; empty where nothing matches.</param>
public sealed record NodeMatches(ImmutableArray<NodeId> Nodes, NodeMatchKind Kind)
{
    public static NodeMatches None { get; } = new([], NodeMatchKind.TextWords);

    public bool IsOne => Nodes.Length == 1;
}
