using PaperGraph.Cli;
using PaperGraph.Cli.Commands;
using PaperGraph.Cypher;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Cli;

/// <summary>load, cypher and doctor as whole commands, without a server: nobody listens at port 9.</summary>
public sealed class Neo4jCommandTests
{
    [Fact]
    public async Task Cypher_WithoutName_ListsEveryQuestion()
    {
        CommandRun run = await CommandRun.OfAsync("cypher");

        Assert.Equal(0, run.ExitCode);
        Assert.All(CypherQuestion.All, question => Assert.Contains(question.Name, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cypher_Show_PrintsTheFile()
    {
        CommandRun run = await CommandRun.OfAsync("cypher", "code-for-concept", "--show");

        Assert.Equal(File.ReadAllText(RepositoryFiles.PathOf("cypher/queries/code-for-concept.cypher")), run.Output);
    }

    [Fact]
    public async Task Cypher_Favourites_HoldEveryQuestionAndAreTheSameBytes()
    {
        using var folder = new TemporaryFolder();
        string[] paths = [folder.PathOf("a.zip"), folder.PathOf("b.zip")];
        foreach (string path in paths)
        {
            Assert.Equal(0, (await CommandRun.OfAsync("cypher", "--favourites", path)).ExitCode);
        }

        Assert.Equal(await File.ReadAllBytesAsync(paths[0]), await File.ReadAllBytesAsync(paths[1]));
        using System.IO.Compression.ZipArchive archive = System.IO.Compression.ZipFile.OpenRead(paths[0]);
        Assert.Equal(CypherQuestion.All.Select(question => $"PaperGraph/{question.Name}.cypher"), archive.Entries.Select(entry => entry.FullName));
        using var reader = new StreamReader(archive.Entries[0].Open());
        Assert.Equal(CypherQuestion.All[0].Text, await reader.ReadToEndAsync());
        Assert.Equal(2, (await CommandRun.OfAsync("cypher", "--favourites", folder.PathOf("a.txt"))).ExitCode);
    }

    [Theory]
    [InlineData("there is no question", "no-such")]
    [InlineData("asks for concept", "code-for-concept")]
    [InlineData("k=v", "code-for-concept", "--param", "concept")]
    [InlineData("knows no parameter 'topic'", "code-for-concept", "--param", "topic=x")]
    [InlineData("'few' is no value of limit", "code-for-concept", "--param", "concept=x", "--param", "limit=few")]
    public async Task Cypher_WrongUsage_SaysWhatBeforeAnythingIsSent(string said, params string[] arguments)
    {
        CommandRun run = await CommandRun.OfAsync(["cypher", .. arguments]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cypher_NobodyListens_FailsInOneLine()
    {
        CommandRun run = await CommandRun.OfAsync("cypher", "promises-never-kept", "--to", "http://localhost:9");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains("connection refused", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://localhost", "'ftp://'")]
    [InlineData("localhost", "'localhost'")]
    [InlineData("http://neo4j:secret@localhost:9", "NEO4J_PASSWORD")]
    public async Task Load_WrongAddress_IsWrongUsage(string address, string said)
    {
        CommandRun run = await CommandRun.OfAsync("load", "--to", address);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_BoltWhereTheBuildHasNone_SaysHowToGetIt()
    {
        CommandRun run = await CommandRun.OfAsync("cypher", "promises-never-kept", "--to", "bolt://localhost:9");

        if (BuildCapabilities.Has("bolt"))
        {
            Assert.Equal(3, run.ExitCode);
            Assert.Contains("does not answer", run.Error, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(2, run.ExitCode);
            Assert.Equal("papergraph: this build has no bolt transport. Use an http:// address, or build with -p:PackagedAdapters=true.\n", run.Error);
        }
    }

    [Fact]
    public async Task Load_BoltInTheEnvironmentWhereTheBuildHasNone_GoesOverHttp()
    {
        var environment = new Dictionary<string, string> { ["NEO4J_URI"] = "bolt://localhost:1", ["NEO4J_HTTP_URI"] = "http://localhost:9" };
        CommandRun run = await CommandRun.OfAsync(["cypher", "promises-never-kept"], "", environment);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(BuildCapabilities.Has("bolt") ? "bolt://localhost:1" : "http://localhost:9", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:7480", null, "http://localhost:7480/")]
    [InlineData("bolt://localhost", null, "http://localhost:7474/")]
    [InlineData("neo4j://graph.example.org:7687", null, "http://graph.example.org:7474/")]
    [InlineData("bolt://localhost:40129", "http://127.0.0.1:53079", "http://127.0.0.1:53079/")]
    [InlineData("neo4j+s://graph.example.org", "https://graph.example.org:7473", "https://graph.example.org:7473/")]
    [InlineData("bolt://localhost:40129", null, null)]
    [InlineData("bolt://localhost:40129", "http://elsewhere.example.org", null)]
    [InlineData("bolt://localhost:40129", "no address", null)]
    [InlineData("neo4j+s://graph.example.org", null, null)]
    public void BrowserOf_Address_IsWhatIsKnownOfIt(string address, string? http, string? browser)
    {
        var terminal = new Terminal { Output = TextWriter.Null, Error = TextWriter.Null, OpenInput = () => Stream.Null, Environment = name => name == "NEO4J_HTTP_URI" ? http : null };

        Assert.Equal(browser, Neo4jConnection.BrowserOf(terminal, new Neo4jTarget(address))?.ToString());
    }

    [Fact]
    public async Task Load_WithoutStore_SaysHowToMakeOne()
    {
        using var folder = new TemporaryFolder();
        CommandRun run = await CommandRun.OfAsync("load", "--to", "http://localhost:9", "--store", folder.PathOf("none.papergraph"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("none.papergraph", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_VerifyAndRepair_DoNotGoTogether()
    {
        CommandRun run = await CommandRun.OfAsync("load", "--verify", "--repair");

        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task Doctor_NobodyListens_NamesEverythingThatIsMissing()
    {
        using var folder = new TemporaryFolder();
        CommandRun run = await CommandRun.OfAsync("doctor", "--to", "http://localhost:9", "--store", folder.PathOf("none.papergraph"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(BuildCapabilities.Line, run.Output, StringComparison.Ordinal);
        Assert.Contains("papergraph build", run.Output, StringComparison.Ordinal);
        Assert.Contains("connection refused", run.Output, StringComparison.Ordinal);
    }
}
