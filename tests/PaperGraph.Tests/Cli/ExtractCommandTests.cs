using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PaperGraph.Cli;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Cli;

public sealed class ExtractCommandTests
{
    [Fact]
    public async Task Extract_AnyNumberOfThreads_GivesTheSameBytesInTheSameOrder()
    {
        using var folder = new TemporaryFolder();
        string lines = SamplePage.JsonLines(700) + "{broken\n" + SamplePage.JsonLines(700);
        string[] inputs = [folder.Write("a.jsonl", lines), folder.Write("page.txt", SamplePage.WithTrailers()), folder.Write("b.jsonl", SamplePage.JsonLines(300))];
        CommandRun one = await CommandRun.OfAsync(["extract", .. inputs, "--threads", "1"]);
        CommandRun two = await CommandRun.OfAsync(["extract", .. inputs, "--threads", "2"]);
        CommandRun eight = await CommandRun.OfAsync(["extract", .. inputs, "--threads", "8"]);

        Assert.Equal((ExitCode.Problems, 700 + 1 + 700 + 5 + 300), (one.ExitCode, one.Output.Count(c => c == '\n')));
        Assert.Equal(one, two);
        Assert.Equal(one, eight);
    }

    [Fact]
    public async Task Extract_Lines_KeepIdTitleAndOrder()
    {
        CommandRun run = await CommandRun.OfAsync(["extract"], "{\"id\": \"b\", \"title\": \"One\", \"abstract\": \"x\"}\n{\"abstract\": \"An abstract alone.\", \"id\": 7}\n{\"title\": \"Two\", \"abstract\": \"y\"}\n");
        JsonElement[] lines = Lines(run);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(["b", "7", null], lines.Select(line => line.TryGetProperty("id", out JsonElement id) ? id.GetString() : null));
        Assert.Equal(["One", "", "Two"], lines.Select(line => line.GetProperty("title").GetString()));
        Assert.All(lines, line => Assert.Equal(["concepts", "acronyms", "introduces", "relations", "links", "claims"], line.EnumerateObject().Select(field => field.Name).Where(name => name is not ("id" or "title"))));
    }

    [Fact]
    public async Task Extract_RecordThatCannotBeRead_IsAnErrorInItsPlace()
    {
        CommandRun run = await CommandRun.OfAsync(["extract"], "{\"title\": \"One\", \"abstract\": \"x\"}\nno\n{\"title\": \"Two\", \"abstract\": \"y\"}\n{}\n");
        JsonElement[] lines = Lines(run);

        Assert.Equal(ExitCode.Problems, run.ExitCode);
        Assert.Equal(["line", "message"], lines[1].GetProperty("error").EnumerateObject().Select(field => field.Name));
        Assert.Equal((2, 4), (lines[1].GetProperty("error").GetProperty("line").GetInt32(), lines[3].GetProperty("error").GetProperty("line").GetInt32()));
        Assert.Equal("Two", lines[2].GetProperty("title").GetString());
    }

    /// <summary>What the authors say beside the text must not leak into what is found in it.</summary>
    [Fact]
    public async Task Extract_KeywordsAndCode_ChangeNothing()
    {
        string plain = SamplePage.JsonLines(5);
        string with = plain.Replace("{\"id\"", "{\"keywords\": [\"zebra routing\"], \"code\": \"https://github.com/zebra/zebra\", \"venue\": \"V\", \"id\"", StringComparison.Ordinal);

        Assert.Equal((await CommandRun.OfAsync(["extract"], plain)).Output, (await CommandRun.OfAsync(["extract"], with)).Output);
    }

    [Fact]
    public async Task Extract_PagesReadAndGzip_GiveWhatThePagesGive()
    {
        using var folder = new TemporaryFolder();
        string page = folder.Write("page.txt", SamplePage.Flat());
        CommandRun read = await CommandRun.OfAsync("read", page);
        string packed = folder.PathOf("papers");
        await using (var file = new GZipStream(File.Create(packed), CompressionLevel.Fastest))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(read.Output));
        }

        string fromPage = (await CommandRun.OfAsync("extract", page)).Output;
        Assert.Equal(fromPage, (await CommandRun.OfAsync(["extract"], read.Output)).Output);
        Assert.Equal(fromPage, (await CommandRun.OfAsync("extract", packed)).Output);
    }

    [Fact]
    public async Task Extract_ErrorLinesOfAnEarlierStep_StayErrors()
    {
        CommandRun read = await CommandRun.OfAsync(["read"], "{broken\n{\"title\": \"One\", \"abstract\": \"x\"}\n");
        CommandRun extract = await CommandRun.OfAsync(["extract"], read.Output);

        Assert.Equal(ExitCode.Problems, extract.ExitCode);
        Assert.Contains("not valid JSON", Lines(extract)[0].GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static JsonElement[] Lines(CommandRun run) => [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
