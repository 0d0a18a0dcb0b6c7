using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>Lines → paragraphs: by blank lines where the page has them between its texts, else line by line; wrapped lines are joined again.</summary>
internal static class LineGrouping
{
    /// <summary>Whether most lines stand right under another one, although they are not wrapped.</summary>
    public static bool IsFlat(ImmutableArray<PageLine> lines) => Choose([lines]) is not BlockGrouping;

    /// <param name="sections">Stretches of one page, grouped by one rule.</param>
    public static ImmutableArray<ImmutableArray<Paragraph>> Group(ImmutableArray<ImmutableArray<PageLine>> sections)
    {
        ILineGrouping grouping = Choose(sections);
        return [.. sections.Select(grouping.Group)];
    }

    private static ILineGrouping Choose(ImmutableArray<ImmutableArray<PageLine>> sections)
    {
        var blocks = new BlockGrouping();
        WrapWidth? width = WrapWidth.Of(sections);
        if (width is null)
        {
            return Touching(sections) >= 0.5 ? new SingleLineGrouping() : blocks;
        }

        // Blank lines are the better witness; where they do not part titles from abstracts, the length of the lines must.
        var wrapped = new WrappedLineGrouping(width.Value);
        return Papers(sections, blocks) * 3 >= Papers(sections, wrapped) ? blocks : wrapped;
    }

    /// <summary>Share of the lines with text that have another one right under them.</summary>
    private static double Touching(ImmutableArray<ImmutableArray<PageLine>> sections)
    {
        int lines = 0;
        int touching = 0;
        foreach (ImmutableArray<PageLine> section in sections)
        {
            for (int i = 0; i < section.Length; i++)
            {
                lines += section[i].IsBlank ? 0 : 1;
                touching += !section[i].IsBlank && i + 1 < section.Length && !section[i + 1].IsBlank ? 1 : 0;
            }
        }

        return lines == 0 ? 0 : (double)touching / lines;
    }

    private static int Papers(ImmutableArray<ImmutableArray<PageLine>> sections, ILineGrouping grouping)
    {
        int papers = 0;
        foreach (ImmutableArray<PageLine> section in sections)
        {
            ImmutableArray<Paragraph> paragraphs = grouping.Group(section);
            papers += RecordSegmenter.Segment(paragraphs, [.. paragraphs.Select(paragraph => InterfaceText.Is(paragraph.Text))], endsWithTrailer: false)
                .Count(role => role == ParagraphRole.Abstract);
        }

        return papers;
    }
}

/// <summary>One rule for what lines form a paragraph.</summary>
internal interface ILineGrouping
{
    ImmutableArray<Paragraph> Group(ImmutableArray<PageLine> lines);
}
