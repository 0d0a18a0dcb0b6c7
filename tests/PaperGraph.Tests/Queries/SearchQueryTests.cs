using PaperGraph.Graph;
using PaperGraph.Papers;
using PaperGraph.Queries;
using PaperGraph.Relatedness;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Queries;

public sealed class SearchQueryTests
{
    private static readonly KnowledgeGraph Graph = new GraphOfPapers()
        .Concept("mixture of experts", "Method", "MoE").Concept("ImageNet", "Dataset")
        .Paper("Router", text: "Tokens are routed to experts. Each MoE layer has a gate.", date: "2024-01-02", codeStatus: "released")
        .Paper("Pruner", text: "We prune convolutional filters. ImageNet serves as the test.", date: "2021")
        .Paper("Both", text: "Pruning of experts is studied here.", date: "2022")
        .Names("Router", "mixture of experts").Names("Pruner", "ImageNet")
        .Build();

    [Fact]
    public void Ask_Words_FindsOtherInflections()
    {
        SearchAnswer answer = Ask("pruned filter");

        Assert.Equal("Pruner", answer.Rows[0].Name);
        Assert.Equal("We prune convolutional filters.", answer.Rows[0].Snippet);
    }

    [Fact]
    public void Ask_AllWords_ComesBeforeSome() => Assert.Equal("Both", Ask("pruning experts").Rows[0].Name);

    [Fact]
    public void Ask_LongFormOfAConcept_FindsThePaperWithTheShortForm() => Assert.Equal("Router", Ask("mixture of experts").Rows[0].Name);

    [Theory]
    [InlineData("experts code:released", "Router")]
    [InlineData("experts before:2023", "Both")]
    [InlineData("concept:MoE", "Router")]
    [InlineData("after:2024", "Router")]
    [InlineData("title:Pruner", "Pruner")]
    public void Ask_Fields_NarrowTheRows(string text, string expected) => Assert.Equal([expected], Ask(text).Rows.Select(row => row.Name));

    [Fact]
    public void Ask_Kind_FindsConcepts()
    {
        Assert.Equal(["ImageNet"], Ask("kind:Dataset").Rows.Select(row => row.Name));
        Assert.Empty(Ask("kind:Dataset after:2023").Rows);
    }

    [Fact]
    public void Ask_UnknownWord_FindsNothing() => Assert.Empty(Ask("chromodynamics").Rows);

    [Theory]
    [InlineData("kind:Thing")]
    [InlineData("after:spring")]
    [InlineData("code:maybe")]
    public void TryParse_WrongValue_SaysWhatIsAllowed(string text)
    {
        Assert.False(SearchQuestion.TryParse(text, out _, out string? problem));
        Assert.StartsWith(text, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_FieldsAndWords_AreToldApart()
    {
        Assert.True(SearchQuestion.TryParse("sparse concept:\"mixture of experts\" routing re:view After:2024-05", out SearchQuestion? question, out _));
        Assert.Equal(new SearchQuestion("sparse routing re:view", Concept: "mixture of experts", After: new PaperDate(2024, 5)), question);
    }

    private static SearchAnswer Ask(string text)
    {
        Assert.True(SearchQuestion.TryParse(text, out SearchQuestion? question, out _));
        NodeId? concept = question.Concept is null ? null : new NodeLookup(Graph).Concept(question.Concept).Nodes.Single();
        var filter = new PaperFilter(question.After, question.Before, concept, null, question.Code);
        using RelatednessIndex index = RelatedQuery.BuildIndex(Graph, RelatednessModel.Shipped);
        return new SearchQuery(Graph, index, RelatednessModel.Shipped).Ask(question, filter, 10);
    }
}
