using PaperGraph.Cypher;
using PaperGraph.Graph;
using PaperGraph.Loading;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Cypher;

/// <summary>Every question, asked of a real server.</summary>
[Trait("Category", "Live")]
[Collection(LiveNeo4j.Collection)]
public sealed class LiveQuestionTests
{
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["concept"] = "concept 00004",
        ["from"] = "concept 00004",
        ["to"] = "concept 00007",
        ["dataset"] = "concept 00006",
        ["paper"] = "paper 00003",
        ["repository"] = "repository 00002",
        ["source"] = "source 00001",
        ["text"] = "abstract",
        ["year"] = "2012",
    };

    [LiveFact]
    public async Task Questions_AllAnswer_WithTheColumnsTheySay()
    {
        await using ICypherExecutor neo4j = CypherTransport.Connect(LiveNeo4j.HttpTarget);
        await LiveNeo4j.EmptyAsync(neo4j);
        KnowledgeGraph graph = LoadableGraph.Of(seed: 20, papers: 20);
        await new GraphLoader(neo4j).LoadAsync(graph, "store-of-questions");
        await DatabaseSchema.AwaitAsync(neo4j);
        await neo4j.ReadAsync(new CypherStatement("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()"));
        var silent = new List<string>();
        foreach (CypherQuestion question in CypherQuestion.All)
        {
            CypherResult result = await neo4j.ReadAsync(question.With(ValuesFor(question)));

            Assert.True(question.Columns.SequenceEqual(result.Columns), question.Name);
            Assert.All(result.Rows, row => Assert.True(!question.IsPicture || row[0] is CypherPath, question.Name));
            if (result.Rows.Count == 0)
            {
                silent.Add(question.Name);
            }
        }

        // Most have something to say about a graph made at random.
        Assert.InRange(silent.Count, 0, CypherQuestion.All.Length / 2);
        await LiveNeo4j.EmptyAsync(neo4j);
    }

    /// <summary>Of the 12 in <c>:param {limit: 12}</c>, as the examples have it, Neo4j Browser makes 12.0.</summary>
    [LiveFact]
    public async Task Questions_NumbersAsBrowserSetsThem_Run()
    {
        await using ICypherExecutor neo4j = CypherTransport.Connect(LiveNeo4j.HttpTarget);
        foreach (CypherQuestion question in CypherQuestion.All)
        {
            CypherStatement asked = question.With(ValuesFor(question));
            CypherResult result = await neo4j.ReadAsync(new CypherStatement(
                asked.Text, [.. asked.Parameters.Select(parameter => (parameter.Key, parameter.Value is long number ? (double)number : parameter.Value))]));

            Assert.True(question.Columns.SequenceEqual(result.Columns), question.Name);
        }
    }

    /// <summary>Where a key is given, the server begins at its node: by the names of its operators, it walks through no label and no type.</summary>
    [LiveFact]
    public async Task Questions_WithAKey_BeginAtItsNode()
    {
        await using ICypherExecutor neo4j = CypherTransport.Connect(LiveNeo4j.HttpTarget);
        await LiveNeo4j.EmptyAsync(neo4j);
        await new GraphLoader(neo4j).LoadAsync(LoadableGraph.Of(seed: 22, papers: 60), "store-of-questions");

        // A plan made while another test's graph was there, or none, counts nodes that are gone.
        await DatabaseSchema.AwaitAsync(neo4j);
        await neo4j.ReadAsync(new CypherStatement("CALL db.clearQueryCaches()"));
        CypherQuestion[] withKey = [.. CypherQuestion.All.Where(question => question.Parameters.Any(parameter => parameter.Label is not null))];

        foreach (CypherQuestion question in withKey)
        {
            IReadOnlyList<string> operators = await ServerPlan.OperatorsAsync(question.With(ValuesFor(question)));

            Assert.True(operators.Any(name => name.Contains("IndexSeek", StringComparison.Ordinal)), $"{question.Name}: {string.Join(", ", operators)}");
            Assert.True(operators.All(name => !name.Contains("Scan", StringComparison.Ordinal)), $"{question.Name}: {string.Join(", ", operators)}");
        }

        Assert.InRange(withKey.Length, 15, CypherQuestion.All.Length);
        await LiveNeo4j.EmptyAsync(neo4j);
    }

    /// <summary>The whole way from the command line, with names as people give them.</summary>
    [LiveFact]
    public async Task Commands_LoadVerifyAsk_GoTogether()
    {
        await using ICypherExecutor neo4j = CypherTransport.Connect(LiveNeo4j.HttpTarget);
        await LiveNeo4j.EmptyAsync(neo4j);
        using var folder = new TemporaryFolder();
        string papers = folder.Write("papers.jsonl", """
            {"title": "Alpha: Sparse Routing for Everyone", "abstract": "We propose Alpha, a router for mixture of experts models. Mixture of experts models are sparse. Code: https://github.com/tester/alpha", "date": "2024-05-06"}
            {"title": "Beta: Dense Routing for Nobody", "abstract": "We propose Beta, which compares mixture of experts models with dense models. Code: https://github.com/tester/alpha"}
            """);
        string store = folder.PathOf("graph.papergraph");
        Dictionary<string, string> environment = LiveNeo4j.Variables;
        Assert.Equal(0, (await CommandRun.OfAsync(["build", papers, "--store", store], "", environment)).ExitCode);

        CommandRun dry = await CommandRun.OfAsync(["load", "--store", store, "--dry-run"], "", environment);
        CommandRun first = await CommandRun.OfAsync(["load", "--store", store], "", environment);
        CommandRun second = await CommandRun.OfAsync(["load", "--store", store], "", environment);
        CommandRun verified = await CommandRun.OfAsync(["load", "--store", store, "--verify"], "", environment);
        CommandRun doctor = await CommandRun.OfAsync(["doctor", "--store", store], "", environment);
        string anotherStore = folder.PathOf("another.papergraph");
        string page = folder.Write("another.jsonl", """{"title": "Gamma: Routing Once More", "abstract": "We propose Gamma, a router for graph neural networks."}""");
        Assert.Equal(0, (await CommandRun.OfAsync(["build", page, "--store", anotherStore], "", environment)).ExitCode);
        CommandRun doctorOfAnother = await CommandRun.OfAsync(["doctor", "--store", anotherStore], "", environment);
        CommandRun asked = await CommandRun.OfAsync(["cypher", "repositories-of-several-papers", "--json"], "", environment);
        CommandRun named = await CommandRun.OfAsync(["cypher", "neighbourhood-of-paper", "--param", "paper=Alpha"], "", environment);
        CommandRun unknown = await CommandRun.OfAsync(["cypher", "code-for-concept", "--param", "concept=knitting"], "", environment);

        Assert.Contains("nothing was done", dry.Output, StringComparison.Ordinal);
        Assert.Equal(0, first.ExitCode);
        Assert.StartsWith("store = Neo4j: 2 papers, ", first.Output, StringComparison.Ordinal);
        Assert.Contains("; 0 missing, 0 extra\n", first.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was written", second.Error, StringComparison.Ordinal);
        Assert.Contains("no difference", verified.Output, StringComparison.Ordinal);
        Assert.Equal(0, doctor.ExitCode);
        Assert.Equal(1, doctorOfAnother.ExitCode);
        Assert.Contains("2 papers from papers.jsonl", doctorOfAnother.Output, StringComparison.Ordinal);
        Assert.Contains("'papergraph load --replace'", doctorOfAnother.Output, StringComparison.Ordinal);
        Assert.Contains("https://github.com/tester/alpha", asked.Output, StringComparison.Ordinal);
        Assert.Contains("tester/alpha", named.Output, StringComparison.Ordinal);
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("knitting", unknown.Error, StringComparison.Ordinal);
        await LiveNeo4j.EmptyAsync(neo4j);
    }

    private static Dictionary<string, string> ValuesFor(CypherQuestion question) => question.Parameters.Where(parameter => parameter.Usual is null)
        .ToDictionary(parameter => parameter.Name, parameter => parameter.Label == "Paper" && parameter.Name != "paper" ? (parameter.Name == "from" ? "paper 00003" : "paper 00005") : Values[parameter.Name]);
}
