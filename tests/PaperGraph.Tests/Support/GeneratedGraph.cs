using PaperGraph.Graph;

namespace PaperGraph.Tests.Support;

/// <summary>Graphs whose meaning does not matter: concepts <c>000</c>, <c>001</c> … joined by BROADER edges.</summary>
internal static class GeneratedGraph
{
    public static KnowledgeGraph Of(int nodes, params (int Source, int Target)[] edges)
    {
        var builder = new KnowledgeGraphBuilder();
        for (int node = 0; node < nodes; node++)
        {
            builder.AddNode(NodeLabel.Concept, Key(node), PropertySet.Empty);
        }

        foreach ((int source, int target) in edges)
        {
            builder.AddEdge((NodeLabel.Concept, Key(source)), EdgeType.Broader, (NodeLabel.Concept, Key(target)), PropertySet.Empty);
        }

        return builder.Build();
    }

    /// <param name="seed">Print it where a law fails: the same seed gives the same graph.</param>
    public static KnowledgeGraph Random(int seed, int nodes, int edges)
    {
        var random = new Random(seed);
        return Of(nodes, [.. Enumerable.Range(0, edges).Select(_ => (random.Next(nodes), random.Next(nodes))).Where(edge => edge.Item1 != edge.Item2).Distinct()]);
    }

    private static string Key(int node) => node.ToString("000", System.Globalization.CultureInfo.InvariantCulture);
}
