using PaperGraph.Cypher;
using Polly;
using Polly.Retry;

namespace PaperGraph.Loading;

/// <summary>Tries again what failed in passing: a deadlock, a connection that was cut, a server that restarts. Every statement of a load may run twice, since the
/// answer to the first may have been lost on the way.</summary>
/// <remarks>An address that has not answered yet is more likely wrong than passing: until the first answer only what the server itself calls transient is tried again.</remarks>
internal sealed class RetryingExecutor : ICypherExecutor
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);
    private static readonly ResiliencePropertyKey<Outage> OutageOfCall = new("outage");

    private readonly ICypherExecutor _neo4j;
    private readonly LoadOptions _options;
    private readonly ResiliencePipeline _retry;
    private volatile bool _hasAnswered;
    private int _retries;

    private RetryingExecutor(ICypherExecutor neo4j, LoadOptions options)
    {
        (_neo4j, _options) = (neo4j, options);
        _retry = new ResiliencePipelineBuilder { TimeProvider = options.Clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthwhile(arguments.Context, arguments.Outcome.Exception)),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.RetryDelay,
                MaxDelay = LongestDelay,
                OnRetry = arguments =>
                {
                    Interlocked.Increment(ref _retries);
                    LoadTelemetry.Retries.Add(1);
                    options.OnRetry(new LoadRetry((Neo4jException)arguments.Outcome.Exception!, arguments.AttemptNumber + 1, TimeLeft(arguments.Context)));
                    return default;
                },
            })
            .Build();
    }

    /// <summary>The connection stays its maker's to close.</summary>
    public static RetryingExecutor Around(ICypherExecutor neo4j, LoadOptions options) => new(neo4j, options);

    public Neo4jTarget Target => _neo4j.Target;

    public bool EndsTransactionsCutOff => _neo4j.EndsTransactionsCutOff;

    /// <summary>Attempts so far that failed in passing.</summary>
    public int Retries => _retries;

    public Task<CypherResult> ReadAsync(CypherStatement statement, CancellationToken cancellation = default) =>
        RetryAsync(token => _neo4j.ReadAsync(statement, token), cancellation);

    public Task<IReadOnlyList<CypherResult>> WriteAsync(IReadOnlyList<CypherStatement> statements, CancellationToken cancellation = default) =>
        RetryAsync(token => _neo4j.WriteAsync(statements, token), cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<T> RetryAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellation);
        context.Properties.Set(OutageOfCall, new Outage());
        try
        {
            T result = await _retry.ExecuteAsync(async ctx => await call(ctx.CancellationToken), context);
            _hasAnswered = true;
            return result;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private bool IsWorthwhile(ResilienceContext context, Exception? exception)
    {
        if (exception is not Neo4jException { IsTransient: true } || !(_hasAnswered || exception is CypherException))
        {
            return false;
        }

        OutageOf(context).Began ??= _options.Clock.GetTimestamp();
        return TimeLeft(context) > TimeSpan.Zero;
    }

    private TimeSpan TimeLeft(ResilienceContext context) => _options.Patience - _options.Clock.GetElapsedTime(OutageOf(context).Began!.Value);

    private static Outage OutageOf(ResilienceContext context) => context.Properties.GetValue(OutageOfCall, null!);

    /// <summary>Of one call.</summary>
    private sealed class Outage
    {
        /// <summary>Timestamp of the first failure; null before it.</summary>
        public long? Began { get; set; }
    }
}
