using PaperGraph.Graph;
using PaperGraph.Papers;
using PaperGraph.Queries;
using PaperGraph.Relatedness;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Queries;

public sealed class RelatedQueryTests
{
    private static readonly KnowledgeGraph Graph = new GraphOfPapers()
        .Paper("Trim", text: "Structured pruning removes whole filters while the network trains once.", date: "2021", codeStatus: "released")
        .Paper("Dependence", text: "Structured pruning again, with a graph of operators.", date: "2023", codeStatus: "released")
        .Paper("Sharer", text: "Speech translation for rare languages.", date: "2024")
        .Paper("Far", text: "Protein folding by diffusion.", date: "2024")
        .Concept("structured pruning")
        .Names("Trim", "structured pruning").Names("Dependence", "structured pruning")
        .HasCode("Trim", "o/trim", status: "promised").HasCode("Sharer", "o/trim")
        .Build();

    [Fact]
    public void Ask_Paper_RanksByWhatIsSharedAndSaysWhat()
    {
        var rows = Ask("Trim", PaperFilter.All);

        Assert.Equal(["Dependence", "Sharer"], rows.Take(2).Select(row => row.Paper.Name));
        Assert.Equal((RelatednessReasonKind.Concept, "structured pruning"), (rows[0].Reasons[0].Kind, rows[0].Reasons[0].Name));
        Assert.Equal("same repository o/trim (promised here, released there)", rows[1].Reasons[0].ToString());
    }

    [Fact]
    public void Ask_Filter_LeavesOthersOut() =>
        Assert.DoesNotContain("Dependence", Ask("Trim", new PaperFilter(After: new PaperDate(2024))).Select(row => row.Paper.Name));

    [Fact]
    public void Ask_Text_FindsPapersAboutIt()
    {
        using RelatednessIndex index = RelatedQuery.BuildIndex(Graph, RelatednessModel.Shipped);

        Assert.Equal("Far", new RelatedQuery(Graph, index, RelatednessModel.Shipped).Ask("How do proteins fold?", PaperFilter.All, 1).Single().Paper.Name);
    }

    [Fact]
    public void Ask_TwoPapers_LeavesBothOut()
    {
        var lookup = new NodeLookup(Graph);
        using RelatednessIndex index = RelatedQuery.BuildIndex(Graph, RelatednessModel.Shipped);
        var rows = new RelatedQuery(Graph, index, RelatednessModel.Shipped).Ask([lookup.Paper("Trim").Nodes[0], lookup.Paper("Far").Nodes[0]], PaperFilter.All, 0);

        Assert.DoesNotContain(rows, row => row.Paper.Name is "Trim" or "Far");
    }

    private static List<RelatedRow> Ask(string paper, PaperFilter filter)
    {
        using RelatednessIndex index = RelatedQuery.BuildIndex(Graph, RelatednessModel.Shipped);
        return [.. new RelatedQuery(Graph, index, RelatednessModel.Shipped).Ask([new NodeLookup(Graph).Paper(paper).Nodes.Single()], filter, 10)];
    }
}
