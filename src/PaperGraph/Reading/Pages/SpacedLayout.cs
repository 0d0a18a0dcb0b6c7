using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>Title, blank line, abstract, blank line, and nothing more.</summary>
internal sealed class SpacedLayout : IPageLayout
{
    public SourceFormat Format => SourceFormat.SpacedPage;

    public bool Matches(PageText page) => true;

    public ImmutableArray<PageSection> Split(PageText page) => [new PageSection(LineGrouping.Group([page.Lines])[0], null)];
}
