using PaperGraph.Cypher;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Contracts;

/// <summary>What every way to a Neo4j server must do.</summary>
[Trait("Category", "Live")]
[Collection(LiveNeo4j.Collection)]
public abstract class CypherExecutorContract : IAsyncLifetime
{
    private ICypherExecutor? _neo4j;

    private ICypherExecutor Neo4j => _neo4j!;

    /// <summary>The server's address for this transport.</summary>
    protected abstract string Address { get; }

    /// <summary>An address of the same transport at which nobody listens.</summary>
    protected abstract string DeadAddress { get; }

    public async Task InitializeAsync()
    {
        _neo4j = Connect();
        await LiveNeo4j.EmptyAsync(Neo4j);
    }

    public async Task DisposeAsync()
    {
        await LiveNeo4j.EmptyAsync(Neo4j);
        await Neo4j.DisposeAsync();
    }

    [LiveFact]
    public async Task Read_EveryType_ComesBackAsItWent()
    {
        object?[] values = [null, true, 42L, long.MaxValue, long.MinValue, 1.0, -0.5, 1e300, "text with \"quotes\", \\ and\nlines", "ß 漢字 😀 \u0001", ""];

        CypherResult result = await Neo4j.ReadAsync(new CypherStatement("UNWIND range(0, size($values) - 1) AS i RETURN $values[i] AS value ORDER BY i", ("values", values)));

        Assert.Equal("value", Assert.Single(result.Columns));
        Assert.Equal(values, result.Rows.Select(row => row[0]));
    }

    [LiveFact]
    public async Task Read_ListsAndMaps_ComeBackNested()
    {
        var map = new Dictionary<string, object?> { ["a"] = new object?[] { 1L, "two", null }, ["b"] = new Dictionary<string, object?> { ["c"] = 3.0 } };

        CypherResult result = await Neo4j.ReadAsync(new CypherStatement("RETURN $map AS map, $texts AS texts, $integers AS integers", ("map", map), ("texts", new[] { "x", "y" }), ("integers", new[] { 1, 2 })));

        var read = Assert.IsType<Dictionary<string, object?>>(result.Value(0, "map"));
        Assert.Equal(new object?[] { 1L, "two", null }, Assert.IsType<object?[]>(read["a"]));
        Assert.Equal(3.0, Assert.IsType<Dictionary<string, object?>>(read["b"])["c"]);
        Assert.Equal(new object?[] { "x", "y" }, result.Value(0, "texts"));
        Assert.Equal(new object?[] { 1L, 2L }, result.Value(0, "integers"));
    }

    [LiveFact]
    public async Task Read_NodesAndPaths_CarryLabelsTypesAndProperties()
    {
        await Neo4j.WriteAsync([new CypherStatement("CREATE (:Left {id: 'a', n: 1})-[:JOINS {w: 0.5}]->(:Right {id: 'b'})")]);

        CypherResult result = await Neo4j.ReadAsync(new CypherStatement("MATCH path = (left:Left)-[joins]->(right) RETURN left, joins, path"));

        var left = Assert.IsType<CypherNode>(result.Value(0, "left"));
        Assert.Equal("Left", Assert.Single(left.Labels));
        Assert.Equal(1L, left.Properties["n"]);
        var joins = Assert.IsType<CypherRelationship>(result.Value(0, "joins"));
        Assert.Equal("JOINS", joins.Type);
        Assert.Equal(left.ElementId, joins.StartElementId);
        Assert.Equal(0.5, joins.Properties["w"]);
        var path = Assert.IsType<CypherPath>(result.Value(0, "path"));
        Assert.Equal(2, path.Nodes.Length);
        Assert.Equal(joins.ElementId, Assert.Single(path.Relationships).ElementId);
    }

    [LiveFact]
    public async Task Read_DatesAndPoints_AreTexts()
    {
        CypherResult result = await Neo4j.ReadAsync(new CypherStatement("RETURN date('2024-02-29') AS day, duration('P1D') AS span"));

        Assert.Equal("2024-02-29", result.Value(0, "day"));
        Assert.IsType<string>(result.Value(0, "span"));
    }

    [LiveFact]
    public async Task Read_NothingFound_KeepsColumns()
    {
        CypherResult result = await Neo4j.ReadAsync(new CypherStatement("MATCH (node:NoSuchLabel) RETURN node.id AS id, 1 AS one"));

        Assert.Equal("id one", string.Join(' ', result.Columns));
        Assert.Empty(result.Rows);
    }

