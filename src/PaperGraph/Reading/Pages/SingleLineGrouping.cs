using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>Each line is a paragraph, but a title that was broken over lines is put together where its lines say that they belong together.</summary>
internal sealed class SingleLineGrouping : ILineGrouping
{
    private const int LongestTitleLine = 160;
    private const int LongLine = 250;
    private const int FewestWrappedTitles = 2;

    /// <summary>Words with which no title ends.</summary>
    private static readonly string[] OpenEnds = [" a", " an", " the", " of", " for", " and", " or", " in", " on", " with", " to", " by", " from", " via", " as", " at", " using", " into", " &", ":", ",", "-", "–", "—"];

    public ImmutableArray<Paragraph> Group(ImmutableArray<PageLine> lines)
    {
        int? titleWidth = TitleWidth(lines);
        ImmutableArray<Paragraph>.Builder paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var open = new List<PageLine>();
        foreach (PageLine line in lines)
        {
            if (open.Count > 0 && (line.IsBlank || !GoesOn(open[^1].Text, line.Text, titleWidth)))
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

    /// <summary>The width at which titles alone were wrapped, where many stand on several lines and each of these was full; else null.</summary>
    private static int? TitleWidth(ImmutableArray<PageLine> lines)
    {
        // What stands before the first abstract is the banner's.
        int start = lines.Length - lines.SkipWhile(line => line.Text.Length < LongLine).Count();
        (string Line, string Next)[] pairs = [.. Enumerable.Range(start + 1, Math.Max(0, lines.Length - start - 1))
            .Where(i => IsTitleLine(lines[i - 1].Text) && IsTitleLine(lines[i].Text))
            .Select(i => (lines[i - 1].Text, lines[i].Text))];
        if (pairs.Length < FewestWrappedTitles)
        {
            return null;
        }

        int width = pairs.Select(pair => pair.Line.Length).Order().ElementAt(pairs.Length * 19 / 20);
        return pairs.Count(pair => IsFull(pair.Line, pair.Next, width)) * 5 >= pairs.Length * 4 ? width : null;
    }

    private static bool IsFull(string line, string next, int width) =>
        line.Length + 1 + (next.IndexOf(' ', StringComparison.Ordinal) is var space && space < 0 ? next.Length : space) >= width;

    private static bool IsTitleLine(string line) => line.Length is > 0 and <= LongestTitleLine && !TextShape.EndsSentence(line);

    /// <summary>Whether a text cannot end here: a preposition, an article, a colon.</summary>
    public static bool IsOpenEnd(string line) => Array.Exists(OpenEnds, end => line.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static bool GoesOn(string line, string next, int? titleWidth) =>
        IsTitleLine(line) && IsTitleLine(next)
        && !InterfaceText.Is(line)
        && ((titleWidth is { } width && IsFull(line, next, width)) || (line.Length > 20 && !InterfaceText.Is(next) && (char.IsLower(next[0]) || IsOpenEnd(line))));
}
