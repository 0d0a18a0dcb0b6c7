namespace PaperGraph.Graph.Building;

/// <summary>Which repositories hold code for a concept: those with released code of papers whose main or introduced concept it is.</summary>
internal sealed class ImplementationEdges
{
    private readonly Dictionary<(string Concept, string Repository), (int Papers, bool Introduced)> _implementations = [];

    public void Add(PaperConcepts paper, IEnumerable<string> releasedRepositories)
    {
        foreach (PaperConcept concept in paper.Concepts.Where(concept => concept.IsMain || concept.IsIntroduced))
        {
            foreach (string repository in releasedRepositories)
            {
                (int papers, bool introduced) = _implementations.GetValueOrDefault((concept.Key, repository));
                _implementations[(concept.Key, repository)] = (papers + 1, introduced || concept.IsIntroduced);
            }
        }
    }

    public void AddTo(KnowledgeGraphBuilder graph)
    {
        foreach (((string concept, string repository), (int papers, bool introduced)) in _implementations)
        {
            graph.AddEdge((NodeLabel.Concept, concept), EdgeType.HasImplementation, (NodeLabel.Repository, repository), PropertySet.Of(
            [
                new(PropertyKey.Papers, papers),
                new(PropertyKey.Introduced, introduced),
            ]));
        }
    }
}