    [LiveFact]
    public async Task Read_StatementThatWrites_IsRefusedAndWritesNothing()
    {
        await Assert.ThrowsAnyAsync<Neo4jException>(() => Neo4j.ReadAsync(new CypherStatement("CREATE (:Left {id: 'a'})")));

        Assert.Equal((0L, 0L), await LiveNeo4j.CountsAsync(Neo4j));
    }

    [LiveFact]
    public async Task Write_CountsWhatItWrote()
    {
        IReadOnlyList<CypherResult> results = await Neo4j.WriteAsync([new CypherStatement("CREATE (a:Left {id: 'a', n: 1})-[:JOINS]->(b:Right) RETURN a.id AS id")]);

        WriteCounters counters = results[0].Counters;
        Assert.Equal((2, 1, 2, 2), (counters.NodesCreated, counters.RelationshipsCreated, counters.PropertiesSet, counters.LabelsAdded));
        Assert.Equal("a", results[0].Value(0, "id"));
    }

    [LiveFact]
    public async Task Write_NothingToDo_CountsNothing()
    {
        IReadOnlyList<CypherResult> results = await Neo4j.WriteAsync([new CypherStatement("MATCH (node:NoSuchLabel) SET node.x = 1")]);

        Assert.True(results[0].Counters.IsEmpty);
    }

    [LiveFact]
    public async Task Write_SeveralStatements_GiveAResultEach()
    {
        IReadOnlyList<CypherResult> results = await Neo4j.WriteAsync(
        [
            new CypherStatement("CREATE (:Left {id: 'a'})"),
            new CypherStatement("MATCH (left:Left) CREATE (left)-[:JOINS]->(:Right {id: 'b'})"),
            new CypherStatement("MATCH (right:Right) RETURN right.id AS id"),
        ]);

        Assert.Equal(3, results.Count);
        Assert.Equal("b", results[2].Value(0, "id"));
        Assert.Equal((2L, 1L), await LiveNeo4j.CountsAsync(Neo4j));
    }

