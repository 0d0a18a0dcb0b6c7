using PaperGraph.Graph;
using PaperGraph.Papers;

namespace PaperGraph.Queries;

/// <summary>Which papers an answer is about. What is null is not asked for; the default lets every paper through.</summary>
/// <param name="After">Dated this day or later. A paper that states only its year counts as of the year's beginning; one without a date never passes.</param>
/// <param name="Before">Dated earlier than this day; likewise.</param>
/// <param name="Concept">Names this concept, or introduces it.</param>
/// <param name="Source">Stands in this page or file.</param>
/// <param name="CodeStatus">Such as <c>released</c>.</param>
public sealed record PaperFilter(
    PaperDate? After = null, PaperDate? Before = null, NodeId? Concept = null, NodeId? Source = null, string? CodeStatus = null)
{
    public static PaperFilter All { get; } = new();

    public bool AsksForDate => After is not null || Before is not null;

    public bool Passes(KnowledgeGraph graph, NodeId paper)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return (!AsksForDate || PassesDate(graph.PropertiesOf(paper).Text(PropertyKey.Date))) && PassesRest(graph, paper);
    }

    /// <summary>Everything but the date: what tells papers left out for want of a date from papers that are not asked for.</summary>
    internal bool PassesRest(KnowledgeGraph graph, NodeId paper) =>
        (CodeStatus is null || graph.PropertiesOf(paper).Text(PropertyKey.CodeStatus) == CodeStatus)
        && (Concept is not { } concept || graph.TryFindEdge(paper, EdgeType.Mentions, concept, out _) || graph.TryFindEdge(paper, EdgeType.Introduces, concept, out _))
        && (Source is not { } source || graph.TryFindEdge(paper, EdgeType.ListedIn, source, out _));

    private bool PassesDate(string? text) =>
        PaperDate.TryParse(text, out PaperDate date) && (After is not { } after || date >= after) && (Before is not { } before || date < before);
}
