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

    /// <summary>Enough words of enough papers for a space of some dimensions, in which words of one trade lie together.</summary>
    [Fact]
    public async Task Train_PapersOfTwoTrades_WordsOfOneLieTogether()
    {
        using var folder = new TemporaryFolder();
        string one = folder.Write("one.jsonl", string.Join('\n', TwoTrades()));
        string other = folder.Write("other.jsonl", string.Join('\n', TwoTrades().Reverse()));

        await CommandRun.OfAsync("train", "relatedness", "--corpus", one, "--out", folder.PathOf("one.model"));
        await CommandRun.OfAsync("train", "relatedness", "--corpus", other, "--out", folder.PathOf("other.model"));

        Assert.Equal(File.ReadAllBytes(folder.PathOf("one.model")), File.ReadAllBytes(folder.PathOf("other.model")));
        RelatednessModel model = RelatednessModel.Load(File.ReadAllBytes(folder.PathOf("one.model")));
        using RelatednessIndex index = RelatednessIndex.Build([new("baker1 baker2 baker3", ""), new("baker1 mason1 mason2", ""), new("baker1 baker7 baker8", "")], model);
        Assert.Equal([2, 1], index.Nearest(0, 2).Select(near => near.Paper));
    }

    private static string[] TwoTrades()
    {
        string[] trades = ["baker", "mason"];
        return
        [
            .. Enumerable.Range(0, 300).Select(i => $$"""{"title": "Case {{(char)('a' + (i % 26))}}{{(char)('a' + (i / 26))}}", "abstract": "{{string.Join(' ', Enumerable.Range(0, 12).Select(w => trades[i % 2] + (((i * 7) + (w * w * 5)) % 40)))}}", "authors": ["A {{i % 10}}", "B {{i % 10}}"]}"""),
        ];
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
        Assert.InRange(RelatednessModel.Shipped.Terms, 50_000, 1_000_000);
        Assert.Equal(65_104, RelatednessModel.Shipped.Papers);
    }

    [Fact]
    public void Digest_OtherCountsOrNoSpace_IsAnother()
    {
        RelatednessModel model = RelatednessModel.Of(10, 1, [new(4, 2)]);

        Assert.Equal(model.Digest, RelatednessModel.Load(model.ToBytes()).Digest);
        Assert.NotEqual(model.Digest, RelatednessModel.Of(10, 1, [new(4, 3)]).Digest);
        Assert.NotEqual(RelatednessModel.Shipped.Digest, RelatednessModel.Shipped.With(LatentSpace.Empty).Digest);
    }

    [Fact]
    public void Load_CutFile_SaysSo()
    {
        byte[] cut = RelatednessModel.Shipped.ToBytes()[..1000];

        Assert.Contains("outside the file", Assert.Throws<InvalidDataException>(() => RelatednessModel.Load(cut)).Message, StringComparison.Ordinal);
    }
}
