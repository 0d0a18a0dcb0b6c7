using System.Collections.Immutable;
using PaperGraph.Papers;
using PaperGraph.Relatedness;

namespace PaperGraph.Graph.Building;

/// <summary>The ten papers nearest to each.</summary>
internal static class RelatedEdges
{
    public static void Add(IReadOnlyList<PaperConcepts> papers, IReadOnlyDictionary<string, string> nameByKey, KnowledgeGraphBuilder graph)
    {
        RelatednessPaper[] texts = [.. papers.Select(paper => TextOf(paper, nameByKey))];
        ImmutableArray<ImmutableArray<RelatedPaper>> nearest = RelatedPapers.OfAll(texts, TermCounts.Shipped);
        for (int i = 0; i < papers.Count; i++)
        {
            foreach (RelatedPaper near in nearest[i])
            {
                graph.AddEdge(
                    (NodeLabel.Paper, papers[i].Paper.Id.ToString()),
                    EdgeType.RelatedTo,
                    (NodeLabel.Paper, papers[near.Paper].Paper.Id.ToString()),
                    PropertySet.Of(
                    [
                        new(PropertyKey.Score, near.Score),
                        new(PropertyKey.Reasons, near.Reasons.Select(reason => reason.ToStringWithShare()).ToImmutableArray()),
                    ]));
            }
        }
    }

    private static RelatednessPaper TextOf(PaperConcepts paper, IReadOnlyDictionary<string, string> nameByKey) => new(paper.Paper.Title, paper.Paper.Abstract)
    {
        Concepts = [.. paper.Concepts.Where(concept => concept.IsMentioned)
            .Select(concept => new RelatednessConcept(concept.Key, nameByKey[concept.Key], concept.Places.Length + (2 * concept.TitleSpans.Length)))],
        Repositories = [.. RepositoriesOf(paper)],
    };

    private static IEnumerable<RelatednessRepository> RepositoriesOf(PaperConcepts paper)
    {
        foreach (Extraction.CodeLink link in paper.Paper.Extraction.Links.Where(link => link.Role == Extraction.LinkRole.Official && link.Repository is not null))
        {
            if (RepositoryAddress.TryParse(link.Url, out RepositoryAddress? address))
            {
                yield return new RelatednessRepository(address.Id.ToString(), address.Repository, link.Status == Extraction.ReleaseStatus.Released ? "released" : "promised", link.Folder);
            }
        }
    }
}
