using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>Opens the inputs of a run: tells their formats, reads the pages, completes dates over all of them.</summary>
public static class PaperSources
{
    /// <summary>Every input as a source, in order. Pages are read here and now, since the newest year of all of them completes the dates of each; JSON is only looked at.</summary>
    /// <remarks>An input that cannot be read is a source of format <see cref="SourceFormat.Unknown"/> with one problem.</remarks>
    public static ImmutableArray<PaperSource> Open(IEnumerable<SourceInput> inputs, PaperSourceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        options ??= PaperSourceOptions.Default;
        ImmutableArray<PaperSource> sources = [.. inputs.Select(input => OpenOne(input, options))];
        YearRule rule = options.Year is { } year ? YearRule.Fixed(year) : YearRule.AfterNewest(sources.Select(source => source.Page?.NewestYear));
        foreach (PaperSource source in sources)
        {
            source.Page = source.Page?.Resolve(rule);
        }

        return sources;
    }

    /// <summary>One input at a time, for whoever has no use for dates: each page is read when its turn comes, and dates without a year stay open.</summary>
    public static IEnumerable<PaperSource> OpenEach(IEnumerable<SourceInput> inputs, PaperSourceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Select(input => OpenOne(input, options ?? PaperSourceOptions.Default));
    }

    internal static (OpenedSource? Source, ReadingProblem? Problem) TryOpen(SourceInput input, PaperSourceOptions options)
    {
        try
        {
            return (OpenedSource.Open(input, options.Records.Limits, options.WithDigest), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, new ReadingProblem(ProblemCode.Unreadable, input.Name, 1, $"could not be read: {exception.Message}"));
        }
        catch (InvalidDataException exception)
        {
            return (null, new ReadingProblem(ProblemCode.BrokenCompression, input.Name, 1, $"the gzip data is damaged from the start: {exception.Message}"));
        }
    }

    private static PaperSource OpenOne(SourceInput input, PaperSourceOptions options)
    {
        (OpenedSource? opened, ReadingProblem? problem) = TryOpen(input, options);
        if (opened is null)
        {
            return OfProblem(input, options, problem!);
        }

        ContentKind kind = FormatDetector.Detect(opened.PeekHead(FormatDetector.IsEnough), out string found);
        if (kind is ContentKind.JsonLines or ContentKind.JsonArray)
        {
            SourceFormat format = kind == ContentKind.JsonLines ? SourceFormat.JsonLines : SourceFormat.JsonArray;
            if (!input.CanReopen)
            {
                return new PaperSource(input, format, options, null, opened);
            }

            // A folder of thousands of files must not hold thousands of them open.
            opened.Dispose();
            return new PaperSource(input, format, options, null, null);
        }

        using (opened)
        {
            if (kind == ContentKind.Page)
            {
                return OfPage(input, options, opened);
            }

            PaperSource source = OfProblem(input, options, new ReadingProblem(ProblemCode.NotText, input.Name, 1, $"not text but {found}"));
            source.Digest = opened.Complete();
            return source;
        }
    }

    private static PaperSource OfPage(SourceInput input, PaperSourceOptions options, OpenedSource opened)
    {
        byte[] bytes = PageBytes.Read(opened, options.Records.Limits.PageBytes, out bool isWhole);
        PageReading page = PageReader.Read(input.Name, bytes, options.Records.Limits);
        if (!isWhole)
        {
            page = page.With(new ReadingProblem(ProblemCode.SourceTooLarge, input.Name, 1, $"holds more than {options.Records.Limits.PageBytes} bytes: the rest was not read. Split it, or bring it as JSON Lines."));
        }
        else if (opened.Failure is { } failure)
        {
            page = page.With(failure);
        }

        return new PaperSource(input, page.Format, options, page, null) { Digest = opened.Complete() };
    }

    private static PaperSource OfProblem(SourceInput input, PaperSourceOptions options, ReadingProblem problem) =>
        new(input, SourceFormat.Unknown, options, new PageReading(input.Name, SourceFormat.Unknown, [ReadOutcome.Of(problem)], null, null, null), null);
}
