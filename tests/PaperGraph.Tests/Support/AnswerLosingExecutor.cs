using PaperGraph.Cypher;

namespace PaperGraph.Tests.Support;

/// <summary>Each write takes effect, but its answer is lost on the way; sent again, it is answered.</summary>
internal sealed class AnswerLosingExecutor(ICypherExecutor neo4j) : ICypherExecutor
{
    private readonly HashSet<IReadOnlyList<CypherStatement>> _lost = [];

    public Neo4jTarget Target => neo4j.Target;

    public bool EndsTransactionsCutOff => neo4j.EndsTransactionsCutOff;

    /// <summary>Answers that were lost so far.</summary>
    public int Lost => _lost.Count;

    public Task<CypherResult> ReadAsync(CypherStatement statement, CancellationToken cancellation = default) => neo4j.ReadAsync(statement, cancellation);

    public async Task<IReadOnlyList<CypherResult>> WriteAsync(IReadOnlyList<CypherStatement> statements, CancellationToken cancellation = default)
    {
        IReadOnlyList<CypherResult> results = await neo4j.WriteAsync(statements, cancellation);
        bool isFirst;
        lock (_lost)
        {
            isFirst = _lost.Add(statements);
        }

        return isFirst ? throw new Neo4jUnreachableException(Target.Address, "the answer was lost.") : results;
    }

    /// <summary>The connection stays its maker's to close.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
