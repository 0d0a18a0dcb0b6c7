using System.Globalization;
using PaperGraph.Queries;
using PaperGraph.Storage;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Queries;

/// <summary>The library as a program embeds it.</summary>
public sealed class StoreQuestionsTests(SampleStore sample) : IClassFixture<SampleStore>
{
    [Fact]
    public void Questions_OfTheStore_Answer()
    {
        using var store = PaperGraphStore.Open(sample.Path);

        RelatedRow nearest = store.Related("OTOv3", limit: 3)[0];

        Assert.Equal("OTOv2", nearest.Paper.Name);
        Assert.Equal("same repository tianyic/only_train_once (promised here, released there)", nearest.Reasons[0].ToString());
        Assert.NotEmpty(store.RelatedToText("Routers choose experts.").Where(row => row.Paper.Title.Contains("Expert", StringComparison.Ordinal)));
        Assert.NotEmpty(store.Search("key-value cache").Rows);
        Assert.NotEmpty(store.Code("MoE").Rows);
        Assert.NotEmpty(store.Concept("MoE").Papers);
    }

    /// <summary>The README's example is this test's code, but for the file's name and where it writes.</summary>
    [Fact]
    public void Example_OfTheReadme_IsCompiledAndRunHere()
    {
        var output = new StringWriter { NewLine = "\n" };

        using var store = PaperGraphStore.Open(sample.Path);
        foreach (RelatedRow near in store.Related("OTOv3", limit: 3))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{near.Paper.Title} ({near.Score:0.00}): {near.Reasons[0]}"));
        }

        Assert.StartsWith("OTOv2: Automatic, Generic, User-Friendly (0.", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, output.ToString().Count(c => c == '\n'));
        string readme = File.ReadAllText(RepositoryFiles.PathOf("README.md"));
        foreach (string line in (string[])["using var store = PaperGraphStore.Open(\"graph.papergraph\");", "foreach (RelatedRow near in store.Related(\"OTOv3\", limit: 3))", "$\"{near.Paper.Title} ({near.Score:0.00}): {near.Reasons[0]}\""])
        {
            Assert.Contains(line, readme, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Related_SeveralPapersMatch_SaysHowMany()
    {
        using var store = PaperGraphStore.Open(sample.Path);

        Assert.Contains("'pruning' matches", Assert.Throws<ArgumentException>(() => store.Related("pruning")).Message, StringComparison.Ordinal);
    }
}
