using PaperGraph.Relatedness;

namespace PaperGraph.Tests.Relatedness;

public sealed class TermTableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5000)]
    public void Find_AnyHash_IsItsPlaceOrNone(int count)
    {
        var random = new Random(count);
        ulong[] hashes = [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue)).Concat(count > 1 ? [0, ulong.MaxValue] : []).Distinct().Order()];
        var table = new TermTable(hashes);

        Assert.All(hashes.Index(), pair => Assert.Equal(pair.Index, table.Find(pair.Item)));
        Assert.All(hashes, hash => Assert.Equal(Array.IndexOf(hashes, hash + 1), table.Find(hash + 1)));
        Assert.Equal(-1, table.Find(12345));
    }
}
