using System.Text.Json;
using PaperGraph.Cli;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Cli;

public sealed class ReadCommandTests
{
    [Theory]
    [InlineData("trailers")]
    [InlineData("flat")]
    [InlineData("spaced")]
    [InlineData("wrapped")]
    [InlineData("damaged")]
    public async Task Read_Page_PrintsItsPapers(string page)
    {
        string path = GoldenFile.PathOf($"Reading/{page}.txt");
        CommandRun run = await CommandRun.OfAsync("read", path, "--year", "2024");

        GoldenFile.Matches($"Reading/{page}.jsonl", run.Output);
        GoldenFile.Matches($"Reading/{page}.problems", run.Error);
        Assert.Equal(page == "damaged" ? ExitCode.Problems : ExitCode.Done, run.ExitCode);
    }

    [Fact]
    public async Task Read_SamplePages_GiveTheCountsOfTheirReadme()
    {
        CommandRun run = await CommandRun.OfAsync("read", RepositoryFiles.PathOf("data/pages"));
        string[] sources = [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("source").GetString()!)];
        string readme = File.ReadAllText(RepositoryFiles.PathOf("data/README.md"));

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"{sources.Length} records", readme, StringComparison.Ordinal);
        Assert.All(sources.CountBy(source => source), count => Assert.Matches($@"\| `{count.Key}` \|.*\| {count.Value} \|", readme));
    }

    [Fact]
    public async Task Read_StandardInput_IsReadWhereNoInputIsNamed()
    {
        CommandRun run = await CommandRun.OfAsync(["read"], SamplePage.Spaced());

        Assert.Equal((ExitCode.Done, SamplePage.Entries.Length), (run.ExitCode, run.Output.Count(c => c == '\n')));
        Assert.Contains("\"source\":\"stdin\"", run.Output, StringComparison.Ordinal);
        Assert.Equal("1 source · 5 records = 5 written + 0 rejected\n", run.Error);
    }

    [Fact]
    public async Task Read_BrokenRecords_AreErrorsInTheirPlacesAndInTheBalance()
    {
        CommandRun run = await CommandRun.OfAsync(["read"], "{\"title\": \"A\", \"abstract\": \"\"}\n{broken\n\n{\"abstract\": \"no title\"}\n{\"title\": \"B\", \"abstract\": \"\"}\n");
        JsonElement[] lines = [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

        Assert.Equal(ExitCode.Problems, run.ExitCode);
        Assert.Equal(["A", null, null, "B"], lines.Select(line => line.TryGetProperty("title", out JsonElement title) ? title.GetString() : null));
        Assert.Equal([2, 4], lines[1..3].Select(line => line.GetProperty("error").GetProperty("line").GetInt32()));
        Assert.StartsWith("stdin:2: not valid JSON", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("\n1 source · 4 records = 2 written + 2 rejected (1 broken record, 1 title missing)\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_ManyProblems_ListsTheFirstAndCountsTheRest()
    {
        CommandRun run = await CommandRun.OfAsync(["read"], string.Concat(Enumerable.Repeat("{}\n", 50)));

        Assert.Equal(22, run.Error.Count(c => c == '\n'));
        Assert.Contains("… and 30 more problems\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Quiet_LeavesOutTheBalanceButNotTheProblems()
    {
        Assert.Equal("", (await CommandRun.OfAsync(["read", "--quiet"], SamplePage.Spaced())).Error);
        Assert.Equal("stdin:1: the record has no field \"title\"\n", (await CommandRun.OfAsync(["read", "-q"], "{\"a\": 1}\n")).Error);
    }

    [Fact]
    public async Task Read_NoSuchFile_FailsWithOneLineBeforeAnythingIsWritten()
    {
        using var folder = new TemporaryFolder();
        CommandRun run = await CommandRun.OfAsync("read", folder.Write("page.txt", SamplePage.Spaced()), folder.PathOf("gone.txt"));

        Assert.Equal((ExitCode.Failed, ""), (run.ExitCode, run.Output));
        Assert.Matches("^papergraph: .*gone\\.txt.*\n$", run.Error);
    }

    [Fact]
    public async Task Read_BinaryAmongPages_IsToldAndTheRestIsRead()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.pdf", "%PDF-1.5");
        folder.Write("b.txt", SamplePage.Spaced());
        CommandRun run = await CommandRun.OfAsync("read", folder.Path);

        Assert.Equal(ExitCode.Problems, run.ExitCode);
        Assert.StartsWith("a.pdf:1: not text but a PDF", run.Error, StringComparison.Ordinal);
        Assert.Contains("2 sources · 5 records = 5 written + 0 rejected · 1 source not read to the end", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--year", "0")]
    [InlineData("--year", "soon")]
    [InlineData("--threads", "0")]
    public async Task Read_OptionOutOfRange_IsWrongUsage(string option, string value)
    {
        CommandRun run = await CommandRun.OfAsync("read", option, value);

        Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Output));
        Assert.Contains($"{option} takes a whole number from 1", run.Error, StringComparison.Ordinal);
    }

    /// <summary><c>papergraph read … | head</c>.</summary>
    [Fact]
    public async Task Read_ReaderGone_EndsQuietly()
    {
        using var output = new StreamWriter(new ClosedPipe());
        using var error = new StringWriter();
        var terminal = new Terminal { Output = output, Error = error, OpenInput = () => new EndlessLines(), Environment = _ => null };

        Assert.Equal(ExitCode.Done, await CommandLineProgram.RunAsync(["read"], terminal));
        Assert.Equal("", error.ToString());
    }

    [Fact]
    public async Task Read_Cancelled_EndsWith130()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var terminal = new Terminal { Output = output, Error = error, OpenInput = () => new EndlessLines(), Environment = _ => null };

        Assert.Equal(ExitCode.Cancelled, await CommandLineProgram.RunAsync(["read"], terminal, cancellation.Token));
    }

    private sealed class ClosedPipe : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new OutputClosedException(new IOException("Broken pipe"));
    }

    private sealed class EndlessLines : MemoryStream
    {
        private static readonly byte[] Line = "{\"title\": \"T\", \"abstract\": \"\"}\n"u8.ToArray();

        private int _place;

        public override int Read(Span<byte> buffer)
        {
            int count = Math.Min(buffer.Length, Line.Length - _place);
            Line.AsSpan(_place, count).CopyTo(buffer);
            _place = (_place + count) % Line.Length;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }
}
