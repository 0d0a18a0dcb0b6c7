using System.Text;
using PaperGraph.Papers;
using PaperGraph.Reading;

namespace PaperGraph.Tests.Reading;

public sealed class JsonRecordParserTests
{
    private const string Whole = """
        {"id": "x1", "title": " A  Title\nin Two ", "abstract": "Kept  as it is.\n", "date": "2024-02", "year": 2023, "authors": ["Ada L.", {"name": "Bob K."}], "venue": "Venue",
         "url": "https://example.org/x1", "doi": "https://doi.org/10.1000/ABC", "arxiv": "arXiv:2401.04088v2", "keywords": ["one", "two"], "code": "https://github.com/a/b",
         "organisation": "River", "comments": 3, "source": "elsewhere", "position": 9, "more": {"deep": [1, {"er": null}]}}
        """;

    [Fact]
    public void Parse_EveryField_IsTaken()
    {
        PaperRecord paper = Record(Whole);

        Assert.Equal(("lines", 4, "x1", "A Title in Two", "Kept  as it is.\n"), (paper.Source, paper.Position, paper.Id, paper.Title, paper.Abstract));
        Assert.Equal(("2024-02", 2, "Venue", "https://example.org/x1", "10.1000/abc", "2401.04088"), (paper.Date.ToString(), paper.AuthorCount, paper.Venue, paper.Url, paper.Doi, paper.Arxiv));
        Assert.Equal(["Ada L.", "Bob K."], paper.Authors.AsEnumerable());
        Assert.Equal(["one", "two"], paper.Keywords.AsEnumerable());
        Assert.Equal(("https://github.com/a/b", "River", 3), (paper.Code, paper.Organisation, paper.Comments));
    }

    [Theory]
    [InlineData("""{"title": "T", "abstract": "", "id": 17}""", "17")]
    [InlineData("""{"title": "T", "abstract": "", "id": null}""", null)]
    [InlineData("""{"title": "T", "abstract": ""}""", null)]
    public void Parse_Id_MayBeANumberOrLacking(string json, string? id) => Assert.Equal(id, Record(json).Id);

    [Theory]
    [InlineData("\"year\": 2020", "2020")]
    [InlineData("\"year\": \"2020\"", "2020")]
    [InlineData("\"year\": 2020.0", "2020")]
    [InlineData("\"date\": 2020", "2020")]
    [InlineData("\"date\": \"2020-05-06T10:11:12Z\"", "2020-05-06")]
    [InlineData("\"date\": \"May 6, 2020\"", "2020-05-06")]
    [InlineData("\"date\": \"\"", null)]
    [InlineData("\"date\": null, \"year\": null", null)]
    public void Parse_Date_IsAsExactAsStated(string field, string? date) => Assert.Equal(date, Record($$"""{"title": "T", "abstract": "A", {{field}}}""").Date?.ToString());

    [Theory]
    [InlineData("\"authors\": 12", 12)]
    [InlineData("\"authors\": []", null)]
    [InlineData("\"authors\": null", null)]
    public void Parse_AuthorsAsANumber_AreCounted(string field, int? count) => Assert.Equal(count, Record($$"""{"title": "T", "abstract": "A", {{field}}}""").AuthorCount);

    [Theory]
    [InlineData("\"authors\": \"Ada\"", "authors")]
    [InlineData("\"authors\": [1, [2], \"Ada\"]", "authors")]
    [InlineData("\"authors\": -1", "authors")]
    [InlineData("\"date\": \"soon\"", "soon")]
    [InlineData("\"date\": \"2023-02-29\"", "2023-02-29")]
    [InlineData("\"year\": 0", "year")]
    [InlineData("\"year\": 2020.5", "2020.5")]
    [InlineData("\"venue\": {\"name\": \"x\"}", "venue")]
    [InlineData("\"doi\": \"none\"", "none")]
    [InlineData("\"arxiv\": \"24.1\"", "24.1")]
    [InlineData("\"keywords\": 5", "keywords")]
    public void Parse_FieldOfTheWrongForm_IsLeftOutAndTold(string field, string shown)
    {
        List<ReadOutcome> outcomes = Parse($$"""{"title": "T", {{field}}, "abstract": "A"}""");

        Assert.Equal((ProblemCode.BadField, 7, false), (outcomes[0].Problem!.Code, outcomes[0].Problem!.Line, outcomes[0].Problem!.LosesRecord));
        Assert.Contains(shown, outcomes[0].Problem!.Message, StringComparison.Ordinal);
        Assert.Equal(("T", "A"), (outcomes[1].Record!.Paper.Title, outcomes[1].Record!.Paper.Abstract));
        Assert.Equal(2, outcomes.Count);
    }

