using System.Collections.Immutable;
using PaperGraph.Graph;
using PaperGraph.Graph.Algorithms;

namespace PaperGraph.Queries;

/// <summary>A part of the graph that hangs together and is apart from the rest.</summary>
/// <param name="Number">From 1, largest first.</param>
/// <param name="Examples">Names of its papers, or of its nodes where it has none, in the graph's order.</param>
public sealed record ComponentRow(int Number, int Nodes, int Papers, ImmutableArray<string> Examples);

/// <param name="Rank">PageRank, damping 0.85; the sum over all nodes is 1.</param>
public sealed record RankRow(string Label, string Id, string Name, double Rank);

/// <summary>Papers and concepts that hang together more than with the rest.</summary>
/// <param name="Number">From 1, most papers first.</param>
/// <param name="Concepts">Those that mark it most: named in many of its papers and in few others.</param>
/// <param name="Examples">Its papers with most edges inside, by id among equals.</param>
public sealed record CommunityRow(int Number, int Papers, int Concepts, ImmutableArray<string> MarkingConcepts, ImmutableArray<string> Examples);

/// <summary>What does the whole graph look like?</summary>
/// <remarks>Pages are left out everywhere, and derived edges (related papers, co-occurrence, implementations) of components and communities: what stands on
/// one page need not hang together.</remarks>
public static class AnalyzeQuery
{
    private const int MostExamples = 5;

    /// <summary>Largest first; ties in the graph's order.</summary>
    public static ImmutableArray<ComponentRow> Components(KnowledgeGraph graph, IGraphAlgorithms algorithms)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(algorithms);
        GraphComponents components = algorithms.ConnectedComponents(graph, edge => IsStated(edge.Type));
        return
        [
            .. graph.Nodes.Where(node => graph.LabelOf(node) != NodeLabel.Source)
                .GroupBy(node => components.Numbers[node.Index])
                .OrderByDescending(part => part.Count())
                .ThenBy(part => part.Key)
                .Select((part, index) => new ComponentRow(
                    index + 1,
                    part.Count(),
                    part.Count(node => graph.LabelOf(node) == NodeLabel.Paper),
                    [.. part.Take(MostExamples).Select(graph.NameOf)])),
        ];
    }

    /// <summary>Highest first; ties in the graph's order.</summary>
    public static ImmutableArray<RankRow> PageRank(KnowledgeGraph graph, IGraphAlgorithms algorithms)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(algorithms);
        ImmutableArray<double> ranks = algorithms.PageRank(graph);
        return
        [
            .. graph.Nodes.Where(node => graph.LabelOf(node) != NodeLabel.Source)
                .OrderByDescending(node => Math.Round(ranks[node.Index], 9))
                .ThenBy(node => node)
                .Select(node => new RankRow(GraphSchema.NameOf(graph.LabelOf(node)), graph.KeyOf(node), graph.NameOf(node), Math.Round(ranks[node.Index], 9))),
        ];
    }

    /// <summary>Most papers first; groups of a single paper, or of none, are left out.</summary>
    public static ImmutableArray<CommunityRow> Communities(KnowledgeGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ImmutableArray<int> groups = Queries.Communities.Of(graph, edge => WeightOf(graph, edge));
        return
        [
            .. graph.Nodes.GroupBy(node => groups[node.Index])
                .Select(group => (First: group.First(), Papers: Of(group, NodeLabel.Paper), Concepts: Of(group, NodeLabel.Concept)))
                .Where(group => group.Papers.Length > 1)
                .OrderByDescending(group => group.Papers.Length)
                .ThenBy(group => group.First)
                .Select((group, index) => new CommunityRow(index + 1, group.Papers.Length, group.Concepts.Length, Marking(graph, group.Papers, group.Concepts), Central(graph, group.Papers, groups))),
        ];

        NodeId[] Of(IEnumerable<NodeId> group, NodeLabel label) => [.. group.Where(node => graph.LabelOf(node) == label)];
    }

    private static bool IsStated(EdgeType type) => type
        is EdgeType.Mentions or EdgeType.Introduces or EdgeType.HasCode or EdgeType.LinksTo or EdgeType.Broader or EdgeType.EvaluatedOn;

    /// <summary>A concept's edges weigh as much together as the logarithm of their number: one that all papers name binds none of them.</summary>
    private static double WeightOf(KnowledgeGraph graph, Edge edge)
    {
        if (!IsStated(edge.Type))
        {
            return 0;
        }

        int degree = graph.InEdges(edge.Target, edge.Type).Count;
        return Math.Log(1 + degree) / degree;
    }

    private static ImmutableArray<string> Marking(KnowledgeGraph graph, NodeId[] papers, NodeId[] concepts)
    {
        HashSet<NodeId> members = [.. papers];
        return
        [
            .. concepts.Select(concept => (Concept: concept, Inside: Inside(concept), All: graph.InEdges(concept, EdgeType.Mentions).Count))
                .Where(found => found.Inside > 0)
                .OrderByDescending(found => (double)found.Inside * found.Inside / found.All)
                .ThenBy(found => found.Concept)
                .Take(MostExamples)
                .Select(found => graph.NameOf(found.Concept)),
        ];

        int Inside(NodeId concept)
        {
            int inside = 0;
            foreach (Edge edge in graph.InEdges(concept, EdgeType.Mentions))
            {
                inside += members.Contains(edge.Source) ? 1 : 0;
            }

            return inside;
        }
    }

    private static ImmutableArray<string> Central(KnowledgeGraph graph, NodeId[] papers, ImmutableArray<int> groups)
    {
        return [.. papers.OrderByDescending(EdgesInside).ThenBy(paper => paper).Take(MostExamples).Select(graph.NameOf)];

        int EdgesInside(NodeId paper)
        {
            int inside = 0;
            foreach (Edge edge in graph.OutEdges(paper))
            {
                inside += IsStated(edge.Type) && groups[edge.Target.Index] == groups[paper.Index] && graph.InDegree(edge.Target) > 1 ? 1 : 0;
            }

            return inside;
        }
    }
}
