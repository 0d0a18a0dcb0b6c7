using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaperGraph.Cypher;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Cypher;

/// <summary>A real server that signed its certificate itself, over every scheme with TLS.</summary>
[Trait("Category", "Live")]
[Collection(LiveNeo4j.Collection)]
public sealed class LiveTlsTests
{
    [SharedNeo4jFact]
    public async Task Read_ServerSignedItsCertificateItself_IsTrustedOnlyWhereAnyIs()
    {
        await using SharedNeo4j server = await SharedNeo4j.StartAsync();
        int https = FreePort();
        await server.RestartWithAsync(
            AddCertificate,
            ["server.bolt.tls_level=REQUIRED", .. PolicyOf("bolt"), "server.https.enabled=true", $"server.https.listen_address=:{https}", .. PolicyOf("https")]);
        int bolt = new Uri(server.Started.BoltAddress!).Port;

        Assert.IsType<Neo4jCertificateException>(await FailureAsync(server, $"https://127.0.0.1:{https}"));
        Assert.IsType<Neo4jTlsException>(await FailureAsync(server, $"http://127.0.0.1:{https}"));
        Assert.IsType<Neo4jTlsException>(await FailureAsync(server, server.Started.HttpAddress.Replace("http:", "https:", StringComparison.Ordinal)));
        if (CypherTransport.CanSpeak("bolt"))
        {
            Assert.Null(await FailureAsync(server, $"bolt+ssc://127.0.0.1:{bolt}"));
            Assert.Null(await FailureAsync(server, $"neo4j+ssc://127.0.0.1:{bolt}"));
            Assert.IsType<Neo4jCertificateException>(await FailureAsync(server, $"bolt+s://127.0.0.1:{bolt}"));
            Assert.IsType<Neo4jCertificateException>(await FailureAsync(server, $"neo4j+s://127.0.0.1:{bolt}"));
            Assert.IsType<Neo4jTlsException>(await FailureAsync(server, $"bolt://127.0.0.1:{bolt}"));
        }
    }

    /// <returns>What a question fails with; null where it is answered.</returns>
    private static async Task<Exception?> FailureAsync(SharedNeo4j server, string address)
    {
        await using ICypherExecutor neo4j = CypherTransport.Connect(new Neo4jTarget(address, server.Started.UserName, server.Started.Password, null));
        return await Record.ExceptionAsync(() => neo4j.ReadAsync(new CypherStatement("RETURN 1 AS one")));
    }

    private static string[] PolicyOf(string name) =>
    [
        $"dbms.ssl.policy.{name}.enabled=true",
        $"dbms.ssl.policy.{name}.base_directory=certificates",
        $"dbms.ssl.policy.{name}.private_key=private.key",
        $"dbms.ssl.policy.{name}.public_certificate=public.crt",
        $"dbms.ssl.policy.{name}.client_auth=NONE",
    ];

    private static void AddCertificate(string folder)
    {
        string certificates = Directory.CreateDirectory(Path.Combine(folder, "certificates")).FullName;
        using X509Certificate2 certificate = CertificateTests.SelfSigned();
        using RSA key = certificate.GetRSAPrivateKey()!;
        File.WriteAllText(Path.Combine(certificates, "private.key"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(certificates, "public.crt"), certificate.ExportCertificatePem());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Needs a server whose configuration may be changed.</summary>
    private sealed class SharedNeo4jFactAttribute : FactAttribute
    {
        public SharedNeo4jFactAttribute() => Skip = SharedNeo4j.Source.WhyNot;
    }
}
