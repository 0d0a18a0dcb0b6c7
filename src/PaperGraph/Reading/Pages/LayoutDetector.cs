using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>Which layout a page has, from its text alone.</summary>
internal static class LayoutDetector
{
    /// <summary>The first that matches; the last one always does.</summary>
    private static readonly ImmutableArray<IPageLayout> Layouts = [new TrailerLayout(), new FlatLayout(), new SpacedLayout()];

    public static IPageLayout Detect(PageText page) => Layouts.First(layout => layout.Matches(page));
}
