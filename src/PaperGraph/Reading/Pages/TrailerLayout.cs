using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>Title, abstract, then authors or an organisation, date, and a number of comments: a page with one such trailer or more.</summary>
internal sealed class TrailerLayout : IPageLayout
{
    public SourceFormat Format => SourceFormat.PageWithTrailers;

    public bool Matches(PageText page) => Cut(page).Any(section => section.Trailer is not null);

    public ImmutableArray<PageSection> Split(PageText page)
    {
        (ImmutableArray<PageLine> Lines, Trailer? Trailer)[] sections = [.. Cut(page)];
        ImmutableArray<ImmutableArray<Paragraph>> paragraphs = LineGrouping.Group([.. sections.Select(section => section.Lines)]);
        return [.. sections.Select((section, i) => new PageSection(paragraphs[i], section.Trailer))];
    }

    private static IEnumerable<(ImmutableArray<PageLine> Lines, Trailer? Trailer)> Cut(PageText page)
    {
        int start = 0;
        bool isAfterText = false;
        for (int i = 0; i < page.Lines.Length;)
        {
            if (page.Lines[i].IsBlank)
            {
                i++;
            }
            else if (TrailerParser.TryParse(page.Lines, i, isAfterText, out Trailer trailer, out int next))
            {
                yield return (page.Lines[start..i], trailer);
                isAfterText = false;
                start = i = next;
            }
            else
            {
                isAfterText = true;
                i++;
            }
        }

        yield return (page.Lines[start..], null);
    }
}
