using PaperGraph.Graph;

namespace PaperGraph.Queries;

/// <summary>A concept worth a first look: specific enough to fit one screen, and with code to find.</summary>
public static class TellingConcept
{
    private const int FewPapers = 15;
    private const double SmallShare = 0.05;

    /// <summary>Of the terms of several words in at most one in twenty papers (or in 15), that which is central to most papers with released code; then the one that
    /// most of them name, then the first by key. Null where no such paper released any.</summary>
    public static NodeId? Of(KnowledgeGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        int mostPapers = Math.Max(FewPapers, (int)(graph.CountOf(NodeLabel.Paper) * SmallShare));
        HashSet<NodeId> released = [.. graph.NodesOf(NodeLabel.Paper).Where(paper => HasReleasedRepository(graph, paper))];
        NodeId? best = null;
        (int Central, int All) most = (0, 0);
        foreach (NodeId concept in graph.NodesOf(NodeLabel.Concept))
        {
            EdgeList mentions = graph.InEdges(concept, EdgeType.Mentions);
            if (mentions.Count > mostPapers || !graph.NameOf(concept).Contains(' ', StringComparison.Ordinal))
            {
                continue;
            }

            (int central, int all) = (0, 0);
            foreach (Edge mention in mentions)
            {
                if (released.Contains(mention.Source))
                {
                    all++;
                    central += graph.PropertiesOf(mention).Boolean(PropertyKey.Main) ? 1 : 0;
                }
            }

            if ((central, all).CompareTo(most) > 0)
            {
                (best, most) = (concept, (central, all));
            }
        }

        return best;
    }

    /// <summary>Whether the paper links a repository with its own released code.</summary>
    public static bool HasReleasedRepository(KnowledgeGraph graph, NodeId paper)
    {
        ArgumentNullException.ThrowIfNull(graph);
        foreach (Edge code in graph.OutEdges(paper, EdgeType.HasCode))
        {
            if (graph.PropertiesOf(code).Text(PropertyKey.Status) == "released")
            {
                return true;
            }
        }

        return false;
    }
}
