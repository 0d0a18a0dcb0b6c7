using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaperGraph.Cypher;

namespace PaperGraph.Tests.Cypher;

/// <summary>A server whose certificate nobody vouches for.</summary>
public sealed class CertificateTests
{
    public static TheoryData<string> Schemes => CypherTransport.CanSpeak("bolt+s") ? new TheoryData<string>("https", "bolt+s") : new TheoryData<string>("https");

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task Read_ServerSignedItsCertificateItself_IsNotTriedAgainAndSaysWhatToDo(string scheme)
    {
        using X509Certificate2 certificate = SelfSigned();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var end = new CancellationTokenSource();
        Task serving = ServeAsync(listener, certificate, end.Token);
        string address = $"{scheme}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        await using ICypherExecutor neo4j = CypherTransport.Connect(new Neo4jTarget(address, "neo4j", "secret", null));

        var exception = await Assert.ThrowsAsync<Neo4jCertificateException>(() => neo4j.ReadAsync(new CypherStatement("RETURN 1")));

        await end.CancelAsync();
        await serving;
        Assert.False(exception.IsTransient);
        Assert.Contains(address, exception.Message, StringComparison.Ordinal);
        Assert.Contains("bolt+ssc://", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Each connection by itself: a driver that was refused may leave one open and try another.</summary>
    private static async Task ServeAsync(TcpListener listener, X509Certificate2 certificate, CancellationToken end)
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(AnswerAsync(await listener.AcceptTcpClientAsync(end), certificate, end));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private static async Task AnswerAsync(TcpClient client, X509Certificate2 certificate, CancellationToken end)
    {
        using (client)
        {
            try
            {
                await using var stream = new SslStream(client.GetStream());
                await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, end);
                await stream.CopyToAsync(Stream.Null, end);
            }
            catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException or OperationCanceledException)
            {
                // The client has gone, as it should.
            }
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        using X509Certificate2 certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
