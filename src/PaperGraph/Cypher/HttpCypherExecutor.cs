using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;

namespace PaperGraph.Cypher;

/// <summary>Neo4j over HTTP: the Query API, version 2 (Neo4j 5.19 and later).</summary>
/// <remarks>The API answers 202 also for a statement that fails while it runs: what counts are the errors in the body.
/// It does not take compressed requests; answers are compressed where a proxy on the way does so.</remarks>
public sealed class HttpCypherExecutor : ICypherExecutor
{
    private const string TypedJson = "application/vnd.neo4j.query";
    private const string AffinityHeader = "neo4j-cluster-affinity";

    private readonly HttpClient _client;
    private readonly CypherExecutorOptions _options;
    private readonly BookmarkSet _bookmarks = new();
    private readonly Uri _query;
    private volatile bool _hasAnswered;

    public HttpCypherExecutor(Neo4jTarget target, CypherExecutorOptions options)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(options);
        (Target, _options) = (target, options);
        _query = new Uri($"{target.Address.GetLeftPart(UriPartial.Authority)}/db/{Uri.EscapeDataString(target.Database)}/query/v2");
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = options.ConnectTimeout,
            UseProxy = !target.IsLoopback,
            AutomaticDecompression = target.IsLoopback ? DecompressionMethods.None : DecompressionMethods.All,
            AllowAutoRedirect = false,
            UseCookies = false,
        };
        _client = new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(TypedJson));
        _client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(target.UserName + ":" + target.Password)));
    }

    public Neo4jTarget Target { get; }

    /// <summary>Several statements are several requests, and the server cannot know that no more will come.</summary>
    public bool EndsTransactionsCutOff => false;

    public async Task<CypherResult> ReadAsync(CypherStatement statement, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return await RunAloneAsync(statement, "READ", cancellation);
    }

    public async Task<IReadOnlyList<CypherResult>> WriteAsync(IReadOnlyList<CypherStatement> statements, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(statements);
        return statements.Count switch
        {
            0 => [],
            1 => [await RunAloneAsync(statements[0], "WRITE", cancellation)],
            _ => await RunTogetherAsync(statements, cancellation),
        };
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<CypherResult> RunAloneAsync(CypherStatement statement, string accessMode, CancellationToken cancellation)
    {
        string[] bookmarks = _bookmarks.Snapshot();
        using HttpRequestMessage request = Post(_query, QueryApiRequest.Write(statement, accessMode, bookmarks));
        (QueryApiAnswer answer, _) = await SendAsync(request, cancellation);
        _bookmarks.Replace(bookmarks, answer.Bookmarks);
        return answer.Result;
    }

    /// <summary>The first statement opens the transaction, the last one commits it: as many requests as statements.</summary>
    private async Task<IReadOnlyList<CypherResult>> RunTogetherAsync(IReadOnlyList<CypherStatement> statements, CancellationToken cancellation)
    {
        string[] bookmarks = _bookmarks.Snapshot();
        var results = new List<CypherResult>(statements.Count);
        using HttpRequestMessage opening = Post(new Uri(_query + "/tx"), QueryApiRequest.Write(statements[0], "WRITE", bookmarks));
        (QueryApiAnswer opened, string? affinity) = await SendAsync(opening, cancellation);
        results.Add(opened.Result);
        var transaction = new Uri($"{_query}/tx/{Uri.EscapeDataString(opened.TransactionId ?? throw new NotNeo4jException(Target.Address, "its transaction has no id."))}");
        try
        {
            foreach (CypherStatement statement in statements.Skip(1).Take(statements.Count - 2))
            {
                using HttpRequestMessage request = Post(transaction, QueryApiRequest.Write(statement, null, []), affinity);
                results.Add((await SendAsync(request, cancellation)).Answer.Result);
            }

            using HttpRequestMessage commit = Post(new Uri(transaction + "/commit"), QueryApiRequest.Write(statements[^1], null, []), affinity);
            (QueryApiAnswer committed, _) = await SendAsync(commit, cancellation);
            results.Add(committed.Result);
            _bookmarks.Replace(bookmarks, committed.Bookmarks);
            return results;
        }
        catch
        {
            await RollBackAsync(transaction, affinity);
            throw;
        }
    }

    /// <summary>Frees the transaction's locks at once; where that fails, the server does it when the transaction's time has run out.</summary>
    private async Task RollBackAsync(Uri transaction, string? affinity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, transaction);
        AddAffinity(request, affinity);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            using HttpResponseMessage response = await _client.SendAsync(request, limit.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            // The failure that led here is the one to report.
        }
    }

    private static HttpRequestMessage Post(Uri address, ArrayBufferWriter<byte> body, string? affinity = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(body.WrittenMemory) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        AddAffinity(request, affinity);
        return request;
    }

    /// <summary>In a cluster behind a balancer, a transaction's requests must all reach the member that opened it.</summary>
    private static void AddAffinity(HttpRequestMessage request, string? affinity)
    {
        if (affinity is not null)
        {
            request.Headers.TryAddWithoutValidation(AffinityHeader, affinity);
        }
    }

    private async Task<(QueryApiAnswer Answer, string? Affinity)> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_options.AnswerTimeout);
        try
        {
            using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            byte[] body = await response.Content.ReadAsByteArrayAsync(limit.Token);
            _hasAnswered = true;
            QueryApiAnswer answer = ParseAnswer(response, body);
            if (!answer.Errors.IsEmpty)
            {
                throw Failure(response.StatusCode, answer.Errors[0].Code, answer.Errors[0].Message);
            }

            string? affinity = response.Headers.TryGetValues(AffinityHeader, out IEnumerable<string>? values) ? values.First() : null;
            return (answer, affinity);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw new Neo4jUnreachableException(Target.Address, $"no answer within {_options.AnswerTimeout.TotalSeconds:0.#} s.", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw await FailureAsync(exception, cancellation);
        }
    }

    /// <summary>Until the first answer, an address may be wrong in its TLS; after it, a connection that breaks is just that.</summary>
    private async Task<Neo4jException> FailureAsync(Exception exception, CancellationToken cancellation)
    {
        bool isOfTls = exception.GetBaseException() is AuthenticationException;
        if (isOfTls || (!_hasAnswered && exception.GetBaseException() is not SocketException))
        {
            switch (await TlsProbe.AskAsync(Target.Address, cancellation), Target.Address.Scheme == Uri.UriSchemeHttps)
            {
                case (TlsAnswer.Plain, true):
                    return Neo4jTlsException.NotSpoken(Target.Address, exception);
                case (TlsAnswer.Trusted or TlsAnswer.Untrusted, false):
                    return Neo4jTlsException.Required(Target.Address, exception);
                case (TlsAnswer.Untrusted, true):
                    return new Neo4jCertificateException(Target.Address, exception);
            }
        }

        return new Neo4jUnreachableException(Target.Address, ReasonOf(exception), exception);
    }

    private QueryApiAnswer ParseAnswer(HttpResponseMessage response, byte[] body)
    {
        try
        {
            QueryApiAnswer answer = QueryApiAnswer.Parse(body);
            if (response.IsSuccessStatusCode || !answer.Errors.IsEmpty)
            {
                return answer;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            if (response.IsSuccessStatusCode)
            {
                throw new NotNeo4jException(Target.Address, "its answer is none of Neo4j's HTTP Query API. Is this the HTTP port (7474), and the server 5.19 or later?", exception);
            }
        }

        int status = (int)response.StatusCode;
        throw status switch
        {
            401 => new Neo4jAuthenticationException(Target, "it answers 401"),
            404 => new NotNeo4jException(Target.Address, "it has no HTTP Query API (404). Is this Neo4j 5.19 or later, with the API switched on?"),
            429 or 502 or 503 or 504 => new Neo4jUnreachableException(Target.Address, $"it answers {status}."),
            _ => new NotNeo4jException(Target.Address, $"it answers {status} without a word of Neo4j's."),
        };
    }

    private Neo4jException Failure(HttpStatusCode status, string code, string message) => Neo4jFailure.Of(
        Target, code.Length > 0 ? code : $"HTTP {(int)status}", message);

    private static string ReasonOf(Exception exception) => exception.GetBaseException() switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "connection refused.",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => "no such host.",
        OperationCanceledException or TimeoutException => "no connection within the time given.",
        SocketException socket => $"{socket.SocketErrorCode}.",
        _ => "the connection was cut.",
    };
}