    [LiveTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Write_OneStatementFails_NoneTakesEffect(int failing)
    {
        string[] texts = ["CREATE (:Left {id: 'a'})", "CREATE (:Left {id: 'b'})", "CREATE (:Left {id: 'c'})"];
        texts[failing] = "CREATE (:Left {id: 'x'}) RETURN 1 / 0";

        var exception = await Assert.ThrowsAsync<CypherException>(() => Neo4j.WriteAsync([.. texts.Select(text => new CypherStatement(text))]));

        Assert.Equal("Neo.ClientError.Statement.ArithmeticError", exception.Code);
        Assert.False(exception.IsTransient);
        Assert.Equal((0L, 0L), await LiveNeo4j.CountsAsync(Neo4j));
    }

    [LiveFact]
    public async Task Write_FailsAfterItsFirstRows_IsAFailure()
    {
        // Over HTTP the answer is 202 by then: the error stands at the body's end.
        var exception = await Assert.ThrowsAsync<CypherException>(() => Neo4j.WriteAsync([new CypherStatement("UNWIND range(5000, 0, -1) AS i RETURN 1 / i AS x")]));

        Assert.Equal("Neo.ClientError.Statement.ArithmeticError", exception.Code);
    }

    [LiveFact]
    public async Task Read_SyntaxError_IsOneLineWithItsCode()
    {
        var exception = await Assert.ThrowsAsync<CypherException>(() => Neo4j.ReadAsync(new CypherStatement("RETRUN 1")));

        Assert.Equal("Neo.ClientError.Statement.SyntaxError", exception.Code);
        Assert.DoesNotContain('\n', exception.Message);
        Assert.Contains("RETRUN", exception.Message, StringComparison.Ordinal);
    }

    [LiveFact]
    public async Task Read_MissingParameter_SaysWhich()
    {
        var exception = await Assert.ThrowsAsync<CypherException>(() => Neo4j.ReadAsync(new CypherStatement("RETURN $absent")));

        Assert.Equal("Neo.ClientError.Statement.ParameterMissing", exception.Code);
        Assert.Contains("absent", exception.Message, StringComparison.Ordinal);
    }

    [LiveFact]
    public async Task Write_BrokenConstraint_SaysSo()
    {
        await Neo4j.WriteAsync([new CypherStatement("CREATE CONSTRAINT left_id IF NOT EXISTS FOR (left:Left) REQUIRE left.id IS UNIQUE")]);
        try
        {
            var exception = await Assert.ThrowsAsync<CypherException>(() => Neo4j.WriteAsync([new CypherStatement("CREATE (:Left {id: 'a'})"), new CypherStatement("CREATE (:Left {id: 'a'})")]));

            Assert.Equal("Neo.ClientError.Schema.ConstraintValidationFailed", exception.Code);
        }
        finally
        {
            await Neo4j.WriteAsync([new CypherStatement("DROP CONSTRAINT left_id")]);
        }
    }

    [LiveFact]
    public async Task Write_LargeBody_GoesThroughWhole()
    {
        string[] texts = [.. Enumerable.Range(0, 4_000).Select(i => new string((char)('a' + (i % 26)), 2_000))];

        await Neo4j.WriteAsync([new CypherStatement("UNWIND $rows AS row CREATE (:Left {text: row})", ("rows", texts))]);
        CypherResult result = await Neo4j.ReadAsync(new CypherStatement("MATCH (left:Left) RETURN left.text AS text"));

        Assert.Equal(texts.Order(StringComparer.Ordinal), result.Rows.Select(row => (string)row[0]!).Order(StringComparer.Ordinal));
    }

    [LiveFact]
    public async Task Read_AfterWriteOfAnotherThread_SeesIt()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Neo4j.WriteAsync([new CypherStatement("CREATE (:Left {n: $n})", ("n", i))])));

        Assert.Equal((20L, 0L), await LiveNeo4j.CountsAsync(Neo4j));
    }

    [LiveFact]
    public async Task Read_Cancelled_EndsAtOnce()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Neo4j.ReadAsync(new CypherStatement("UNWIND range(1, 1000000000) AS i RETURN sum(i % 7)"), cancellation.Token));
    }

    [LiveFact]
    public async Task Read_NoAnswerInTime_IsUnreachableAndTransient()
    {
        await using ICypherExecutor hasty = Connect(LiveNeo4j.TargetAt(Address), CypherExecutorOptions.Default with { AnswerTimeout = TimeSpan.FromMilliseconds(300) });

        var exception = await Assert.ThrowsAsync<Neo4jUnreachableException>(() => hasty.ReadAsync(new CypherStatement("UNWIND range(1, 1000000000) AS i RETURN sum(i % 7)")));

        Assert.True(exception.IsTransient);
        Assert.Contains("0.3 s", exception.Message, StringComparison.Ordinal);
    }

    [LiveFact]
    public async Task Read_WrongPassword_NamesUserAndNotThePassword()
    {
        await using ICypherExecutor stranger = Connect(LiveNeo4j.TargetAt(Address, password: "not-the-one"));

        var exception = await Assert.ThrowsAsync<Neo4jAuthenticationException>(() => stranger.ReadAsync(new CypherStatement("RETURN 1")));

        Assert.Contains("'neo4j'", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-one", exception.ToString(), StringComparison.Ordinal);
    }

    [LiveFact]
    public async Task Read_NoSuchDatabase_NamesIt()
    {
        await using ICypherExecutor lost = Connect(LiveNeo4j.TargetAt(Address, database: "nowhere"));

        var exception = await Assert.ThrowsAsync<DatabaseNotFoundException>(() => lost.ReadAsync(new CypherStatement("RETURN 1")));

        Assert.Contains("'nowhere'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("NEO4J_DATABASE", exception.Message, StringComparison.Ordinal);
    }

    [LiveFact]
    public async Task Write_NobodyListens_IsUnreachable()
    {
        await using ICypherExecutor lost = Connect(LiveNeo4j.TargetAt(DeadAddress));

        var exception = await Assert.ThrowsAsync<Neo4jUnreachableException>(() => lost.WriteAsync([new CypherStatement("CREATE ()")]));

        Assert.Contains("does not answer at " + DeadAddress, exception.Message, StringComparison.Ordinal);
        Assert.Contains("docker compose up", exception.Message, StringComparison.Ordinal);
    }

    private ICypherExecutor Connect() => Connect(LiveNeo4j.TargetAt(Address));

    private static ICypherExecutor Connect(Neo4jTarget target, CypherExecutorOptions? options = null) => CypherTransport.Connect(target, options);
}
