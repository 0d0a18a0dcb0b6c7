using System.Globalization;
using PaperGraph.Graph;

namespace PaperGraph.Tests.Support;

/// <summary>Graphs with every label, every edge type and every type of property, made from a seed.</summary>
internal static class LoadableGraph
{
    private static readonly (NodeLabel Label, EdgeType Type, NodeLabel Target)[] Shapes =
    [
        (NodeLabel.Paper, EdgeType.Mentions, NodeLabel.Concept), (NodeLabel.Paper, EdgeType.Introduces, NodeLabel.Concept),
        (NodeLabel.Paper, EdgeType.HasCode, NodeLabel.Repository), (NodeLabel.Paper, EdgeType.LinksTo, NodeLabel.Repository),
        (NodeLabel.Paper, EdgeType.LinksTo, NodeLabel.Resource), (NodeLabel.Concept, EdgeType.HasImplementation, NodeLabel.Repository),
        (NodeLabel.Concept, EdgeType.Broader, NodeLabel.Concept), (NodeLabel.Concept, EdgeType.CoOccursWith, NodeLabel.Concept),
        (NodeLabel.Paper, EdgeType.EvaluatedOn, NodeLabel.Concept), (NodeLabel.Paper, EdgeType.ListedIn, NodeLabel.Source),
        (NodeLabel.Paper, EdgeType.RelatedTo, NodeLabel.Paper),
    ];

    /// <summary>The same arguments give the same graph.</summary>
    /// <param name="papers">Concepts are twice as many, edges some twenty times.</param>
    /// <param name="edition">Another one differs in some papers, concepts, properties and edges.</param>
    public static KnowledgeGraph Of(int seed, int papers, int edition = 0)
    {
        var builder = new KnowledgeGraphBuilder();
        var keys = new Dictionary<NodeLabel, List<string>>();
        foreach ((NodeLabel label, int count) in new[] { (NodeLabel.Paper, papers), (NodeLabel.Concept, papers * 2), (NodeLabel.Repository, papers / 2), (NodeLabel.Resource, papers / 2), (NodeLabel.Source, 3) })
        {
            keys[label] = [.. Enumerable.Range(0, count).Where(i => edition == 0 || i % 11 != edition % 11).Select(i => $"{label.ToString().ToLowerInvariant()} {i.ToString("00000", CultureInfo.InvariantCulture)}")];
            foreach (string key in keys[label])
            {
                builder.AddNode(label, key, NodeProperties(label, key, new Random(Hash(seed, key) + (Hash(edition, key) % 7 == 0 ? edition : 0))));
            }
        }

        foreach ((NodeLabel source, EdgeType type, NodeLabel target) in Shapes)
        {
            foreach (string from in keys[source])
            {
                // The choice depends on the source and the edition alone, so that editions share most edges.
                var random = new Random(Hash(seed, from + type) + (Hash(edition, from + type) % 5 == 0 ? edition : 0));
                foreach (string to in Enumerable.Range(0, random.Next(5)).Select(_ => keys[target][random.Next(keys[target].Count)]).Distinct().Where(to => to != from))
                {
                    builder.AddEdge((source, from), type, (target, to), EdgeProperties(type, random));
                }
            }
        }

        return builder.Build();
    }

    private static PropertySet NodeProperties(NodeLabel label, string key, Random random)
    {
        var properties = new Dictionary<PropertyKey, PropertyValue> { [PropertyKey.Name] = key };
        if (label == NodeLabel.Paper)
        {
            properties[PropertyKey.Title] = $"On {key}: \"quoted\", ünïcode 漢字 😀, back\\slash";
            properties[PropertyKey.Abstract] = string.Concat(Enumerable.Repeat("Words of an abstract.\n", random.Next(1, 30)));
            properties[PropertyKey.Authors] = PropertyValue.FromTextList([.. Enumerable.Range(0, random.Next(4)).Select(i => "Author " + i.ToString(CultureInfo.InvariantCulture))]);
            properties[PropertyKey.AuthorCount] = random.Next(10);
            properties[PropertyKey.CodeStatus] = "none";
            if (random.Next(2) == 0)
            {
                properties[PropertyKey.Year] = 2000 + random.Next(25);
                properties[PropertyKey.Date] = "2024-05-06";
            }
        }
        else if (label == NodeLabel.Concept)
        {
            properties[PropertyKey.Kind] = "Method";
            properties[PropertyKey.PaperCount] = random.Next(1, 20);
            properties[PropertyKey.Aliases] = PropertyValue.FromTextList([key]);
        }

        return PropertySet.Of(properties);
    }

    private static PropertySet EdgeProperties(EdgeType type, Random random) => type switch
    {
        EdgeType.Mentions => PropertySet.Of(new Dictionary<PropertyKey, PropertyValue>
        {
            [PropertyKey.Score] = random.Next(3) == 0 ? 1.0 : random.NextDouble(),
            [PropertyKey.Count] = random.Next(5),
            [PropertyKey.InTitle] = random.Next(2) == 0,
            [PropertyKey.Main] = random.Next(2) == 0,
            [PropertyKey.Starts] = PropertyValue.FromIntegerList([.. Enumerable.Range(0, random.Next(3))]),
            [PropertyKey.Ends] = PropertyValue.FromIntegerList([.. Enumerable.Range(7, random.Next(3))]),
        }),
        EdgeType.RelatedTo => PropertySet.Of(new Dictionary<PropertyKey, PropertyValue>
        {
            [PropertyKey.Score] = random.NextDouble(),
            [PropertyKey.Reasons] = PropertyValue.FromTextList(["a", "b"]),
        }),
        EdgeType.ListedIn => PropertySet.Of(new Dictionary<PropertyKey, PropertyValue> { [PropertyKey.Position] = random.Next(1, 1000) }),
        EdgeType.CoOccursWith or EdgeType.HasImplementation => PropertySet.Of(new Dictionary<PropertyKey, PropertyValue> { [PropertyKey.Papers] = random.Next(2, 20) }),
        EdgeType.Broader => PropertySet.Of(new Dictionary<PropertyKey, PropertyValue> { [PropertyKey.Reason] = "head noun" }),
        EdgeType.HasCode => PropertySet.Of(new Dictionary<PropertyKey, PropertyValue>
        {
            [PropertyKey.Status] = random.Next(2) == 0 ? "released" : "promised",
            [PropertyKey.Addresses] = PropertyValue.FromTextList(["https://github.com/owner/name"]),
        }),
        _ => PropertySet.Of(new Dictionary<PropertyKey, PropertyValue> { [PropertyKey.Evidence] = "A sentence." }),
    };

    private static int Hash(int seed, string text) => text.Aggregate(seed + 17, (hash, character) => unchecked((hash * 31) + character)) & 0xFFFFFF;
}
