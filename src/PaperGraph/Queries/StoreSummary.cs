using PaperGraph.Graph;

namespace PaperGraph.Queries;

/// <summary>What a store holds, in a few numbers, and two questions worth asking it first.</summary>
/// <param name="Dated">Papers whose date some source states.</param>
/// <param name="WithReleasedCode">Papers that link a repository with their own released code.</param>
/// <param name="WithOtherAddress">Papers whose released code stands at an address that names no repository, such as a short link.</param>
/// <param name="WithPromisedCode">Papers that promise it.</param>
/// <param name="ClaimingCode">Papers that say it is released, without an address.</param>
/// <param name="SharedConcepts">Concepts in two papers or more.</param>
/// <param name="ConceptToTry">The name of <see cref="TellingConcept"/>; null where there is none.</param>
/// <param name="PaperToTry">A paper with telling neighbours; null where there is none.</param>
public sealed record StoreSummary(
    int Papers,
    int Dated,
    int WithReleasedCode,
    int WithOtherAddress,
    int WithPromisedCode,
    int ClaimingCode,
    int Concepts,
    int SharedConcepts,
    int Repositories,
    int Edges,
    string? ConceptToTry,
    string? PaperToTry)
{
    public static StoreSummary Of(KnowledgeGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);

        // Only what is asked for is read of each node: all properties of all papers are most of the graph.
        int dated = 0, withRepository = 0;
        var byStatus = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (NodeId paper in graph.NodesOf(NodeLabel.Paper))
        {
            dated += graph.TryGet(paper, PropertyKey.Date, out _) ? 1 : 0;
            withRepository += TellingConcept.HasReleasedRepository(graph, paper) ? 1 : 0;
            if (graph.TryGet(paper, PropertyKey.CodeStatus, out PropertyValue status))
            {
                byStatus[status.AsText] = byStatus.GetValueOrDefault(status.AsText) + 1;
            }
        }

        return new StoreSummary(
            graph.CountOf(NodeLabel.Paper),
            dated,
            withRepository,
            byStatus.GetValueOrDefault("released") - withRepository,
            byStatus.GetValueOrDefault("promised"),
            byStatus.GetValueOrDefault("claimed"),
            graph.CountOf(NodeLabel.Concept),
            graph.NodesOf(NodeLabel.Concept).Count(concept => graph.TryGet(concept, PropertyKey.PaperCount, out PropertyValue papers) && papers.AsInteger >= 2),
            graph.CountOf(NodeLabel.Repository),
            graph.EdgeCount,
            TellingConcept.Of(graph) is { } telling ? graph.NameOf(telling) : null,
            ChoosePaper(graph));
    }

    /// <summary>A paper whose promised code another paper released, else the one with the nearest neighbour; by a name that no other paper has.</summary>
    private static string? ChoosePaper(KnowledgeGraph graph)
    {
        HashSet<string> unique = [.. graph.NodesOf(NodeLabel.Paper).GroupBy(graph.NameOf, StringComparer.OrdinalIgnoreCase).Where(same => !same.Skip(1).Any()).Select(same => same.Key)];
        IEnumerable<Edge> promised = graph.Edges.Where(edge => edge.Type == EdgeType.HasCode && graph.TryGet(edge, PropertyKey.Status, out PropertyValue status) && status.AsText == "promised" && graph.InEdges(edge.Target, EdgeType.HasCode).Count > 1);
        IEnumerable<Edge> nearest = graph.Edges.Where(edge => edge.Type == EdgeType.RelatedTo).OrderByDescending(graph.ScoreOf);
        return promised.Concat(nearest).Select(edge => graph.NameOf(edge.Source)).FirstOrDefault(unique.Contains);
    }
}
