using System.Collections.Immutable;
using PaperGraph.Graph;
using PaperGraph.Graph.Algorithms;

namespace PaperGraph.Queries;

/// <summary>How large and how connected is the graph?</summary>
/// <param name="Nodes">By label, in the order of the schema.</param>
/// <param name="Edges">By type, in the order of the schema; types without an edge too.</param>
/// <param name="ConceptsByPapers">Concepts in exactly one paper, in 2, 3 to 5, 6 to 10, and in more.</param>
/// <param name="WellConnected">Papers with three neighbours or more through concepts of at most one in twenty papers (and of two at least).</param>
/// <param name="Components">Groups of nodes that hang together by any edge but the page that lists them.</param>
/// <param name="LargestComponent">Nodes of the largest.</param>
/// <param name="Algorithms">Which implementation counted: <c>quikgraph</c> or <c>own</c>.</param>
/// <param name="TopConcepts">Of most papers first, ties by key.</param>
public sealed record StatsAnswer(
    ImmutableArray<(NodeLabel Label, int Count)> Nodes,
    ImmutableArray<(EdgeType Type, int Count)> Edges,
    ImmutableArray<(string Papers, int Concepts)> ConceptsByPapers,
    int WellConnected,
    int Components,
    int LargestComponent,
    string Algorithms,
    ImmutableArray<(string Name, int Papers)> TopConcepts);

/// <summary>Counts of the whole graph.</summary>
public static class StatsQuery
{
    private const int Neighbours = 3;
    private const double MostPapersShare = 0.05;

    private static readonly (string Name, int Least)[] Steps = [("1", 1), ("2", 2), ("3–5", 3), ("6–10", 6), ("over 10", 11)];

    /// <param name="limit">Number of top concepts; 0: all.</param>
    public static StatsAnswer Ask(KnowledgeGraph graph, int limit, IGraphAlgorithms? algorithms = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        algorithms ??= GraphAlgorithms.Default;
        (NodeId Concept, int Papers)[] concepts = [.. graph.NodesOf(NodeLabel.Concept).Select(concept => (concept, graph.InEdges(concept, EdgeType.Mentions).Count))];
        var edgeCounts = new int[GraphSchema.EdgeTypes.Length];
        for (int i = 0; i < graph.EdgeCount; i++)
        {
            edgeCounts[(int)graph.EdgeAt(i).Type]++;
        }

        GraphComponents components = algorithms.ConnectedComponents(graph, edge => edge.Type != EdgeType.ListedIn);
        IEnumerable<(NodeId Concept, int Papers)> top = concepts.OrderByDescending(concept => concept.Papers).ThenBy(concept => concept.Concept);
        return new StatsAnswer(
            [.. GraphSchema.Labels.Select(label => (label, graph.CountOf(label)))],
            [.. GraphSchema.EdgeTypes.Select(type => (type, edgeCounts[(int)type]))],
            [.. Steps.Select((step, i) => (step.Name, concepts.Count(concept => concept.Papers >= step.Least && (i + 1 == Steps.Length || concept.Papers < Steps[i + 1].Least))))],
            WellConnectedPapers(graph),
            components.Sizes.Length,
            components.Largest,
            algorithms.Name,
            [.. (limit == 0 ? top : top.Take(limit)).Select(concept => (graph.NameOf(concept.Concept), concept.Papers))]);
    }

    private static int WellConnectedPapers(KnowledgeGraph graph)
    {
        int mostPapers = Math.Max(2, (int)(graph.CountOf(NodeLabel.Paper) * MostPapersShare));
        int connected = 0;
        var neighbours = new HashSet<NodeId>();
        foreach (NodeId paper in graph.NodesOf(NodeLabel.Paper))
        {
            neighbours.Clear();
            foreach (Edge mention in graph.OutEdges(paper, EdgeType.Mentions))
            {
                if (graph.InEdges(mention.Target, EdgeType.Mentions).Count > mostPapers)
                {
                    continue;
                }

                foreach (Edge other in graph.InEdges(mention.Target, EdgeType.Mentions))
                {
                    neighbours.Add(other.Source);
                    if (neighbours.Count > Neighbours)
                    {
                        break;
                    }
                }

                if (neighbours.Count > Neighbours)
                {
                    break;
                }
            }

            // The paper itself is among them.
            connected += neighbours.Count > Neighbours ? 1 : 0;
        }

        return connected;
    }
}