    [Theory]
    [InlineData("", ProblemCode.BrokenRecord)]
    [InlineData("nothing", ProblemCode.BrokenRecord)]
    [InlineData("[1]", ProblemCode.BrokenRecord)]
    [InlineData("{\"title\": \"T\", \"abstract\": \"A\"} x", ProblemCode.BrokenRecord)]
    [InlineData("{\"title\": \"T\", \"abstract\": \"A\"", ProblemCode.BrokenRecord)]
    [InlineData("{\"title\": \"T\", \"abstract\": \"A\", }", ProblemCode.BrokenRecord)]
    [InlineData("{\"abstract\": \"A\"}", ProblemCode.TitleMissing)]
    [InlineData("{\"title\": \" \", \"abstract\": \"A\"}", ProblemCode.TitleMissing)]
    [InlineData("{\"title\": null, \"abstract\": \"A\"}", ProblemCode.TitleMissing)]
    [InlineData("{\"title\": \"T\", \"abstract\": \"A\", \"title\": \"T\"}", ProblemCode.DuplicateField)]
    [InlineData("{\"error\": {\"line\": 3, \"message\": \"gone\"}}", ProblemCode.ErrorRecord)]
    public void Parse_NoRecord_IsAProblemInItsPlace(string json, ProblemCode code)
    {
        ReadingProblem problem = Parse(json)[^1].Problem!;

        Assert.Equal((code, "lines", 7, true), (problem.Code, problem.Source, problem.Line, problem.LosesRecord));
    }

    [Fact]
    public void Parse_Deep_IsAProblem()
    {
        string deep = $$"""{"title": "T", "abstract": "A", "x": {{new string('[', 200)}}{{new string(']', 200)}}}""";

        Assert.Equal(ProblemCode.BrokenRecord, Assert.Single(Parse(deep)).Problem!.Code);
    }

    [Fact]
    public void Parse_TitleOrAbstractOverTheLimit_IsAProblem()
    {
        Assert.Equal(ProblemCode.TextTooLong, Assert.Single(Parse($$"""{"title": "{{new string('x', 2001)}}", "abstract": ""}""")).Problem!.Code);
        Assert.Equal(ProblemCode.TextTooLong, Assert.Single(Parse($$"""{"title": "T", "abstract": "{{new string('x', 100_001)}}"}""")).Problem!.Code);
        Assert.NotNull(Assert.Single(Parse($$"""{"title": "{{new string('x', 2000)}}", "abstract": "{{new string('x', 100_000)}}"}""")).Record);
    }

    [Fact]
    public void Parse_NoFieldAbstract_IsKeptAndTold()
    {
        List<ReadOutcome> outcomes = Parse("""{"title": "T", "summary": "S"}""");

        Assert.Equal(ProblemCode.AbstractMissing, outcomes[0].Problem!.Code);
        Assert.Equal("", outcomes[1].Record!.Paper.Abstract);
    }

    [Fact]
    public void Parse_TitleNotNeeded_AbstractAloneIsARecord()
    {
        var options = new JsonRecordOptions { NeedsTitle = false };

        Assert.Equal(("", "A"), (Parse("""{"abstract": "A"}""", options)[0].Record!.Paper.Title, Parse("""{"title": "", "abstract": "A"}""", options)[0].Record!.Paper.Abstract));
        Assert.Equal(ProblemCode.TitleMissing, Parse("{}", options)[0].Problem!.Code);
    }

    [Fact]
    public void Parse_BrokenText_IsReplacedAndTold()
    {
        List<ReadOutcome> lone = Parse("""{"title": "A \ud83d\ude00 B \ud83d C \\ud83d", "abstract": "A"}""");
        List<ReadOutcome> bytes = [];
        JsonRecordParser.Parse([.. "{\"title\": \"A "u8, 0xFF, .. "\", \"abstract\": \"A\"}"u8], new RecordPlace("lines", 1, 1), JsonRecordOptions.Default, bytes);

        Assert.Equal([ProblemCode.BrokenText, ProblemCode.BrokenText], [lone[0].Problem!.Code, bytes[0].Problem!.Code]);
        Assert.Equal("A \U0001F600 B \uFFFD C \\ud83d", lone[1].Record!.Paper.Title);
        Assert.Equal("A \uFFFD", bytes[1].Record!.Paper.Title);
    }

    [Fact]
    public void Parse_RandomBytesChanged_NeverThrowsAndGivesOneRecordOrOneLoss()
    {
        const int Seed = 20;
        var random = new Random(Seed);
        for (int round = 0; round < 3000; round++)
        {
            byte[] json = Encoding.UTF8.GetBytes(Whole);
            for (int i = random.Next(1, 6); i > 0; i--)
            {
                json[random.Next(json.Length)] = (byte)random.Next(256);
            }

            var outcomes = new List<ReadOutcome>();
            JsonRecordParser.Parse(json, new RecordPlace("lines", 1, 1), JsonRecordOptions.Default, outcomes);
            Assert.True(outcomes.Count(outcome => outcome.Record is not null || outcome.Problem!.LosesRecord) == 1, $"seed {Seed}, round {round}");
        }
    }

    private static PaperRecord Record(string json) => Assert.Single(Parse(json)).Record!.Paper;

    private static List<ReadOutcome> Parse(string json, JsonRecordOptions? options = null)
    {
        var outcomes = new List<ReadOutcome>();
        JsonRecordParser.Parse(Encoding.UTF8.GetBytes(json), new RecordPlace("lines", 4, 7), options ?? JsonRecordOptions.Default, outcomes);
        return outcomes;
    }
}
