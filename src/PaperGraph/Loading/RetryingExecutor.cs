using PaperGraph.Cypher;
using Polly;
using Polly.Retry;

namespace PaperGraph.Loading;

/// <summary>Tries again what failed in passing: a deadlock, a connection that was cut, a server that restarts. Every statement of a load may run twice, since the
/// answer to the first may have been lost on the way.</summary>
/// <remarks>An address that has not answered yet is more likely wrong than passing: until the first answer only what the server itself calls transient is tried again.</remarks>
internal sealed class RetryingExecutor : ICypherExecutor
{
    private readonly ICypherExecutor _neo4j;
    private readonly ResiliencePipeline _retry;
    private volatile bool _hasAnswered;
    private int _retries;

    private RetryingExecutor(ICypherExecutor neo4j, LoadOptions options)
    {
        _neo4j = neo4j;
        _retry = new ResiliencePipelineBuilder { TimeProvider = options.Clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<Neo4jException>(exception => exception.IsTransient && (_hasAnswered || exception is CypherException)),
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.RetryDelay,
                MaxDelay = TimeSpan.FromSeconds(15),
                OnRetry = _ =>
                {
                    Interlocked.Increment(ref _retries);
                    LoadTelemetry.Retries.Add(1);
                    return default;
                },
            })
            .Build();
    }

    /// <summary>The connection stays its maker's to close.</summary>
    public static RetryingExecutor Around(ICypherExecutor neo4j, LoadOptions options) => new(neo4j, options);

    public Neo4jTarget Target => _neo4j.Target;

    /// <summary>Attempts so far that failed in passing.</summary>
    public int Retries => _retries;

    public Task<CypherResult> ReadAsync(CypherStatement statement, CancellationToken cancellation = default) =>
        RetryAsync(token => _neo4j.ReadAsync(statement, token), cancellation);

    public Task<IReadOnlyList<CypherResult>> WriteAsync(IReadOnlyList<CypherStatement> statements, CancellationToken cancellation = default) =>
        RetryAsync(token => _neo4j.WriteAsync(statements, token), cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<T> RetryAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        T result = await _retry.ExecuteAsync(async token => await call(token), cancellation);
        _hasAnswered = true;
        return result;
    }
}
