using System.Buffers;
using System.Text;
using PaperGraph.Papers;
using PaperGraph.Wire;

namespace PaperGraph.Tests.Wire;

public sealed class PaperRecordWireTests
{
    private static readonly PaperRecord Full = new()
    {
        Id = "x1",
        Source = "page \"one\".txt",
        Position = 3,
        Title = "Naïve Schätzung <fast> & \U0001F600",
        Abstract = "First line.\nSecond \\ line\twith \u00A0 spaces.",
        Authors = ["Ada L.", "Bob K."],
        AuthorCount = 2,
        Organisation = "River",
        Date = new PaperDate(2024, 2, 29),
        Comments = 0,
        Venue = "Venue",
        Url = "https://example.org/?a=1&b=2",
        Doi = "10.1000/182",
        Arxiv = "2401.04088",
        Keywords = ["one", "two"],
        Code = "https://github.com/a/b",
    };

    private static readonly PaperRecord Bare = new() { Source = "s", Position = 1, Title = "T", Abstract = "" };

    public static TheoryData<string, PaperRecord> Records => new()
    {
        { "full", Full },
        { "bare", Bare },
        { "number of authors", Bare with { AuthorCount = 7, Date = new PaperDate(2022) } },
        { "month", Bare with { Date = new PaperDate(2022, 5) } },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void Write_ThenRead_GivesTheSamePaper(string name, PaperRecord paper)
    {
        byte[] line = Write(paper);

        Assert.True(PaperRecordReader.TryRead(line, out PaperRecord? read, out string? message), $"{name}: {message}");
        Assert.Equal(paper.Authors.AsEnumerable(), read.Authors);
        Assert.Equal(paper.Keywords.AsEnumerable(), read.Keywords);
        Assert.Equal(paper, read with { Authors = paper.Authors, Keywords = paper.Keywords });
    }

    [Fact]
    public void Write_Everything_StandsOnOneLineInAFixedOrder() => Assert.Equal(
        """{"id":"x1","title":"Naïve Schätzung <fast> & \uD83D\uDE00","abstract":"First line.\nSecond \\ line\twith \u00A0 spaces.","authors":["Ada L.","Bob K."],"organisation":"River","date":"2024-02-29","comments":0,"venue":"Venue","url":"https://example.org/?a=1&b=2","doi":"10.1000/182","arxiv":"2401.04088","keywords":["one","two"],"code":"https://github.com/a/b","source":"page \"one\".txt","position":3}""" + "\n",
        Encoding.UTF8.GetString(Write(Full)));

    [Fact]
    public void Write_OnlyTheYearKnown_GivesItAsDateAndYear() =>
        Assert.Equal("""{"title":"T","abstract":"","authors":7,"date":"2022","year":2022,"source":"s","position":1}""" + "\n", Encoding.UTF8.GetString(Write(Bare with { AuthorCount = 7, Date = new PaperDate(2022) })));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void TryRead_NoPaper_SaysWhy(string json)
    {
        Assert.False(PaperRecordReader.TryRead(Encoding.UTF8.GetBytes(json), out _, out string? message));
        Assert.NotEqual("", message);
    }

    private static byte[] Write(PaperRecord paper)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new JsonLineWriter(output))
        {
            PaperRecordWriter.Write(writer.Json, paper);
            writer.EndLine();
        }

        return output.WrittenSpan.ToArray();
    }
}
