using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaperGraph.Cypher;

namespace PaperGraph.Tests.Cypher;

/// <summary>Servers whose certificate nobody vouches for, and ports that are asked for TLS and speak none, or the other way round.</summary>
public sealed class CertificateTests
{
    /// <summary>Addresses and what the message advises instead.</summary>
    public static TheoryData<string, string> SchemesWithTls =>
        CypherTransport.CanSpeak("bolt+s") ? new() { { "https", "http://" }, { "bolt+s", "bolt://" }, { "bolt+ssc", "bolt://" }, { "neo4j+s", "neo4j://" } } : new() { { "https", "http://" } };

    public static TheoryData<string, string> SchemesWithoutTls => CypherTransport.CanSpeak("bolt") ? new() { { "http", "https://" }, { "bolt", "bolt+s://" } } : new() { { "http", "https://" } };

    public static TheoryData<string> Schemes => CypherTransport.CanSpeak("bolt+s") ? new TheoryData<string>("https", "bolt+s") : new TheoryData<string>("https");

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task Read_ServerSignedItsCertificateItself_IsNotTriedAgainAndSaysWhatToDo(string scheme)
    {
        using X509Certificate2 certificate = SelfSigned();

        var exception = await FailureAsync(scheme, (client, end) => AnswerAsync(client, certificate, end));

        Assert.IsType<Neo4jCertificateException>(exception);
        Assert.False(exception.IsTransient);
        Assert.Contains("bolt+ssc://", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SchemesWithTls))]
    public async Task Read_TlsOfAPortWithoutIt_SaysWhichAddressToUse(string scheme, string advice)
    {
        var exception = await FailureAsync(scheme, async (client, end) =>
        {
            await using NetworkStream stream = client.GetStream();
            await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, end);
            await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), end);
        });

        Assert.IsType<Neo4jTlsException>(exception);
        Assert.False(exception.IsTransient);
        Assert.Contains("does not speak TLS", exception.Message, StringComparison.Ordinal);
        Assert.Contains(advice, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SchemesWithoutTls))]
    public async Task Read_PlainOfAPortThatSpeaksTls_SaysWhichAddressToUse(string scheme, string advice)
    {
        using X509Certificate2 certificate = SelfSigned();

        var exception = await FailureAsync(scheme, (client, end) => AnswerAsync(client, certificate, end));

        Assert.IsType<Neo4jTlsException>(exception);
        Assert.Contains(advice, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>What a question fails with at a port that answers so.</summary>
    private static async Task<Neo4jException> FailureAsync(string scheme, Func<TcpClient, CancellationToken, Task> answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var end = new CancellationTokenSource();
        Task serving = ServeAsync(listener, answer, end.Token);
        string address = $"{scheme}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        await using ICypherExecutor neo4j = CypherTransport.Connect(new Neo4jTarget(address, "neo4j", "secret", null));
        var exception = await Assert.ThrowsAnyAsync<Neo4jException>(() => neo4j.ReadAsync(new CypherStatement("RETURN 1")));
        await end.CancelAsync();
        await serving;
        Assert.Contains(address, exception.Message, StringComparison.Ordinal);
        return exception;
    }

    /// <summary>Each connection by itself: a driver that was refused may leave one open and try another.</summary>
    private static async Task ServeAsync(TcpListener listener, Func<TcpClient, CancellationToken, Task> answer, CancellationToken end)
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync(end);
                connections.Add(AnswerAsync(client, answer, end));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private static async Task AnswerAsync(TcpClient client, X509Certificate2 certificate, CancellationToken end)
    {
        await using var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, end);
        await stream.CopyToAsync(Stream.Null, end);
    }

    private static async Task AnswerAsync(TcpClient client, Func<TcpClient, CancellationToken, Task> answer, CancellationToken end)
    {
        using (client)
        {
            try
            {
                await answer(client, end);
            }
            catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException or OperationCanceledException)
            {
                // The client has gone, as it should.
            }
        }
    }

    internal static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        using X509Certificate2 certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
