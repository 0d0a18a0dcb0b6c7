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
        PropertySet[] papers = [.. graph.NodesOf(NodeLabel.Paper).Select(graph.PropertiesOf)];
        int released = papers.Count(paper => paper.Text(PropertyKey.CodeStatus) == "released");
        int withRepository = graph.NodesOf(NodeLabel.Paper).Count(paper => TellingConcept.HasReleasedRepository(graph, paper));
        return new StoreSummary(
            papers.Length,
            papers.Count(paper => paper.Text(PropertyKey.Date) is not null),
            withRepository,
            released - withRepository,
            papers.Count(paper => paper.Text(PropertyKey.CodeStatus) == "promised"),
            papers.Count(paper => paper.Text(PropertyKey.CodeStatus) == "claimed"),
            graph.CountOf(NodeLabel.Concept),
            graph.NodesOf(NodeLabel.Concept).Count(concept => graph.PropertiesOf(concept).Integer(PropertyKey.PaperCount) >= 2),
            graph.CountOf(NodeLabel.Repository),
            graph.EdgeCount,
            TellingConcept.Of(graph) is { } concept ? graph.NameOf(concept) : null,
            ChoosePaper(graph));
    }

    /// <summary>A paper whose promised code another paper released, else the one with the nearest neighbour; by a name that no other paper has.</summary>
    private static string? ChoosePaper(KnowledgeGraph graph)
    {
        HashSet<string> unique = [.. graph.NodesOf(NodeLabel.Paper).GroupBy(graph.NameOf, StringComparer.OrdinalIgnoreCase).Where(same => !same.Skip(1).Any()).Select(same => same.Key)];
        IEnumerable<Edge> promised = graph.Edges.Where(edge => edge.Type == EdgeType.HasCode && graph.PropertiesOf(edge).Text(PropertyKey.Status) == "promised" && graph.InEdges(edge.Target, EdgeType.HasCode).Count > 1);
        IEnumerable<Edge> nearest = graph.Edges.Where(edge => edge.Type == EdgeType.RelatedTo).OrderByDescending(edge => graph.PropertiesOf(edge).Number(PropertyKey.Score));
        return promised.Concat(nearest).Select(edge => graph.NameOf(edge.Source)).FirstOrDefault(unique.Contains);
    }
}
