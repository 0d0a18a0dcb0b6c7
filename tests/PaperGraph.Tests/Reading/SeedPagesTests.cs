using System.Collections.Immutable;
using System.Text.Json;
using PaperGraph.Papers;
using PaperGraph.Reading;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Reading;

/// <summary>The real pages, against the counts that were made by hand.</summary>
public sealed class SeedPagesTests
{
    [SharedFact]
    public void Open_RealPages_GiveTheCountsMadeByHand()
    {
        using var expected = JsonDocument.Parse(File.ReadAllBytes(SharedFactAttribute.PathOf("eval/data/seeds-papers-counts.json")));
        ImmutableArray<PaperSource> sources = OpenSeeds();

        Assert.Equal(expected.RootElement.GetProperty("seeds").EnumerateObject().Count(), sources.Length);
        foreach (PaperSource source in sources)
        {
            JsonElement counts = expected.RootElement.GetProperty("seeds").GetProperty(source.Name[..3]);
            PaperRecord[] papers = [.. source.Page!.Records.Select(record => record.Paper)];
            Assert.Equal(
                (counts.GetProperty("papers").GetInt32(), counts.GetProperty("with_authors").GetInt32(), counts.GetProperty("with_date").GetInt32(), counts.GetProperty("with_comments").GetInt32()),
                (papers.Length, papers.Count(paper => paper.AuthorCount is not null), papers.Count(paper => paper.Date is not null), papers.Count(paper => paper.Comments is not null)));
            Assert.Empty(source.Page.Problems);
        }

        string[] titles = [.. sources.SelectMany(source => source.Page!.Records).Select(record => TitleKey.Of(record.Paper.Title))];
        Assert.Equal(expected.RootElement.GetProperty("papers").GetInt32(), titles.Length);
        Assert.Equal(expected.RootElement.GetProperty("unique_papers").GetInt32(), titles.Distinct().Count());
    }

    [SharedFact]
    public void Open_RealPages_TellTheirLayoutsAndTheYearThatTheyLeaveOut()
    {
        ImmutableArray<PaperSource> sources = OpenSeeds();

        Assert.Equal(
            [SourceFormat.PageWithTrailers, SourceFormat.PageWithTrailers, SourceFormat.FlatPage, SourceFormat.SpacedPage, SourceFormat.PageWithTrailers],
            sources.Select(source => source.Format));
        Assert.Equal(2025, sources.SelectMany(source => source.Page!.Records).Max(record => record.Paper.Date?.Year));
        PaperRecord ofOrganisation = Assert.Single(sources.SelectMany(source => source.Page!.Records).Select(record => record.Paper), paper => paper.Organisation is not null);
        Assert.Equal(("Apple", (int?)null, "2025-09-29", (int?)2), (ofOrganisation.Organisation, ofOrganisation.AuthorCount, ofOrganisation.Date.ToString(), ofOrganisation.Comments));
    }

    private static ImmutableArray<PaperSource> OpenSeeds() =>
        PaperSources.Open(InputExpansion.Expand([SharedFactAttribute.PathOf("seeds")], () => Stream.Null));
}
