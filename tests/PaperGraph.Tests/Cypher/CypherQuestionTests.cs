using System.Text.RegularExpressions;
using PaperGraph.Cypher;
using PaperGraph.Graph;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Cypher;

/// <summary>Every file of <c>cypher/queries</c> says of itself what is true.</summary>
public sealed partial class CypherQuestionTests
{
    public static TheoryData<string> Names => [.. CypherQuestion.All.Select(question => question.Name)];

    [Fact]
    public void Questions_AreThoseOfTheFolder()
    {
        string[] files = [.. Directory.GetFiles(RepositoryFiles.PathOf("cypher/queries"), "*.cypher").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

        Assert.Equal(files, CypherQuestion.All.Select(question => question.Name));
        Assert.InRange(files.Length, 20, 100);
        Assert.InRange(CypherQuestion.All.Count(question => question.IsPicture), 6, 100);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Header_NamesTheParametersThatTheTextUses(string name)
    {
        CypherQuestion question = Question(name);

        Assert.Equal(ParameterUse().Matches(CodeOf(question)).Select(match => match.Groups[1].Value).Distinct().Order(), question.Parameters.Select(parameter => parameter.Name).Order());
        Assert.All(question.Parameters, parameter => Assert.Contains(parameter.Type, new[] { "STRING", "INTEGER" }));
        Assert.All(question.Parameters, parameter => Assert.Contains(parameter.Name + ": ", question.Example, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Header_NamesTheColumnsThatTheTextReturns(string name)
    {
        CypherQuestion question = Question(name);
        string last = CodeOf(question)[CodeOf(question).LastIndexOf("RETURN ", StringComparison.Ordinal)..];
        int end = last.IndexOf("\nORDER BY", StringComparison.Ordinal);
        string columns = last["RETURN ".Length..(end < 0 ? last.Length : end)];

        Assert.Equal(
            Split(columns).Select(column => column.Contains(" AS ", StringComparison.Ordinal) ? column[(column.LastIndexOf(" AS ", StringComparison.Ordinal) + 4)..].Trim() : column.Trim()),
            question.Columns);
        Assert.Equal(question.IsPicture, question.Columns is ["path"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_NamesOnlyLabelsAndTypesOfTheSchema(string name)
    {
        string code = StringLiteral().Replace(CodeOf(Question(name)), "''");
        HashSet<string> known = [.. GraphSchema.Labels.Select(GraphSchema.NameOf), .. GraphSchema.EdgeTypes.Select(GraphSchema.NameOf)];

        Assert.All(NameUse().Matches(code).SelectMany(match => match.Groups[1].Value.Split('|')), used => Assert.Contains(used, known));
        Assert.DoesNotContain("apoc", code, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>On a small graph the planner may think a walk through all nodes cheaper than one look-up, and keeps that plan while the graph grows.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Text_BeginsAtTheIndexOfEveryKey(string name)
    {
        string code = CodeOf(Question(name));

        foreach (QuestionParameter key in Question(name).Parameters.Where(parameter => parameter.Label is not null))
        {
            Match node = Regex.Match(code, $@"\((\w+):{key.Label} {{id: \${key.Name}}}\)", RegexOptions.NonBacktracking);

            Assert.True(node.Success, key.Name);
            Assert.Contains($"\nUSING INDEX SEEK {node.Groups[1].Value}:{key.Label}(id)\n", code, StringComparison.Ordinal);
        }
    }

    /// <summary>What is pasted into Browser is an id, and no spelling of the name: those are looked up on the command line alone.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Example_NamesConceptsByTheirIds(string name)
    {
        CypherQuestion question = Question(name);
        foreach (QuestionParameter parameter in question.Parameters.Where(parameter => parameter.Label == "Concept"))
        {
            string value = question.Example[(question.Example.IndexOf(parameter.Name + ": '", StringComparison.Ordinal) + parameter.Name.Length + 3)..].Split('\'')[0];

            Assert.Equal(PaperGraph.Concepts.ConceptKey.Of(value), value);
        }
    }

    /// <summary>Lists are ordered, and by something that two rows cannot share.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Text_ThatIsALimitedList_IsOrdered(string name)
    {
        CypherQuestion question = Question(name);
        if (!question.IsPicture)
        {
            Assert.Matches("ORDER BY [^\n]+(\nLIMIT toInteger\\(\\$limit\\))?\n$", question.Text);
        }
    }

    [Fact]
    public void With_UsualValue_StandsWhereNoneIsGiven()
    {
        CypherStatement statement = Question("code-for-concept").With(new Dictionary<string, string> { ["concept"] = "diffusion model" });

        Assert.Equal("diffusion model", statement.Parameters["concept"]);
        Assert.Equal(20L, statement.Parameters["limit"]);
    }

    [Theory]
    [InlineData("limit", "many", "'many'")]
    [InlineData("limit", "-1", "'-1'")]
    [InlineData("concpet", "x", "concpet")]
    public void With_WrongValue_SaysWhich(string parameter, string value, string said)
    {
        var exception = Assert.Throws<ArgumentException>(() => Question("code-for-concept").With(new Dictionary<string, string> { ["concept"] = "a", [parameter] = value }));

        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_ValueLeftOut_AsksForIt()
    {
        var exception = Assert.Throws<ArgumentException>(() => Question("code-for-concept").With(new Dictionary<string, string>()));

        Assert.Contains("--param concept=", exception.Message, StringComparison.Ordinal);
    }

    private static CypherQuestion Question(string name) => CypherQuestion.All.Single(question => question.Name == name);

    private static string CodeOf(CypherQuestion question) => string.Join('\n', question.Text.Split('\n').Where(line => !line.StartsWith("//", StringComparison.Ordinal)));

    /// <summary>At commas outside brackets.</summary>
    private static IEnumerable<string> Split(string columns)
    {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < columns.Length; i++)
        {
            depth += columns[i] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (columns[i] == ',' && depth == 0)
            {
                yield return columns[start..i];
                start = i + 1;
            }
        }

        yield return columns[start..];
    }

    [GeneratedRegex(@"\$(\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex ParameterUse();

    [GeneratedRegex("'[^']*'", RegexOptions.NonBacktracking)]
    private static partial Regex StringLiteral();

    [GeneratedRegex(@"[(\[]\w*:([A-Za-z_|]+)", RegexOptions.NonBacktracking)]
    private static partial Regex NameUse();
}
