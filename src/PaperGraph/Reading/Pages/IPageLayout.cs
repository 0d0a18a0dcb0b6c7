using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>One way in which pages set out their papers.</summary>
internal interface IPageLayout
{
    SourceFormat Format { get; }

    /// <summary>Whether a page is set out so. <see cref="LayoutDetector"/> asks the layouts in its order.</summary>
    bool Matches(PageText page);

    /// <summary>Cuts the page where a paper's end is certain.</summary>
    ImmutableArray<PageSection> Split(PageText page);
}

/// <summary>A stretch of a page: paragraphs, and the trailer that ends it.</summary>
/// <param name="Trailer">Authors and date of the last paper in it; null at the page's end and in layouts without.</param>
internal sealed record PageSection(ImmutableArray<Paragraph> Paragraphs, Trailer? Trailer);
