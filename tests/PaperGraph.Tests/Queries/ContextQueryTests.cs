using PaperGraph.Graph;
using PaperGraph.Queries;
using PaperGraph.Relatedness;
using PaperGraph.Tests.Support;
using PaperGraph.Tokens;

namespace PaperGraph.Tests.Queries;

public sealed class ContextQueryTests
{
    private static readonly KnowledgeGraph Graph = new GraphOfPapers()
        .Paper("Trim", text: "We like the weather. Structured pruning removes filters. Nothing else happens.", date: "2021")
        .Paper("Cut", text: "Long ago things were long. Pruning with structure is fast. Birds sing.")
        .HasCode("Trim", "o/trim")
        .Build();

    [Fact]
    public void Ask_SmallBudget_TakesTheSentenceThatAnswers()
    {
        ContextPack pack = Ask(45);

        Assert.Contains("Structured pruning removes filters.", pack.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("weather", pack.Text, StringComparison.Ordinal);
        Assert.StartsWith("[1] Trim: a paper of its own (2021)\n" + GraphOfPapers.IdOf(GraphOfPapers.TitleOf("Trim")) + "\n", pack.Text, StringComparison.Ordinal);
        Assert.Contains("Code: https://github.com/o/trim", pack.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(70)]
    [InlineData(120)]
    [InlineData(5000)]
    public void Ask_AnyBudget_IsKept(int budget)
    {
        ContextPack pack = Ask(budget);

        Assert.InRange(pack.Tokens, 0, budget);
        Assert.Equal(pack.Text.Length == 0 ? 0 : TokenCounters.For().Count(pack.Text), pack.Tokens);
    }

    [Fact]
    public void Ask_LargeBudget_KeepsSentencesInTheirOrder() =>
        Assert.Equal(["We like the weather.", "Structured pruning removes filters.", "Nothing else happens."], Ask(5000).Papers[0].Sentences.AsEnumerable());

    private static ContextPack Ask(int budget)
    {
        var lookup = new NodeLookup(Graph);
        return new ContextQuery(Graph, TokenCounters.For(), RelatednessModel.Shipped).Ask(
            "structured pruning", [(lookup.Paper("Trim").Nodes[0], 0.9), (lookup.Paper("Cut").Nodes[0], 0.5)], budget);
    }
}
