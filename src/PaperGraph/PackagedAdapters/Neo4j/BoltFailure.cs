using System.Net.Sockets;
using Neo4j.Driver;
using PaperGraph.Cypher;

namespace PaperGraph.PackagedAdapters.Neo4j;

/// <summary>The driver's exceptions in the project's words.</summary>
internal static class BoltFailure
{
    /// <param name="tls">What the port said to a greeting in TLS; null where it was not asked.</param>
    public static PaperGraph.Cypher.Neo4jException Of(Neo4jTarget target, global::Neo4j.Driver.Neo4jException exception, TlsAnswer? tls) => exception switch
    {
        _ when OfTls(target, exception, tls) is { } ofTls => ofTls,
        ServiceUnavailableException or SessionExpiredException or ConnectionReadTimeoutException =>
            new Neo4jUnreachableException(target.Address, ReasonOf(exception), exception),
        AuthenticationException => new Neo4jAuthenticationException(target, exception.Message, exception),
        ClientException { Code: null or "" } => new Neo4jUnreachableException(target.Address, "no connection within the time given.", exception),
        { Code.Length: > 0 } => Neo4jFailure.Of(target, exception.Code, exception.Message, exception),
        _ => new NotNeo4jException(target.Address, exception.Message, exception),
    };

    /// <summary>Whether it may come of a port that speaks TLS where none was asked for, or of its certificate, or the other way round.</summary>
    public static bool MayBeOfTls(global::Neo4j.Driver.Neo4jException exception) =>
        exception is ServiceUnavailableException or SessionExpiredException && !CausesOf(exception).Any(cause => cause is SocketException { SocketErrorCode: not SocketError.ConnectionReset });

    private static PaperGraph.Cypher.Neo4jException? OfTls(Neo4jTarget target, Exception exception, TlsAnswer? tls) => (tls, target.Address.Scheme.Split('+')) switch
    {
        (TlsAnswer.Plain, [_, _]) => Neo4jTlsException.NotSpoken(target.Address, exception),
        (TlsAnswer.Untrusted, [_, "s"]) => new Neo4jCertificateException(target.Address, exception),
        (TlsAnswer.Trusted or TlsAnswer.Untrusted, [_]) => Neo4jTlsException.Required(target.Address, exception),
        _ => null,
    };

    private static string ReasonOf(Exception exception)
    {
        if (CausesOf(exception).OfType<SocketException>().FirstOrDefault() is { } socket)
        {
            return socket.SocketErrorCode switch
            {
                SocketError.ConnectionRefused => "connection refused.",
                SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "no such host.",
                _ => $"{socket.SocketErrorCode}.",
            };
        }

        return exception switch
        {
            ConnectionReadTimeoutException => "the answer did not come in time.",
            ServiceUnavailableException => "no server could be reached there, or the connection was cut.",
            _ => "the connection was cut.",
        };
    }

    /// <summary>The exception and what led to it, nearest first; of several the first.</summary>
    private static IEnumerable<Exception> CausesOf(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause is AggregateException { InnerExceptions.Count: > 0 } many ? many.InnerExceptions[0] : cause.InnerException)
        {
            yield return cause;
        }
    }
}
