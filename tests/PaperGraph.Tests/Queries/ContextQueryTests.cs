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
        // The smallest budget that holds the sentence, however the build counts tokens.
        ContextPack pack = Enumerable.Range(1, 200).Select(Ask).First(pack => pack.Text.Contains("Structured", StringComparison.Ordinal));

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

    /// <summary>Counted one paragraph at a time, kept as a whole, whatever the counter.</summary>
    [Theory]
    [InlineData(20261121)]
    [InlineData(7)]
    public void Ask_GeneratedPapers_FillsTheBudgetAndKeepsIt(int seed)
    {
        var random = new Random(seed);
        string[] words = ["pruning", "structured", "filters", "β-VAE", "12.5", "state-of-the-art", "GPT-4o", "we", "reconstruct", "quantization-aware", "(RL)", "$\\alpha$"];
        var papers = new GraphOfPapers();
        string[] names = [.. Enumerable.Range(0, 12).Select(i => "Paper" + (char)('A' + i))];
        foreach (string name in names)
        {
            papers = papers.Paper(name, text: string.Join(' ', Enumerable.Range(0, 6).Select(_ => "Then " + string.Join(' ', Enumerable.Range(0, 4 + random.Next(20)).Select(_ => words[random.Next(words.Length)])) + ".")));
        }

        KnowledgeGraph graph = papers.Build();
        var lookup = new NodeLookup(graph);
        (NodeId, double)[] ranked = [.. names.Select((name, i) => (lookup.Paper(name).Nodes[0], 1.0 / (i + 1)))];
        foreach (ITokenCounter counter in (ITokenCounter[])[new EstimatedTokenCounter(), TokenCounters.For()])
        {
            for (int budget = 50; budget <= 1500; budget += 145)
            {
                ContextPack pack = new ContextQuery(graph, counter, RelatednessModel.Shipped).Ask("structured pruning", ranked, budget);
                Assert.InRange(pack.Tokens, 0, counter.IsEstimate ? (int)(budget * 0.95) : budget);
                Assert.True(budget < 200 || pack.Tokens > budget * 0.7 || pack.Papers.Sum(paper => paper.Sentences.Length) == 72, $"seed {seed}: {pack.Tokens} of {budget}");
            }
        }
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
