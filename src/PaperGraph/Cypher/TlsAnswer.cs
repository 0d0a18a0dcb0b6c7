using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace PaperGraph.Cypher;

/// <summary>What a port says to a greeting in TLS. A library that failed to make a connection does not tell one reason from another but in words.</summary>
internal enum TlsAnswer
{
    /// <summary>Nobody listens, or there was no answer in time.</summary>
    None,

    /// <summary>Something else than TLS, or it hung up.</summary>
    Plain,

    /// <summary>TLS, with a certificate that this machine does not trust.</summary>
    Untrusted,

    /// <summary>TLS, with a certificate that this machine trusts.</summary>
    Trusted,
}

/// <summary>Greets a port in TLS and looks at the answer; nothing else is sent.</summary>
internal static class TlsProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static async Task<TlsAnswer> AskAsync(Uri address, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        var answer = TlsAnswer.None;
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port, limit.Token);
            answer = TlsAnswer.Plain;
            await using var stream = new SslStream(client.GetStream());
            await stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = address.Host,
                    RemoteCertificateValidationCallback = (_, _, _, errors) =>
                    {
                        answer = errors == SslPolicyErrors.None ? TlsAnswer.Trusted : TlsAnswer.Untrusted;
                        return false;   // Seen is enough.
                    },
                },
                limit.Token);
        }
        catch (Exception exception) when (exception is SocketException or IOException or AuthenticationException)
        {
            // As far as it came is the answer.
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return TlsAnswer.None;
        }

        return answer;
    }
}
