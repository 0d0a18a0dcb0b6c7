namespace PaperGraph.Cypher;

/// <summary>Runs statements in one Neo4j database. Safe to use from many threads: each call is a transaction of its own.</summary>
/// <remarks>Each call sees what earlier calls of the same executor wrote (bookmarks), also where a cluster answers it from another member.
/// Every failure is a <see cref="Neo4jException"/>.</remarks>
public interface ICypherExecutor : IAsyncDisposable
{
    Neo4jTarget Target { get; }

    /// <summary>Whether the server undoes a transaction of several statements as soon as the connection breaks. Where it does not, an outage leaves one open that keeps its locks until
    /// the server's own limit of time, and whoever needs them waits as long: then few statements should share one.</summary>
    bool EndsTransactionsCutOff { get; }

    /// <summary>Runs a statement that writes nothing; a statement that would is refused by the server.</summary>
    /// <exception cref="Neo4jException">The server refused it, or could not be reached.</exception>
    Task<CypherResult> ReadAsync(CypherStatement statement, CancellationToken cancellation = default);

    /// <summary>Runs statements in order in one transaction: all of them take effect, or none.</summary>
    /// <returns>One result a statement, in their order.</returns>
    /// <exception cref="Neo4jException">The server refused one, and nothing took effect; or its answer was lost
    /// (<see cref="Neo4jUnreachableException"/>), and then all or nothing did.</exception>
    Task<IReadOnlyList<CypherResult>> WriteAsync(IReadOnlyList<CypherStatement> statements, CancellationToken cancellation = default);
}

/// <summary>How long to wait for what.</summary>
public sealed record CypherExecutorOptions
{
    public static CypherExecutorOptions Default { get; } = new();

    /// <summary>Until a connection stands. The default is 10 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Until a statement's whole answer is there. The default is 5 min.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
