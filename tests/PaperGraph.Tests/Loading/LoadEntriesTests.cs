using PaperGraph.Loading;

namespace PaperGraph.Tests.Loading;

public sealed class LoadEntriesTests
{
    [Fact]
    public void Nodes_ComeBackAsTheyWent_AndZeroTakesThemOff()
    {
        var digests = new Dictionary<string, ulong> { ["gone"] = 5 };

        LoadEntries.DecodeNodes(LoadEntries.EncodeNodes([("a", 1), ("ünï 漢字", ulong.MaxValue), ("gone", 0), ("", 3)]), digests);

        Assert.Equal(new Dictionary<string, ulong> { ["a"] = 1, ["ünï 漢字"] = ulong.MaxValue, [""] = 3 }, digests);
    }

    [Fact]
    public void Edges_ComeBackAsTheyWent_InRunsOfOneSource()
    {
        var digests = new Dictionary<EdgeKey, ulong> { [new(1, 3)] = 9 };

        LoadEntries.DecodeEdges(LoadEntries.EncodeEdges([(new(1, 2), 7), (new(1, 3), 0), (new(4, 2), 8), (new(1, 5), 6)]), digests);

        Assert.Equal(new Dictionary<EdgeKey, ulong> { [new(1, 2)] = 7, [new(4, 2)] = 8, [new(1, 5)] = 6 }, digests);
    }

    [Theory]
    [InlineData("AQAAAA==")]
    [InlineData("/////w==")]
    [InlineData("no base64")]
    public void Decode_Damaged_IsAFormatException(string entries)
    {
        Assert.Throws<FormatException>(() => LoadEntries.DecodeNodes(entries, []));
        Assert.Throws<FormatException>(() => LoadEntries.DecodeEdges(entries, []));
    }
}
