using PaperGraph.Cypher;

namespace PaperGraph.Tests.Cypher;

public sealed class Neo4jTargetTests
{
    [Theory]
    [InlineData("http://localhost", "http://localhost:7474/")]
    [InlineData("http://localhost:80", "http://localhost/")]
    [InlineData("http://graph.example:7475", "http://graph.example:7475/")]
    [InlineData("https://graph.example", "https://graph.example/")]
    [InlineData("bolt://localhost", "bolt://localhost:7687/")]
    [InlineData("neo4j+s://1234abcd.databases.neo4j.io", "neo4j+s://1234abcd.databases.neo4j.io:7687/")]
    public void Address_WithoutPort_GetsTheUsualOne(string given, string expected) => Assert.Equal(expected, new Neo4jTarget(given).Address.ToString());

    [Theory]
    [InlineData("localhost:7474")]
    [InlineData("not an address")]
    [InlineData("http://")]
    [InlineData("")]
    public void Address_ThatIsNone_IsRefused(string given) => Assert.Throws<ArgumentException>(() => new Neo4jTarget(given));

    [Fact]
    public void Address_WithPassword_IsRefusedWithoutRepeatingIt()
    {
        var exception = Assert.Throws<ArgumentException>(() => new Neo4jTarget("http://neo4j:secret@localhost"));

        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Password_NotGiven_IsTheLocalOneOnThisMachineAlone()
    {
        Assert.Equal(Neo4jTarget.LocalPassword, new Neo4jTarget("http://localhost").Password);
        Assert.Equal(Neo4jTarget.LocalPassword, new Neo4jTarget("http://127.0.0.1:7474").Password);
        Assert.Equal("", new Neo4jTarget("https://graph.example").Password);
        Assert.Equal("mine", new Neo4jTarget("http://localhost", password: "mine").Password);
    }

    /// <summary>docker-compose.yml and the program must say the same password.</summary>
    [Fact]
    public void LocalPassword_IsThatOfDockerCompose() =>
        Assert.Contains($":-{Neo4jTarget.LocalPassword}}}", File.ReadAllText(Support.RepositoryFiles.PathOf("docker-compose.yml")), StringComparison.Ordinal);

    [Fact]
    public void ToString_NeverHoldsThePassword() => Assert.DoesNotContain("secret", new Neo4jTarget("http://localhost", "me", "secret").ToString(), StringComparison.Ordinal);
}
