using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>Lines between two blank ones are one paragraph.</summary>
internal sealed class BlockGrouping : ILineGrouping
{
    private const int LongLine = 250;

    /// <summary>No program wraps a text so narrowly: a shorter line with another under it is a menu's or a banner's.</summary>
    private const int ShortLine = 28;

    public ImmutableArray<Paragraph> Group(ImmutableArray<PageLine> lines)
    {
        ImmutableArray<Paragraph>.Builder paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var open = new List<PageLine>();
        foreach (PageLine line in lines)
        {
            // Menus and banners have no blank lines between their words, and none before the first title. An abstract of one long line may stand right under its title.
            bool isAfterMenu = open.Count > 0 && open.TrueForAll(menu => menu.Text.Length < ShortLine) && !SingleLineGrouping.IsOpenEnd(open[^1].Text);
            bool isAfterTitle = open.Count > 0 && line.Text.Length >= LongLine && open.TrueForAll(IsTitleLike);
            if (line.IsBlank || isAfterMenu || isAfterTitle || (open.Count > 0 && open[^1].Text.Length >= LongLine))
            {
                Close(open, paragraphs);
            }

            // Only before a text: in the middle of one, "Models" is a wrapped title's last word.
            bool isFrame = open.Count == 0 && !line.IsBlank && line.Text.Length < LongLine && InterfaceText.Is(line.Text);
            if (isFrame)
            {
                paragraphs.Add(new Paragraph(line.Number, line.Text));
            }
            else if (!line.IsBlank)
            {
                open.Add(line);
            }
        }

        Close(open, paragraphs);
        return paragraphs.DrainToImmutable();
    }

    private static bool IsTitleLike(PageLine line) => line.Text.Length < LongLine && TextShape.Prose(line.Text) < 0;

    private static void Close(List<PageLine> open, ImmutableArray<Paragraph>.Builder paragraphs)
    {
        if (open.Count > 0)
        {
            paragraphs.Add(new Paragraph(open[0].Number, LineJoining.Join(open)));
            open.Clear();
        }
    }
}
