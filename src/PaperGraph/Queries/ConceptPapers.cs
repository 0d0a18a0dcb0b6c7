using PaperGraph.Graph;

namespace PaperGraph.Queries;

/// <summary>From concepts to their papers.</summary>
internal static class ConceptPapers
{
    /// <summary>Papers that name the concept or introduce it, each once, in the graph's order.</summary>
    public static List<NodeId> Of(KnowledgeGraph graph, NodeId concept)
    {
        var papers = new SortedSet<NodeId>();
        foreach (Edge edge in graph.InEdges(concept, EdgeType.Mentions))
        {
            papers.Add(edge.Source);
        }

        foreach (Edge edge in graph.InEdges(concept, EdgeType.Introduces))
        {
            papers.Add(edge.Source);
        }

        return [.. papers];
    }

    /// <summary>Concepts below this one, at any depth; the concept itself is left out even where the edges run in a circle.</summary>
    public static List<NodeId> Narrower(KnowledgeGraph graph, NodeId concept)
    {
        var found = new List<NodeId>();
        var seen = new HashSet<NodeId> { concept };
        var open = new Queue<NodeId>([concept]);
        while (open.TryDequeue(out NodeId broader))
        {
            foreach (Edge edge in graph.InEdges(broader, EdgeType.Broader))
            {
                if (seen.Add(edge.Source))
                {
                    found.Add(edge.Source);
                    open.Enqueue(edge.Source);
                }
            }
        }

        return found;
    }
}
