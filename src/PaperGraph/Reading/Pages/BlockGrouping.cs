using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>Lines between two blank ones are one paragraph.</summary>
internal sealed class BlockGrouping : ILineGrouping
{
    private const int LongLine = 250;

    public ImmutableArray<Paragraph> Group(ImmutableArray<PageLine> lines)
    {
        ImmutableArray<Paragraph>.Builder paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var open = new List<PageLine>();
        foreach (PageLine line in lines)
        {
            // Menus have no blank lines between their words, and none before the first title; further down, "Models" is a wrapped title's last word.
            // An abstract of one long line may stand right under its title.
            bool isFrame = !line.IsBlank && line.Text.Length <= LongLine && (open.Count == 0 || open[^1].Text.Length >= LongLine) && InterfaceText.Is(line.Text);
            if (line.IsBlank || isFrame || (open.Count > 0 && line.Text.Length >= LongLine && open.TrueForAll(IsTitleLike)) || (open.Count > 0 && open[^1].Text.Length >= LongLine))
            {
                Close(open, paragraphs);
            }

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
