using System.Net.Sockets;
using Neo4j.Driver;
using PaperGraph.Cypher;

namespace PaperGraph.PackagedAdapters.Neo4j;

/// <summary>The driver's exceptions in the project's words.</summary>
internal static class BoltFailure
{
    public static PaperGraph.Cypher.Neo4jException Of(Neo4jTarget target, global::Neo4j.Driver.Neo4jException exception) => exception switch
    {
        ServiceUnavailableException or SessionExpiredException or ConnectionReadTimeoutException =>
            new Neo4jUnreachableException(target.Address, ReasonOf(exception), exception),
        AuthenticationException => new Neo4jAuthenticationException(target, exception.Message, exception),
        { Code.Length: > 0 } => Neo4jFailure.Of(target, exception.Code, exception.Message, exception),
        _ => new NotNeo4jException(target.Address, exception.Message, exception),
    };

    private static string ReasonOf(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause is AggregateException { InnerExceptions.Count: > 0 } many ? many.InnerExceptions[0] : cause.InnerException)
        {
            if (cause is SocketException socket)
            {
                return socket.SocketErrorCode switch
                {
                    SocketError.ConnectionRefused => "connection refused.",
                    SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "no such host.",
                    _ => $"{socket.SocketErrorCode}.",
                };
            }
        }

        return exception switch
        {
            ConnectionReadTimeoutException => "the answer did not come in time.",
            ServiceUnavailableException => "no server could be reached there, or the connection was cut.",
            _ => "the connection was cut.",
        };
    }
}
