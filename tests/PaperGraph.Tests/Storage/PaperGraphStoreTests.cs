using System.Collections.Immutable;
using PaperGraph.Extraction;
using PaperGraph.Graph;
using PaperGraph.Reading;
using PaperGraph.Storage;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Storage;

public sealed class PaperGraphStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Add_TheSameSourceTwice_ChangesNothing()
    {
        using PaperGraphStore store = PaperGraphStore.OpenOrCreate(_folder.PathOf("s"));
        BuildReport first = store.Add(Sources(("a", Alpha)), Extractor.Default);
        string graph = GraphText.Of(store.Graph);

        BuildReport second = store.Add(Sources(("a", Alpha)), Extractor.Default);

        Assert.Equal((2, 0, 0), (first.Kept, first.Merged, first.Unchanged));
        Assert.Equal((0, 0, 2), (second.Kept, second.Merged, second.Unchanged));
        Assert.Equal(SourceChange.Unchanged, Assert.Single(second.Sources).Change);
        Assert.Equal(graph, GraphText.Of(store.Graph));
    }

    [Fact]
    public void Add_SourcesInAnyOrder_GivesTheSameGraph()
    {
        string forwards = GraphAfter("forwards", [("a", Alpha)], [("b", Beta)], [("c", Gamma)]);
        string backwards = GraphAfter("backwards", [("c", Gamma), ("b", Beta), ("a", Alpha)]);

        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void Remove_WhatWasAdded_LeavesNoTrace()
    {
        string without = GraphAfter("without", [("a", Alpha)]);
        using PaperGraphStore store = PaperGraphStore.OpenOrCreate(_folder.PathOf("with"));
        store.Add(Sources(("a", Alpha), ("b", Beta)), Extractor.Default);

        Assert.Empty(store.Remove(["b"]));

        Assert.Equal(without, GraphText.Of(store.Graph));
        Assert.Equal("a", Assert.Single(store.Sources));
    }

    [Fact]
    public void Remove_AnUnknownSource_RemovesNothing()
    {
        using PaperGraphStore store = PaperGraphStore.OpenOrCreate(_folder.PathOf("s"));
        store.Add(Sources(("a", Alpha)), Extractor.Default);

        Assert.Equal("z", Assert.Single(store.Remove(["a", "z"])));

        Assert.Equal("a", Assert.Single(store.Sources));
    }

    [Fact]
    public void Add_ChangedSource_ReplacesItsOwn()
    {
        string expected = GraphAfter("expected", [("a", Beta)]);
        using PaperGraphStore store = PaperGraphStore.OpenOrCreate(_folder.PathOf("s"));
        store.Add(Sources(("a", Alpha)), Extractor.Default);

        BuildReport report = store.Add(Sources(("a", Beta)), Extractor.Default);

        Assert.Equal(SourceChange.Replaced, Assert.Single(report.Sources).Change);
        Assert.Equal(expected, GraphText.Of(store.Graph));
    }

    [Fact]
    public void Add_PaperThatAnotherSourceHas_IsMerged()
    {
        using PaperGraphStore store = PaperGraphStore.OpenOrCreate(_folder.PathOf("s"));
        store.Add(Sources(("a", Alpha)), Extractor.Default);

        BuildReport report = store.Add(Sources(("copy", Alpha)), Extractor.Default);

        Assert.Equal((0, 2, 0), (report.Kept, report.Merged, report.Unchanged));
        Assert.Equal(2, store.Graph.CountOf(NodeLabel.Paper));
    }

    [Fact]
    public void Add_BrokenLines_AreCountedAndListedAndTheRestIsKept()
    {
        using PaperGraphStore store = PaperGraphStore.OpenOrCreate(_folder.PathOf("s"));

        BuildReport report = store.Add(Sources(("a", Alpha + "{\"title\": 7}\nnot json at all\n")), Extractor.Default);

        Assert.Equal((2, 2), (report.Kept, report.Rejected));
        Assert.Equal(4, report.Read);
        Assert.Equal([3, 4], report.Problems.Select(problem => problem.Line).Distinct());
    }

    [Fact]
    public void Open_AfterClosing_GivesTheSameGraph()
    {
        string before = GraphAfter("s", [("a", Alpha), ("b", Beta)]);

        using PaperGraphStore store = PaperGraphStore.Open(_folder.PathOf("s"));

        Assert.Equal(before, GraphText.Of(store.Graph));
    }

    [Fact]
    public void Open_NoSuchFile_SaysHowToMakeOne() =>
        Assert.Contains("papergraph build", Assert.Throws<StoreException>(() => PaperGraphStore.Open(_folder.PathOf("none"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("just a text file, much longer than a header of a hundred bytes would be, so that SQLite looks at all of it before it says no")]
    [InlineData("hi")]
    public void Open_AFileThatIsNoStore_SaysSo(string content)
    {
        string path = _folder.Write("x", content);

        Assert.Contains("not a store", Assert.Throws<StoreException>(() => PaperGraphStore.Open(path)).Message, StringComparison.Ordinal);
        Assert.Contains("not a store", Assert.Throws<StoreException>(() => PaperGraphStore.OpenOrCreate(path)).Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(path));
    }

    private const string Alpha = """
        {"title": "Sparse Gates for Language Models", "abstract": "We propose GateNet, a mixture of experts (MoE) for language models. Code is at https://github.com/owner/gatenet."}
        {"title": "Routing Without Regret", "abstract": "Routing tokens to experts is hard. We study a mixture of experts (MoE) on ImageNet.", "date": "2024-03-01"}

        """;

    private const string Beta = """
        {"title": "Routing without regret", "abstract": "Routing tokens to experts is hard. We study a mixture of experts (MoE) on ImageNet and on COCO.", "authors": ["A. One", "B. Two"]}
        {"title": "Pruning Experts", "abstract": "We prune a mixture of experts (MoE). Code will be released at https://github.com/Owner/GateNet."}

        """;

    private const string Gamma = """
        {"title": "MoE in the Wild", "abstract": "MoE layers save compute in language models. GateNet is our baseline.", "doi": "10.1/x"}

        """;

    private string GraphAfter(string name, params (string Name, string Text)[][] additions)
    {
        using PaperGraphStore store = PaperGraphStore.OpenOrCreate(_folder.PathOf(name));
        foreach ((string Name, string Text)[] addition in additions)
        {
            store.Add(Sources(addition), Extractor.Default);
        }

        return GraphText.Of(store.Graph);
    }

    private static ImmutableArray<PaperSource> Sources(params (string Name, string Text)[] sources) =>
        PaperSources.Open(sources.Select(source => SourceInput.OfBytes(source.Name, System.Text.Encoding.UTF8.GetBytes(source.Text))));
}
