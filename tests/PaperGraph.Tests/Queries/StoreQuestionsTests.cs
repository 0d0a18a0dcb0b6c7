using PaperGraph.Queries;
using PaperGraph.Storage;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Queries;

/// <summary>The library as a program embeds it.</summary>
public sealed class StoreQuestionsTests(SampleStore sample) : IClassFixture<SampleStore>
{
    [Fact]
    public void Example_OfTheReadme_Answers()
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

    [Fact]
    public void Related_SeveralPapersMatch_SaysHowMany()
    {
        using var store = PaperGraphStore.Open(sample.Path);

        Assert.Contains("'pruning' matches", Assert.Throws<ArgumentException>(() => store.Related("pruning")).Message, StringComparison.Ordinal);
    }
}
