using Neo4j.Driver;
using PaperGraph.Cypher;

namespace PaperGraph.PackagedAdapters.Neo4j;

/// <summary>Neo4j over Bolt, with the official driver: routing, TLS and retries of whole transactions are the driver's.</summary>
public sealed class BoltCypherExecutor : ICypherExecutor
{
    private readonly IDriver _driver;
    private readonly CypherExecutorOptions _options;
    private readonly IBookmarkManager _bookmarks = GraphDatabase.BookmarkManagerFactory.NewBookmarkManager();
    private volatile bool _hasAnswered;

    public BoltCypherExecutor(Neo4jTarget target, CypherExecutorOptions options)
    {
        ArgumentNullException.ThrowIfNull(target);
        (Target, _options) = (target, options);
        _driver = GraphDatabase.Driver(target.Address, AuthTokens.Basic(target.UserName, target.Password), config => config
            .WithConnectionTimeout(options.ConnectTimeout)
            .WithConnectionAcquisitionTimeout(2 * options.ConnectTimeout)   // its handshakes among it, which have no limit of their own
            .WithMaxTransactionRetryTime(TimeSpan.FromSeconds(2))   // loads try again themselves, and a dead address should not take long
            .WithFetchSize(10_000)
            .WithTelemetryDisabled()
            .WithNotificationsDisabled());
    }

    public Neo4jTarget Target { get; }

    public bool EndsTransactionsCutOff => true;

    public async Task<CypherResult> ReadAsync(CypherStatement statement, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var config = new QueryConfig(RoutingControl.Readers, Target.Database, bookmarkManager: _bookmarks);
        return await CallAsync(
            async token =>
            {
                EagerResult<IReadOnlyList<IRecord>> result = await _driver.ExecutableQuery(statement.Text)
                    .WithParameters(BoltValues.ToDriver(statement.Parameters)).WithConfig(config).ExecuteAsync(token);
                return new CypherResult([.. result.Keys], [.. result.Result.Select(BoltValues.Row)], BoltValues.Counters(result.Summary.Counters));
            },
            cancellation);
    }

    public async Task<IReadOnlyList<CypherResult>> WriteAsync(IReadOnlyList<CypherStatement> statements, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(statements);
        return await CallAsync(
            async _ =>
            {
                await using IAsyncSession session = _driver.AsyncSession(config => config
                    .WithDatabase(Target.Database).WithDefaultAccessMode(AccessMode.Write).WithBookmarkManager(_bookmarks));
                return await session.ExecuteWriteAsync(
                    async transaction =>
                    {
                        var results = new List<CypherResult>(statements.Count);
                        foreach (CypherStatement statement in statements)
                        {
                            IResultCursor cursor = await transaction.RunAsync(statement.Text, BoltValues.ToDriver(statement.Parameters));
                            string[] columns = await cursor.KeysAsync();
                            List<IRecord> records = await cursor.ToListAsync();
                            IResultSummary summary = await cursor.ConsumeAsync();
                            results.Add(new CypherResult([.. columns], [.. records.Select(BoltValues.Row)], BoltValues.Counters(summary.Counters)));
                        }

                        return (IReadOnlyList<CypherResult>)results;
                    },
                    transaction => transaction.WithTimeout(_options.AnswerTimeout));
            },
            cancellation);
    }

    public ValueTask DisposeAsync() => _driver.DisposeAsync();

    /// <summary>The driver's calls take no limit of time and mostly no token: the wait is left, the server ends what it left behind.</summary>
    private async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            T answer = await call(cancellation).WaitAsync(_options.AnswerTimeout, cancellation);
            _hasAnswered = true;
            return answer;
        }
        catch (global::Neo4j.Driver.Neo4jException exception)
        {
            // Until the first answer, an address may be wrong in its TLS, which a driver that routes does not tell; after it, a connection that breaks is just that.
            TlsAnswer? tls = !_hasAnswered && BoltFailure.MayBeOfTls(exception) ? await TlsProbe.AskAsync(Target.Address, cancellation) : null;
            throw BoltFailure.Of(Target, exception, tls);
        }
        catch (NotSupportedException exception)   // Another protocol, such as HTTP, or another version of Bolt.
        {
            throw new NotNeo4jException(Target.Address, "it does not speak Bolt. Is this the Bolt port (7687)?", exception);
        }
        catch (Exception exception) when (exception is TimeoutException or IOException or System.Net.Sockets.SocketException)
        {
            throw new Neo4jUnreachableException(Target.Address, exception is TimeoutException ? $"no answer within {_options.AnswerTimeout.TotalSeconds:0.#} s." : "the connection was cut.", exception);
        }
    }
}
