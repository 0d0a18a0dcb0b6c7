using System.Collections.Immutable;
using PaperGraph.Graph;
using PaperGraph.Graph.Image;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Graph.Image;

public sealed class GraphImageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Open_WhatWasWritten_IsTheSameGraph(int seed)
    {
        KnowledgeGraph graph = Generated(seed);
        KnowledgeGraph opened = KnowledgeGraph.Open(Written(graph));

        Assert.Equal(GraphText.Of(graph), GraphText.Of(opened));
        Assert.Equal(graph.Digest, opened.Digest);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Build_NodesAndEdgesInAnyOrder_GivesTheSameBytes(int seed) =>
        Assert.Equal(File.ReadAllBytes(Written(Generated(seed))), File.ReadAllBytes(Written(Generated(seed, isReversed: true))));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Edges_OfAnyGraph_JoinNodesAndAreCountedOnceFromEachEnd(int seed)
    {
        KnowledgeGraph graph = Generated(seed);

        Assert.All(graph.Edges, edge => Assert.True(edge.Source.Index < graph.NodeCount && edge.Target.Index < graph.NodeCount));
        Assert.Equal(graph.EdgeCount, graph.Nodes.Sum(graph.OutDegree));
        Assert.Equal(graph.EdgeCount, graph.Nodes.Sum(graph.InDegree));
        Assert.Equal(graph.Edges, graph.Nodes.SelectMany(node => graph.OutEdges(node)));
        Assert.Equal(graph.Edges.OrderBy(edge => edge.Target).ThenBy(edge => edge.Type).ThenBy(edge => edge.Source), graph.Nodes.SelectMany(node => graph.InEdges(node)));
        Assert.All(graph.Edges, edge =>
        {
            Assert.True(graph.TryFindEdge(edge.Source, edge.Type, edge.Target, out Edge found));
            Assert.Equal(edge, found);
        });
    }

    [Fact]
    public void TryFind_EveryKey_FindsItsNodeWhateverItsCharacters()
    {
        var builder = new KnowledgeGraphBuilder();
        string[] keys = ["a", "A", "ab", "\u00e9", "\uffee", "\ud83d\ude00", "\ue000", "z\ud83d\ude00", "z\uff5e", "-", " "];
        foreach (string key in keys)
        {
            builder.AddNode(NodeLabel.Concept, key, PropertySet.Empty);
        }

        KnowledgeGraph graph = builder.Build();

        Assert.Equal(keys.Order(StringComparer.Ordinal), graph.Nodes.Select(graph.KeyOf));
        Assert.All(keys, key =>
        {
            Assert.True(graph.TryFind(NodeLabel.Concept, key, out NodeId node), key);
            Assert.Equal(key, graph.KeyOf(node));
        });
        Assert.False(graph.TryFind(NodeLabel.Concept, "b", out _));
        Assert.False(graph.TryFind(NodeLabel.Paper, "a", out _));
    }

    [Fact]
    public void Open_AnyByteChanged_SaysThatItIsDamaged()
    {
        string path = Written(Generated(5));
        byte[] bytes = File.ReadAllBytes(path);
        var random = new Random(5);
        foreach (int place in Enumerable.Range(0, 200).Select(_ => random.Next(bytes.Length)).Where(place => place is < GraphImage.DigestOffset or >= GraphImage.HeaderLength))
        {
            byte[] damaged = [.. bytes];
            damaged[place] ^= 0x40;
            File.WriteAllBytes(path, damaged);

            // The reserved bytes of the header say nothing; whatever else changes is found out.
            if (place is >= 20 and < GraphImage.ChecksumOffset)
            {
                continue;
            }

            Assert.True(Record.Exception(() => KnowledgeGraph.Open(path)) is GraphImageException, $"byte {place}");
        }
    }

    [Fact]
    public void Open_FileCutAnywhere_SaysThatItIsDamaged()
    {
        string path = Written(Generated(6));
        byte[] bytes = File.ReadAllBytes(path);
        for (int length = 0; length < bytes.Length; length += 97)
        {
            File.WriteAllBytes(path, bytes[..length]);

            Assert.True(Record.Exception(() => KnowledgeGraph.Open(path)) is GraphImageException, $"{length} bytes");
        }
    }

    [Fact]
    public void TryGet_OneProperty_IsWhatAllPropertiesSay()
    {
        KnowledgeGraph graph = Generated(7);

        foreach (NodeId node in graph.Nodes)
        {
            foreach (PropertyKey key in GraphSchema.Properties)
            {
                Assert.Equal(graph.PropertiesOf(node).TryGet(key, out PropertyValue all), graph.TryGet(node, key, out PropertyValue one));
                Assert.Equal(all, one);
            }
        }
    }

    [Fact]
    public void AddNode_PropertyOfTheWrongType_SaysWhich()
    {
        var builder = new KnowledgeGraphBuilder();

        var exception = Assert.Throws<ArgumentException>(() => builder.AddNode(NodeLabel.Paper, "p", PropertySet.Of([new(PropertyKey.Title, 7)])));

        Assert.Contains("Title", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_EdgeTwice_SaysWhich()
    {
        var builder = new KnowledgeGraphBuilder();
        builder.AddNode(NodeLabel.Paper, "p", PropertySet.Empty);
        builder.AddEdge((NodeLabel.Paper, "p"), EdgeType.RelatedTo, (NodeLabel.Paper, "p"), PropertySet.Empty);
        builder.AddEdge((NodeLabel.Paper, "p"), EdgeType.RelatedTo, (NodeLabel.Paper, "p"), PropertySet.Empty);

        Assert.Contains("'p'", Assert.Throws<InvalidOperationException>(builder.Build).Message, StringComparison.Ordinal);
    }

    private string Written(KnowledgeGraph graph)
    {
        string path = _folder.PathOf(Guid.NewGuid().ToString("N"));
        using FileStream stream = File.Create(path);
        graph.WriteTo(stream);
        return path;
    }

    /// <summary>Nodes of every label with properties of every type, joined at random.</summary>
    private static KnowledgeGraph Generated(int seed, bool isReversed = false)
    {
        var random = new Random(seed);
        List<(NodeLabel Label, string Key, PropertySet Properties)> nodes = [.. Enumerable.Range(0, 60).Select(number => (GraphSchema.Labels[random.Next(5)], $"n{number}", Properties(random)))];
        List<((NodeLabel, string) Source, EdgeType Type, (NodeLabel, string) Target, PropertySet Properties)> edges =
        [
            .. Enumerable.Range(0, 200)
                .Select(_ => (Source: nodes[random.Next(60)], Type: GraphSchema.EdgeTypes[random.Next(10)], Target: nodes[random.Next(60)], Properties: Properties(random)))
                .Select(edge => ((edge.Source.Label, edge.Source.Key), edge.Type, (edge.Target.Label, edge.Target.Key), edge.Properties))
                .DistinctBy(edge => (edge.Item1, edge.Type, edge.Item3)),
        ];
        if (isReversed)
        {
            nodes.Reverse();
            edges.Reverse();
        }

        var builder = new KnowledgeGraphBuilder();
        nodes.ForEach(node => builder.AddNode(node.Label, node.Key, node.Properties));
        edges.ForEach(edge => builder.AddEdge(edge.Source, edge.Type, edge.Target, edge.Properties));
        return builder.Build();
    }

    private static PropertySet Properties(Random random) => PropertySet.Of(GraphSchema.Properties
        .Where(_ => random.Next(8) == 0)
        .Select(key => new KeyValuePair<PropertyKey, PropertyValue>(key, GraphSchema.TypeOf(key) switch
        {
            PropertyType.Text => new string('é', random.Next(700)),
            PropertyType.Integer => random.NextInt64(),
            PropertyType.Number => random.NextDouble() * 1e9,
            PropertyType.Boolean => random.Next(2) == 0,
            PropertyType.TextList => Enumerable.Range(0, random.Next(4)).Select(number => $"text {number} 字").ToImmutableArray(),
            _ => Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(-5, 5000)).ToImmutableArray(),
        })));
}
