using PaperGraph.Graph;
using PaperGraph.Storage;

namespace PaperGraph.Queries;

/// <summary>The papers that an evidence pack on a question is made of.</summary>
public static class ContextPapers
{
    private const int PapersConsidered = 50;

    /// <summary>Of a paper's id or title: that paper and what is related to it; else what a search for the words finds.</summary>
    /// <param name="typed">The question as it was typed.</param>
    /// <param name="question">The same, read.</param>
    /// <param name="filter">What the question's fields ask for; not called for a paper, whose title may look like fields.</param>
    /// <returns>The words that sentences are chosen by, and papers, best first, with scores above 0.</returns>
    public static (string Asked, IReadOnlyList<(NodeId Paper, double Score)> Papers) For(PaperGraphStore store, string typed, SearchQuestion question, Func<PaperFilter> filter)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(filter);
        if (OnePaper(store.Graph, typed) is { } paper)
        {
            PropertySet properties = store.Graph.PropertiesOf(paper);
            return ($"{properties.Text(PropertyKey.Title)}. {properties.Text(PropertyKey.Abstract)}",
                [(paper, 1), .. store.RelatedQuery().Ask([paper], PaperFilter.All, PapersConsidered).Select(row => (Find(row.Paper.Id), row.Score))]);
        }

        string asked = $"{question.Text} {question.Concept}".Trim();
        return (asked, [.. store.SearchQuery().Ask(question with { Text = asked, Kind = null }, filter(), PapersConsidered).Rows.Select(row => (Find(row.Id), row.Score))]);

        NodeId Find(string id) => store.Graph.TryFind(NodeLabel.Paper, id, out NodeId node) ? node : throw new InvalidOperationException("A row names a paper that is not in the graph.");
    }

    /// <summary>Whether the question is a paper, and no words to search for.</summary>
    private static NodeId? OnePaper(KnowledgeGraph graph, string typed)
    {
        NodeMatches paper = new NodeLookup(graph).Paper(typed);
        return paper.IsOne && paper.Kind is NodeMatchKind.Identifier or NodeMatchKind.Title ? paper.Nodes[0] : null;
    }
}
