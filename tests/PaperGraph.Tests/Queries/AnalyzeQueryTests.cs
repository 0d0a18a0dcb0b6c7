using PaperGraph.Graph;
using PaperGraph.Graph.Algorithms;
using PaperGraph.Queries;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Queries;

public sealed class AnalyzeQueryTests
{
    /// <summary>Two circles of papers, tied by one commonplace, and a paper alone; all on one page.</summary>
    private static readonly KnowledgeGraph Graph = new GraphOfPapers()
        .Paper("P1").Paper("P2").Paper("P3").Paper("S1").Paper("S2").Paper("S3").Paper("Alone")
        .Names("P1", "pruning").Names("P2", "pruning").Names("P3", "pruning").Names("P1", "filters").Names("P2", "filters").Names("P3", "filters")
        .Names("S1", "speech").Names("S2", "speech").Names("S3", "speech").Names("S1", "accents").Names("S2", "accents").Names("S3", "accents")
        .Names("P1", "accuracy").Names("S1", "accuracy")
        .ListedIn("P1", "page").ListedIn("Alone", "page", 2)
        .Build();

    [Fact]
    public void Components_PageInCommon_DoesNotConnect()
    {
        var rows = AnalyzeQuery.Components(Graph, new OwnGraphAlgorithms());

        Assert.Equal([(1, 11, 6), (2, 1, 1)], rows.Select(row => (row.Number, row.Nodes, row.Papers)));
        Assert.Equal("Alone", rows[1].Examples.Single());
    }

    [Fact]
    public void Communities_TwoCircles_AreTwo()
    {
        var rows = AnalyzeQuery.Communities(Graph);

        Assert.Equal([3, 3], rows.Select(row => row.Papers));
        Assert.Contains(rows, row => row.MarkingConcepts.Contains("pruning") && !row.MarkingConcepts.Contains("speech"));
        Assert.Contains(rows, row => row.Examples.SequenceEqual(["S1", "S2", "S3"]) || row.Examples.Order(StringComparer.Ordinal).SequenceEqual(["S1", "S2", "S3"]));
    }

    [Fact]
    public void Communities_AskedTwice_AreTheSame() =>
        Assert.Equal(
            AnalyzeQuery.Communities(Graph).Select(row => string.Join(",", row.Examples)),
            AnalyzeQuery.Communities(Graph).Select(row => string.Join(",", row.Examples)));

    [Fact]
    public void PageRank_ConceptOfManyPapers_StandsBeforeItsPapers() =>
        Assert.Equal("Concept", AnalyzeQuery.PageRank(Graph, new OwnGraphAlgorithms())[0].Label);
}
