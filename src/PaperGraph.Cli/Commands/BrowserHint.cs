using PaperGraph.Graph;

namespace PaperGraph.Cli.Commands;

/// <summary>A first picture for Neo4j Browser, of what the graph itself has to show.</summary>
internal static class BrowserHint
{
    /// <summary>Papers around a concept that still fit one screen.</summary>
    private const int MostPapers = 30;

    /// <summary>Of the concepts of several words whose papers with released code fit one screen, the one that is central to most of these: its name. Null where
    /// no paper released any.</summary>
    public static string? ConceptOf(KnowledgeGraph graph)
    {
        var papersByConcept = new Dictionary<NodeId, (int All, int Central)>();
        foreach (NodeId paper in graph.NodesOf(NodeLabel.Paper).Where(paper => HasReleasedCode(graph, paper)))
        {
            foreach (Edge mention in graph.OutEdges(paper, EdgeType.Mentions))
            {
                (int all, int central) = papersByConcept.GetValueOrDefault(mention.Target);
                papersByConcept[mention.Target] = (all + 1, central + (graph.PropertiesOf(mention).Boolean(PropertyKey.Main) ? 1 : 0));
            }
        }

        NodeId[] best = [.. papersByConcept
            .Where(pair => pair.Value.All <= MostPapers && graph.NameOf(pair.Key).Contains(' ', StringComparison.Ordinal))
            .OrderByDescending(pair => pair.Value.Central).ThenByDescending(pair => pair.Value.All).ThenBy(pair => pair.Key)
            .Select(pair => pair.Key).Take(1)];
        return best.Length == 0 ? null : graph.NameOf(best[0]);
    }

    public static string QueryOf(string concept) =>
        $"MATCH p = (:Concept {{name: '{concept.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'}})<-[:MENTIONS]-(:Paper)-[:HAS_CODE {{status: 'released'}}]->(:Repository) RETURN p";

    private static bool HasReleasedCode(KnowledgeGraph graph, NodeId paper)
    {
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
