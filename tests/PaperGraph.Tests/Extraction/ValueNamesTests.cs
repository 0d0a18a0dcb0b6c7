using PaperGraph.Extraction;
using PaperGraph.Extraction.Links;

namespace PaperGraph.Tests.Extraction;

public sealed class ValueNamesTests
{
    /// <summary>Every value of a closed list has its own spelling, which is read back as that value.</summary>
    [Fact]
    public void Names_OfEveryValue_AreReadBack()
    {
        Assert.All(Enum.GetValues<ConceptKind>(), kind => Assert.True(ValueNames.TryParse(ValueNames.Of(kind), out ConceptKind read) && read == kind));
        Assert.All(Enum.GetValues<RelationType>(), type => Assert.True(ValueNames.TryParse(ValueNames.Of(type), out RelationType read) && read == type));
        Assert.All(Enum.GetValues<LinkRole>(), role => Assert.True(ValueNames.TryParse(ValueNames.Of(role), out LinkRole read) && read == role));
        Assert.All(Enum.GetValues<ReleaseStatus>(), status => Assert.True(ValueNames.TryParse(ValueNames.Of(status), out ReleaseStatus read) && read == status));
        Assert.All(Enum.GetValues<ReleasedThing>(), thing => Assert.True(ValueNames.TryParse(ValueNames.Of(thing), out ReleasedThing read) && read == thing));
        Assert.All(Enum.GetValues<CodeStatus>(), status => Assert.True(ValueNames.TryParse(ValueNames.Of(status), out CodeStatus read) && read == status));
    }
}
