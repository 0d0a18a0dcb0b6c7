using PaperGraph.Cli;
using PaperGraph.Relatedness;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Training;

public sealed class RelatednessTrainingTests
{
    [Fact]
    public async Task Train_PapersInAnyOrder_GiveTheSameBytes()
    {
        using var folder = new TemporaryFolder();
        string[] lines = [.. Enumerable.Range(0, 12).Select(i => $$"""{"title": "Pruning {{i % 3}}", "abstract": "Structured pruning of networks, case {{(char)('a' + i)}}lpha."}""")];
        string one = folder.Write("one.jsonl", string.Join('\n', lines));
        string other = folder.Write("other.jsonl", string.Join('\n', lines.Reverse()));

        CommandRun run = await CommandRun.OfAsync("train", "relatedness", "--corpus", one, "--out", folder.PathOf("one.model"));
        await CommandRun.OfAsync("train", "relatedness", "--corpus", other, "--out", folder.PathOf("other.model"));

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(File.ReadAllBytes(folder.PathOf("one.model")), File.ReadAllBytes(folder.PathOf("other.model")));
    }

    [Fact]
    public async Task Train_LineThatIsNoJson_FailsWithItsPlace()
    {
        using var folder = new TemporaryFolder();
        string corpus = folder.Write("bad.jsonl", "{\"title\": \"x\"}\nnothing");

        CommandRun run = await CommandRun.OfAsync("train", "relatedness", "--corpus", corpus, "--out", folder.PathOf("m"));

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("bad.jsonl:2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Shipped_Model_KnowsWordsOfTheField()
    {
        Assert.InRange(TermCounts.Shipped.Terms, 50_000, 1_000_000);
        Assert.Equal(65_104, TermCounts.Shipped.Papers);
    }

    [Fact]
    public void Load_CutFile_SaysSo()
    {
        using var stream = new MemoryStream();
        TermCounts.Shipped.Save(stream);
        stream.SetLength(1000);
        stream.Position = 0;

        Assert.Contains("cut off", Assert.Throws<InvalidDataException>(() => TermCounts.Load(stream)).Message, StringComparison.Ordinal);
    }
}
