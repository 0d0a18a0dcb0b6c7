using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>The text of a page → its papers.</summary>
public static class PageReader
{
    /// <summary>Reads what it can. What it cannot read becomes a problem with its line, never an exception.</summary>
    /// <param name="name">Name of the source.</param>
    /// <param name="utf8">The whole page, without byte order mark; bytes that are no UTF-8 are replaced and told.</param>
    public static PageReading Read(string name, ReadOnlySpan<byte> utf8, ReadingLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var page = PageText.Decode(utf8, name);
        if (page.Lines.All(line => line.IsBlank))
        {
            return new PageReading(name, SourceFormat.Unknown, [.. page.Problems.Append(new ReadingProblem(ProblemCode.Empty, name, 1, "the file is empty")).Select(ReadOutcome.Of)], null, null, null);
        }

        IPageLayout layout = LayoutDetector.Detect(page);
        var builder = new PageReadingBuilder(name, limits ?? ReadingLimits.Default);
        ImmutableArray<PageSection> sections = layout.Split(page);
        FrameTexts frame = FrameTexts.Of(sections);
        foreach (PageSection section in sections)
        {
            builder.Add(section, frame, isLast: ReferenceEquals(section, sections[^1]));
        }

        return builder.Build(layout.Format, page);
    }
}
