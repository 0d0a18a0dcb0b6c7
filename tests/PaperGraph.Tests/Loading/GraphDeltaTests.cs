using PaperGraph.Graph;
using PaperGraph.Loading;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Loading;

/// <summary>The difference of two graphs, against one found the plain way: sets of keys.</summary>
public sealed class GraphDeltaTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Plan_TwoEditions_NamesExactlyWhatDiffers(int edition)
    {
        KnowledgeGraph before = LoadableGraph.Of(seed: edition, papers: 40);
        KnowledgeGraph after = LoadableGraph.Of(seed: edition, papers: 40, edition);
        var delta = new GraphDelta(before, after);

        foreach (LoadKind kind in LoadKind.All)
        {
            Dictionary<string, PropertySet> old = ContentOf(before, kind);
            Dictionary<string, PropertySet> wanted = ContentOf(after, kind);
            KindPlan plan = delta.Plan(kind);

            Assert.Equal(
                wanted.Where(item => !old.TryGetValue(item.Key, out PropertySet? properties) || !properties.Equals(item.Value)).Select(item => item.Key).Order(StringComparer.Ordinal),
                plan.Writes.Select(number => KeyOf(after, kind, number)).Order(StringComparer.Ordinal));
            Assert.Equal(
                old.Keys.Except(wanted.Keys).Order(StringComparer.Ordinal),
                plan.NodeRemovals.Concat(plan.EdgeRemovals.Select(removal => removal.SourceId + " > " + removal.TargetId)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Plan_SameGraph_IsEmpty()
    {
        var delta = new GraphDelta(LoadableGraph.Of(seed: 4, papers: 30), LoadableGraph.Of(seed: 4, papers: 30));

        Assert.All(LoadKind.All, kind => Assert.Equal((0, 0), (delta.Plan(kind).Writes.Length, delta.Plan(kind).RemovalCount)));
    }

    [Fact]
    public void Plan_FromAnEmptyGraph_IsEverything()
    {
        KnowledgeGraph graph = LoadableGraph.Of(seed: 5, papers: 30);
        var delta = new GraphDelta(new KnowledgeGraphBuilder().Build(), graph);

        Assert.Equal(graph.NodeCount + graph.EdgeCount, LoadKind.All.Sum(kind => delta.Plan(kind).Writes.Length));
    }

    private static Dictionary<string, PropertySet> ContentOf(KnowledgeGraph graph, LoadKind kind) => kind.IsNode
        ? graph.NodesOf(kind.Source).ToDictionary(graph.KeyOf, graph.PropertiesOf)
        : graph.Edges.Where(edge => LoadKind.Of(graph.LabelOf(edge.Source), edge.Type, graph.LabelOf(edge.Target)) == kind)
            .ToDictionary(edge => KeyOf(graph, kind, edge.Index), graph.PropertiesOf);

    private static string KeyOf(KnowledgeGraph graph, LoadKind kind, int number) =>
        kind.IsNode ? graph.KeyOf(new NodeId(number)) : graph.KeyOf(graph.EdgeAt(number).Source) + " > " + graph.KeyOf(graph.EdgeAt(number).Target);
}
