using System.Globalization;
using PaperGraph.Graph;
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

    /// <summary>The README's example is this test's code, line by line, but for the file's name and where it writes.</summary>
    [Fact]
    public void Example_OfTheReadme_IsCompiledAndRunHere()
    {
        var console = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };

        using var store = PaperGraphStore.Open(sample.Path);
        foreach (RelatedRow near in store.Related("OTOv3", limit: 3))
        {
            console.WriteLine($"{near.Paper.Title} ({near.Score:0.00}): {near.Reasons[0]}");
        }

        foreach (SearchRow found in store.Search("key-value cache", limit: 2).Rows)
        {
            console.WriteLine($"{found.Name}: {found.Snippet}");
        }

        foreach (NodeId step in store.Paths("OTOv3", "MoE")[0].Nodes)
        {
            console.WriteLine(store.Graph.NameOf(step));
        }

        console.WriteLine(store.Context("What prunes a network in one shot?", tokens: 500).Text);

        string[] lines = console.ToString().Split('\n');
        Assert.StartsWith("OTOv2: Automatic, Generic, User-Friendly (0", lines[0], StringComparison.Ordinal);
        Assert.Contains("key-value cache", lines[3], StringComparison.Ordinal);
        Assert.Equal("OTOv3", lines[5]);
        Assert.Contains("Mixture of Experts", console.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(lines[6..], line => line.Contains("Only Train Once", StringComparison.Ordinal));
        string[] own = [.. File.ReadAllLines(RepositoryFiles.PathOf("tests/PaperGraph.Tests/Queries/StoreQuestionsTests.cs")).Select(line => line.Trim())];
        foreach (string line in ExampleOf(File.ReadAllText(RepositoryFiles.PathOf("README.md"))))
        {
            Assert.Contains(line.Trim().Replace("\"graph.papergraph\"", "sample.Path", StringComparison.Ordinal).Replace("Console.", "console.", StringComparison.Ordinal), own);
        }
    }

    /// <summary>The lines of C# in the answer on the library.</summary>
    private static string[] ExampleOf(string readme)
    {
        string example = readme.Split("```csharp\n", 2)[1].Split("```", 2)[0];
        return example.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public void Related_SeveralPapersMatch_SaysHowMany()
    {
        using var store = PaperGraphStore.Open(sample.Path);

        Assert.Contains("'pruning' matches", Assert.Throws<ArgumentException>(() => store.Related("pruning")).Message, StringComparison.Ordinal);
    }
}
