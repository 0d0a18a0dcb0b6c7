using PaperGraph.Graph;
using PaperGraph.Papers;
using PaperGraph.Queries;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Queries;

public sealed class CodeQueryTests
{
    private static readonly KnowledgeGraph Graph = new GraphOfPapers()
        .Paper("Old", date: "2022-03-01", codeStatus: "released")
        .Paper("New", date: "2024-05-17", codeStatus: "released")
        .Paper("Undated", codeStatus: "released")
        .Paper("Promise", date: "2025", codeStatus: "promised")
        .Paper("Silent", date: "2023")
        .Paper("Narrow", date: "2023", codeStatus: "released")
        .Names("Old", "routing").Names("New", "routing").Names("Undated", "routing").Names("Promise", "routing").Names("Silent", "routing")
        .Names("Narrow", "sparse routing").Broader("sparse routing", "routing")
        .HasCode("Old", "ada/old", evidence: "The code is there.").HasCode("New", "bob/b").HasCode("New", "bob/a", status: "promised")
        .HasCode("Undated", "eve/u").HasCode("Promise", "eve/p", status: "promised").HasCode("Narrow", "eve/n")
        .Build();

    [Fact]
    public void Ask_Concept_ListsReleasedNewestFirstAndUndatedLast()
    {
        CodeAnswer answer = Ask(new PaperFilter(Concept: Concept("routing")));

        Assert.Equal(["New", "Old", "Undated"], answer.Rows.Select(row => row.Paper.Name));
        Assert.Equal(5, answer.PapersAsked);
        Assert.Equal(1, answer.Undated);
        Assert.Equal(["bob/a promised", "bob/b released"], answer.Rows[0].Repositories.Select(repository => $"{repository.Name} {repository.Status}"));
        Assert.Equal("The code is there.", answer.Rows[1].Repositories.Single().Evidence);
    }

    [Fact]
    public void Ask_Concept_CountsPapersOnNarrowerOnesApart() => Assert.Equal(1, Ask(new PaperFilter(Concept: Concept("routing"))).Narrower);

    [Theory]
    [InlineData("promised", "Promise")]
    [InlineData("none", "Silent")]
    public void Ask_OtherStatus_ListsThosePapers(string status, string expected) =>
        Assert.Equal([expected], Ask(PaperFilter.All, status).Rows.Select(row => row.Paper.Name));

    [Fact]
    public void Ask_AnyStatus_ListsEveryPaper() => Assert.Equal(6, Ask(PaperFilter.All, null).Rows.Length);

    [Fact]
    public void Ask_AfterADate_LeavesUndatedOutAndCountsThem()
    {
        CodeAnswer answer = Ask(new PaperFilter(After: new PaperDate(2023)));

        Assert.Equal(["New", "Narrow"], answer.Rows.Select(row => row.Paper.Name));
        Assert.Equal(1, answer.Undated);
    }

    [Fact]
    public void Ask_BeforeADate_EndsBeforeThatDay() =>
        Assert.Equal(["Old"], Ask(new PaperFilter(Before: new PaperDate(2023))).Rows.Select(row => row.Paper.Name));

    [Fact]
    public void Ask_ReleasedWithRepository_GivesItsSentence() =>
        Assert.Equal("The code is there.", Ask(PaperFilter.All).Rows.Single(row => row.Paper.Name == "Old").Sentences.Single());

    [Fact]
    public void Ask_CodeClaimedWithoutAddress_GivesTheSentenceThatClaimsIt()
    {
        KnowledgeGraph graph = new GraphOfPapers()
            .Paper("Claim", text: "It is fast. Our code is publicly available. The dataset will be released.", codeStatus: "claimed")
            .Build();

        CodeRow row = CodeQuery.Ask(graph, new CodeQuestion(PaperFilter.All, "claimed")).Rows.Single();

        Assert.Empty(row.Repositories);
        Assert.Equal("Our code is publicly available.", row.Sentences.Single());
    }

    [Fact]
    public void Ask_OtherHost_FindsNothing() =>
        Assert.Empty(CodeQuery.Ask(Graph, new CodeQuestion(PaperFilter.All, Host: "gitlab")).Rows);

    private static CodeAnswer Ask(PaperFilter filter, string? status = "released") => CodeQuery.Ask(Graph, new CodeQuestion(filter, status));

    private static NodeId Concept(string name) => new NodeLookup(Graph).Concept(name).Nodes.Single();
}
