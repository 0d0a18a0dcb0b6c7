using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>Each line is a paragraph, but a title that was broken over lines is put together where its lines say that they belong together.</summary>
internal sealed class SingleLineGrouping : ILineGrouping
{
    private const int LongestTitleLine = 160;

    /// <summary>Words with which no title ends.</summary>
    private static readonly string[] OpenEnds = [" a", " an", " the", " of", " for", " and", " or", " in", " on", " with", " to", " by", " from", " via", " as", " at", " using", " into", " &", ":", ",", "-", "–", "—"];

    public ImmutableArray<Paragraph> Group(ImmutableArray<PageLine> lines)
    {
        ImmutableArray<Paragraph>.Builder paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var open = new List<PageLine>();
        foreach (PageLine line in lines)
        {
            if (open.Count > 0 && (line.IsBlank || !GoesOn(open[^1].Text, line.Text)))
            {
                paragraphs.Add(new Paragraph(open[0].Number, LineJoining.Join(open)));
                open.Clear();
            }

            if (!line.IsBlank)
            {
                open.Add(line);
            }
        }

        if (open.Count > 0)
        {
            paragraphs.Add(new Paragraph(open[0].Number, LineJoining.Join(open)));
        }

        return paragraphs.DrainToImmutable();
    }

    private static bool GoesOn(string line, string next) =>
        line.Length is > 20 and <= LongestTitleLine && next.Length <= LongestTitleLine && !InterfaceText.Is(line) && !InterfaceText.Is(next)
        && !TextShape.EndsSentence(line) && !TextShape.EndsSentence(next)
        && (char.IsLower(next[0]) || Array.Exists(OpenEnds, end => line.EndsWith(end, StringComparison.OrdinalIgnoreCase)));
}
