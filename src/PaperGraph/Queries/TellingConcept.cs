using PaperGraph.Graph;

namespace PaperGraph.Queries;

/// <summary>A concept worth a first look: specific enough to fit one screen, and with code to find.</summary>
public static class TellingConcept
{
    private const int FewPapers = 15;
    private const double SmallShare = 0.05;

    /// <summary>Edges that are asked for here lie far apart: each brings a stretch of the file into memory, which is given back now and then.</summary>
    private const int ReadsBetweenReleases = 512;

    /// <summary>Of the terms of several words in at most one in twenty papers (or in 15), that which is central to most papers with released code; then the one that
    /// most of them name, then the first by key. Null where no such paper released any.</summary>
    public static NodeId? Of(KnowledgeGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        int mostPapers = Math.Max(FewPapers, (int)(graph.CountOf(NodeLabel.Paper) * SmallShare));
        HashSet<NodeId> released = PapersWithCode(graph);
        NodeId? best = null;
        (int Central, int All) most = (0, 0);
        int read = 0;
        foreach (NodeId concept in graph.NodesOf(NodeLabel.Concept))
        {
            // What so few edges reach cannot win: of most concepts nothing but that is read.
            if (graph.InDegree(concept) < most.Central)
            {
                continue;
            }

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
                    if (++read % ReadsBetweenReleases == 0)
                    {
                        graph.ReleasePages();
                    }

                    all++;
                    central += graph.TryGet(mention, PropertyKey.Main, out PropertyValue main) && main.AsBoolean ? 1 : 0;
                }
            }

            if ((central, all).CompareTo(most) > 0)
            {
                (best, most) = (concept, (central, all));
            }
        }

        return best;
    }

    private static HashSet<NodeId> PapersWithCode(KnowledgeGraph graph)
    {
        var papers = new HashSet<NodeId>();
        foreach (NodeId paper in graph.NodesOf(NodeLabel.Paper))
        {
            if (HasReleasedRepository(graph, paper) && papers.Add(paper) && papers.Count % ReadsBetweenReleases == 0)
            {
                graph.ReleasePages();
            }
        }

        graph.ReleasePages();
        return papers;
    }

    /// <summary>Whether the paper links a repository with its own released code.</summary>
    public static bool HasReleasedRepository(KnowledgeGraph graph, NodeId paper)
    {
        ArgumentNullException.ThrowIfNull(graph);
        foreach (Edge code in graph.OutEdges(paper, EdgeType.HasCode))
        {
            if (graph.TryGet(code, PropertyKey.Status, out PropertyValue status) && status.AsText == "released")
            {
                return true;
            }
        }

        return false;
    }
}
