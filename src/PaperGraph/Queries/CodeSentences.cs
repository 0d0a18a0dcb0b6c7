using System.Collections.Immutable;
using PaperGraph.Extraction;
using PaperGraph.Extraction.Links;
using PaperGraph.Graph;

namespace PaperGraph.Queries;

/// <summary>The sentences in which a paper speaks of its own code.</summary>
internal static class CodeSentences
{
    /// <returns>Those of its repositories, then of its other addresses, each once; where there is no address, those that claim or promise code.</returns>
    public static ImmutableArray<string> Of(KnowledgeGraph graph, NodeId paper, IEnumerable<CodeRepository> repositories)
    {
        string[] besideAddresses = [.. repositories.Select(repository => repository.Evidence)
            .Concat(OfficialResources(graph, paper).Select(edge => graph.PropertiesOf(edge).Text(PropertyKey.Evidence)))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)];
        return besideAddresses.Length > 0 ? [.. besideAddresses] : Claims(graph.PropertiesOf(paper));
    }

    /// <summary>Edges to what gives the paper's own code and is no repository, such as a short link.</summary>
    public static IEnumerable<Edge> OfficialResources(KnowledgeGraph graph, NodeId paper)
    {
        foreach (Edge edge in graph.OutEdges(paper, EdgeType.LinksTo))
        {
            if (graph.LabelOf(edge.Target) == NodeLabel.Resource && graph.PropertiesOf(edge).Text(PropertyKey.Role) == "official")
            {
                yield return edge;
            }
        }
    }

    /// <summary>A claim has no node to hang its sentence on, so that the paper's text is asked again.</summary>
    private static ImmutableArray<string> Claims(PropertySet paper)
    {
        string text = paper.Text(PropertyKey.Abstract) ?? "";
        var draft = new ExtractionDraft(paper.Text(PropertyKey.Title) ?? "", text);
        new LinkStage().Extract(draft);
        return [.. draft.Claims.Where(claim => claim.What == ReleasedThing.Code).Select(claim => claim.Span.In(text).Trim().ToString()).Distinct(StringComparer.Ordinal)];
    }
}
