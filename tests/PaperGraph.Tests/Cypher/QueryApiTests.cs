using System.Text;
using System.Text.Json;
using PaperGraph.Cypher;

namespace PaperGraph.Tests.Cypher;

/// <summary>The two bodies of the Query API, without a server.</summary>
public sealed class QueryApiTests
{
    [Theory]
    [InlineData(1.0, "1.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(0.25, "0.25")]
    [InlineData(1e300, "1E+300")]
    public void Write_WholeNumberOfTypeDouble_KeepsItsPoint(double number, string expected) =>
        Assert.Contains($"\"x\":{expected}}}", Body(new CypherStatement("RETURN $x", ("x", number))), StringComparison.Ordinal);

    [Fact]
    public void Write_HalfOfASurrogatePair_IsReplaced() =>
        Assert.Equal("a\uFFFDb😀", JsonDocument.Parse(Body(new CypherStatement("RETURN $x", ("x", "a\uD800b😀")))).RootElement.GetProperty("parameters").GetProperty("x").GetString());

    [Fact]
    public void Write_ValueOfAnotherType_IsTheCallersError() =>
        Assert.Throws<ArgumentException>(() => Body(new CypherStatement("RETURN $x", ("x", DateTimeOffset.UnixEpoch))));

    [Fact]
    public void Parse_RowsThenErrors_KeepsTheErrors()
    {
        var answer = QueryApiAnswer.Parse("""{"data":{"fields":["x"],"values":[[{"$type":"Integer","_value":"1"}]]},"errors":[{"code":"Neo.ClientError.Statement.ArithmeticError","message":"/ by zero"}]}"""u8);

        Assert.Equal(("Neo.ClientError.Statement.ArithmeticError", "/ by zero"), Assert.Single(answer.Errors));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{\"data\":{\"fields\":[\"x\"],\"values\":[[1]]}}")]
    [InlineData("{\"data\":{\"fields\":[\"x\"],\"values\":[[{\"$type\":\"Integer\",\"_value\":\"1\"}")]
    public void Parse_SomethingElse_IsAJsonException(string body) => Assert.ThrowsAny<JsonException>(() => QueryApiAnswer.Parse(Encoding.UTF8.GetBytes(body)));

    private static string Body(CypherStatement statement) => Encoding.UTF8.GetString(QueryApiRequest.Write(statement, null, []).WrittenSpan);
}
