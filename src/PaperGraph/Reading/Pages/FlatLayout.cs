using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>Lines without blank ones between: title and abstract in turn, the banner run into the first title.</summary>
internal sealed class FlatLayout : IPageLayout
{
    public SourceFormat Format => SourceFormat.FlatPage;

    public bool Matches(PageText page) => LineGrouping.IsFlat(page.Lines);

    public ImmutableArray<PageSection> Split(PageText page) => [new PageSection(LineGrouping.Group([page.Lines])[0], null)];
}
