using System.Collections.Immutable;
using PaperGraph.Reading;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Reading;

public sealed class InputExpansionTests
{
    [Fact]
    public void Expand_Folder_GivesItsFilesByPathInOrdinalOrder()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in new[] { "b.txt", "B.txt", "a/z.txt", "a/b/c", ".hidden", ".git/config", "a.txt" })
        {
            folder.Write(name, name);
        }

        Assert.Equal(["B.txt", "a.txt", "a/b/c", "a/z.txt", "b.txt"], Expand(folder.Path).Select(source => source.Name));
    }

    [Fact]
    public void Expand_FilesAndStandardInput_KeepTheirOrder()
    {
        using var folder = new TemporaryFolder();
        ImmutableArray<SourceInput> sources = Expand(folder.Write("b.txt", "b"), "-", folder.Write("a.txt", "a"), folder.PathOf("b.txt"));

        Assert.Equal(["b.txt", "stdin", "a.txt"], sources.Select(source => source.Name));
        Assert.Equal([true, false, true], sources.Select(source => source.CanReopen));
    }

    [Fact]
    public void Expand_TwoFilesOfOneName_AreToldApartByTheirFolders()
    {
        using var folder = new TemporaryFolder();
        ImmutableArray<SourceInput> sources = Expand(folder.Write("x/one/p.txt", "1"), folder.Write("x/two/p.txt", "2"), folder.Write("y/one/p.txt", "3"), folder.Write("q.txt", "4"));

        Assert.Equal(["x/one/p.txt", "two/p.txt", "y/one/p.txt", "q.txt"], sources.Select(source => source.Name));
    }

    [Fact]
    public void Expand_NoSuchFile_NamesIt() =>
        Assert.Contains("'nowhere.txt'", Assert.Throws<FileNotFoundException>(() => Expand("nowhere.txt")).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_SameBytes_IsTheSameDigestAsWhileReading()
    {
        using var folder = new TemporaryFolder();
        SourceInput page = Expand(folder.Write("page.txt", SamplePage.Flat()))[0];
        SourceInput lines = Expand(folder.Write("papers.jsonl", SamplePage.JsonLines(9)))[0];
        ImmutableArray<PaperSource> opened = PaperSources.Open([page, lines], new PaperSourceOptions { WithDigest = true });

        Assert.Equal(9, opened[1].Read().Count());
        Assert.Equal([SourceDigest.Of(page), SourceDigest.Of(lines)], opened.Select(source => source.Digest));
        Assert.Matches("^[0-9a-f]{64}$", opened[0].Digest);
    }

    private static ImmutableArray<SourceInput> Expand(params string[] inputs) => InputExpansion.Expand(inputs, () => Stream.Null);
}
