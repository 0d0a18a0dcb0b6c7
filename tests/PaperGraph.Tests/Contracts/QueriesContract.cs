using System.Collections.Immutable;
using System.Globalization;
using PaperGraph.Cypher;
using PaperGraph.Graph;
using PaperGraph.Loading;
using PaperGraph.Queries;
using PaperGraph.Storage;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Contracts;

/// <summary>The same question, the same rows, in the same order: from memory and from Neo4j, over the sample pages.</summary>
[Trait("Category", "Live")]
[Collection(LiveNeo4j.Collection)]
public sealed class QueriesContract(SampleStore sample) : IClassFixture<SampleStore>, IAsyncLifetime
{
    private const int Concepts = 12;

    private PaperGraphStore? _store;
    private ICypherExecutor? _neo4j;

    private KnowledgeGraph Graph => _store!.Graph;

    /// <summary>Those of most papers.</summary>
    private ImmutableArray<NodeId> ConceptsToAsk =>
        [.. Graph.NodesOf(NodeLabel.Concept).OrderByDescending(concept => Graph.InEdges(concept, EdgeType.Mentions).Count).ThenBy(concept => concept).Take(Concepts)];

    public async Task InitializeAsync()
    {
        if (LiveNeo4j.ReasonToSkip is not null)
        {
            return;
        }

        _store = PaperGraphStore.Open(sample.Path);
        _neo4j = CypherTransport.Connect(LiveNeo4j.HttpTarget);
        await LiveNeo4j.EmptyAsync(_neo4j);
        LoadReport report = await new GraphLoader(_neo4j).LoadAsync(Graph, _store.Id);
        Assert.Equal((0L, 0L), (report.Missing, report.Extra));
    }

    public async Task DisposeAsync()
    {
        _store?.Dispose();
        if (_neo4j is not null)
        {
            await LiveNeo4j.EmptyAsync(_neo4j);
            await _neo4j.DisposeAsync();
        }
    }

    [LiveFact]
    public async Task Code_OfAConcept_IsTheSame()
    {
        int answered = 0;
        foreach (NodeId concept in ConceptsToAsk)
        {
            string[] memory = [.. CodeQuery.Ask(Graph, new CodeQuestion(PaperFilter.All with { Concept = concept })).Rows
                .Select(row => Line(row.Paper.Date, row.Paper.Name, row.Paper.Title, string.Join(' ', row.Repositories.Where(repository => repository.Status == "released").Select(repository => repository.Url))))];

            Assert.Equal(memory, await AskAsync("code-for-concept", concept));
            answered += memory.Length;
        }

        Assert.InRange(answered, 1, int.MaxValue);
    }

    [LiveFact]
    public async Task Datasets_OfAConcept_AreTheSame()
    {
        foreach (NodeId concept in ConceptsToAsk)
        {
            string[] memory = [.. ConceptQuery.Ask(Graph, concept).Datasets.Select(dataset => Line(dataset.Name, dataset.Papers))];

            Assert.Equal(memory, (await AskAsync("datasets-for-concept", concept)).Select(line => line[..line.LastIndexOf(" | ", StringComparison.Ordinal)]));
        }
    }

    [LiveFact]
    public async Task Implementations_OfAConcept_AreTheSame()
    {
        foreach (NodeId concept in Graph.Edges.Where(edge => edge.Type == EdgeType.HasImplementation).Select(edge => edge.Source).Distinct().Take(Concepts))
        {
            string[] memory = [.. ConceptQuery.Ask(Graph, concept).Repositories.Select(repository => Line(repository.Url, repository.Introduced, repository.Papers))];

            Assert.Equal(memory, await AskAsync("implementations-of-concept", concept));
            Assert.NotEmpty(memory);
        }
    }

    [LiveFact]
    public async Task Broader_OneStepUp_IsTheSame()
    {
        foreach (NodeId concept in Graph.Edges.Where(edge => edge.Type == EdgeType.Broader).Select(edge => edge.Source).Distinct().Take(Concepts))
        {
            string[] memory = [.. ConceptQuery.Ask(Graph, concept).Broader.Select(broader => Line(broader.Name, 1, broader.Papers)).Order(StringComparer.Ordinal)];

            Assert.Equal(memory, (await AskAsync("broader-concepts", concept)).Where(line => line.Contains(" | 1 | ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        }
    }

    private async Task<string[]> AskAsync(string name, NodeId concept)
    {
        CypherQuestion question = CypherQuestion.All.Single(question => question.Name == name);
        var values = new Dictionary<string, string> { ["concept"] = Graph.KeyOf(concept) };
        if (question.Parameters.Any(parameter => parameter.Name == "limit"))
        {
            values["limit"] = "10000";
        }

        CypherResult result = await _neo4j!.ReadAsync(question.With(values));
        return [.. result.Rows.Select(row => Line(row))];
    }

    private static string Line(params object?[] values) => string.Join(" | ", values.Select(value => value switch
    {
        object?[] list => string.Join(' ', list),
        null => "",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    }));
}
