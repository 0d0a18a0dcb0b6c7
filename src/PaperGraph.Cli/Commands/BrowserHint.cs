using PaperGraph.Graph;

namespace PaperGraph.Cli.Commands;

/// <summary>A first picture for Neo4j Browser, of what the graph itself has to show.</summary>
internal static class BrowserHint
{
    /// <summary>Papers around a concept that still fit one screen.</summary>
    private const int MostPapers = 30;

    /// <summary>The concept with the most papers that released code, as long as they fit one screen: its name; null where no paper released any.</summary>
    public static string? ConceptOf(KnowledgeGraph graph)
    {
        var papersByConcept = new Dictionary<NodeId, int>();
        foreach (NodeId paper in graph.NodesOf(NodeLabel.Paper))
        {
            if (!HasReleasedCode(graph, paper))
            {
                continue;
            }

            foreach (Edge mention in graph.OutEdges(paper, EdgeType.Mentions))
            {
                papersByConcept[mention.Target] = papersByConcept.GetValueOrDefault(mention.Target) + 1;
            }
        }

        NodeId[] best = [.. papersByConcept.Where(pair => pair.Value <= MostPapers).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key).Take(1)];
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
