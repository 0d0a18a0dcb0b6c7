using PaperGraph.Graph;
using PaperGraph.Queries;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Queries;

public sealed class ConceptQueryTests
{
    private static readonly KnowledgeGraph Graph = new GraphOfPapers()
        .Concept("routing", "Method", "routers")
        .Paper("First", date: "2021").Paper("Second", date: "2023").Paper("Third", date: "2022").Paper("Other")
        .Names("First", "routing", main: true).Names("Second", "routing").Names("Third", "routing", main: true)
        .Names("First", "gating").Names("Second", "gating")
        .Names("First", "language").Names("Second", "language").Names("Third", "language").Names("Other", "language")
        .Introduces("First", "routing")
        .Broader("sparse routing", "routing").Broader("routing", "allocation")
        .EvaluatedOn("Second", "ImageNet").EvaluatedOn("Third", "ImageNet").EvaluatedOn("Third", "COCO")
        .Build();

    private readonly ConceptAnswer _answer = ConceptQuery.Ask(Graph, new NodeLookup(Graph).Concept("routers").Nodes.Single());

    [Fact]
    public void Ask_Papers_AreThoseAboutItFirstThenTheNewest() => Assert.Equal(["Third", "First", "Second"], _answer.Papers.Select(row => row.Paper.Name));

    [Fact]
    public void Ask_Neighbours_AreBroaderNarrowerAndDatasets()
    {
        Assert.Equal(["allocation"], _answer.Broader.Select(concept => concept.Name));
        Assert.Equal(["sparse routing"], _answer.Narrower.Select(concept => concept.Name));
        Assert.Equal([("ImageNet", 2), ("COCO", 1)], _answer.Datasets.Select(concept => (concept.Name, concept.Papers)));
        Assert.Equal(["First"], _answer.Introducers.Select(paper => paper.Name));
    }

    /// <summary>Two of two papers say more than three of four.</summary>
    [Fact]
    public void Ask_Kin_RanksWhatIsNamedOnlyTogetherBeforeWhatIsNamedEverywhere()
    {
        Assert.Equal(["gating", "language"], _answer.Kin.Select(kin => kin.Name));
        Assert.Equal(CoOccurrence.Npmi(2, 3, 2, 4), _answer.Kin[0].Npmi, 4);
    }

    [Fact]
    public void Npmi_OfConceptsNeverApart_IsOneAndByChanceZero()
    {
        Assert.Equal(1, CoOccurrence.Npmi(3, 3, 3, 12), 10);
        Assert.Equal(0, CoOccurrence.Npmi(2, 4, 6, 12), 10);
    }

    [Fact]
    public void Ask_Aliases_KeepTheirReasons() => Assert.Contains(new ConceptAlias("routers", "short form"), _answer.Aliases);
}
