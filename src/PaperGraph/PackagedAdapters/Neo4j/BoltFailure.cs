using System.Net.Sockets;
using Neo4j.Driver;
using PaperGraph.Cypher;

namespace PaperGraph.PackagedAdapters.Neo4j;

/// <summary>The driver's exceptions in the project's words.</summary>
internal static class BoltFailure
{
    public static PaperGraph.Cypher.Neo4jException Of(Neo4jTarget target, global::Neo4j.Driver.Neo4jException exception) => exception switch
    {
        _ when CausesOf(exception).Any(cause => cause is System.Security.Authentication.AuthenticationException) => new Neo4jCertificateException(target.Address, exception),
        ServiceUnavailableException or SessionExpiredException or ConnectionReadTimeoutException =>
            new Neo4jUnreachableException(target.Address, ReasonOf(target, exception), exception),
        AuthenticationException => new Neo4jAuthenticationException(target, exception.Message, exception),
        ClientException { Code: null or "" } => new Neo4jUnreachableException(target.Address, "no connection within the time given.", exception),
        { Code.Length: > 0 } => Neo4jFailure.Of(target, exception.Code, exception.Message, exception),
        _ => new NotNeo4jException(target.Address, exception.Message, exception),
    };

    private static string ReasonOf(Neo4jTarget target, Exception exception)
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
            ServiceUnavailableException when target.Address.Scheme == "neo4j+s" =>   // A driver that routes does not tell why.
                "no server could be reached there, or its certificate is none that this machine trusts (neo4j+ssc:// trusts any).",
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
