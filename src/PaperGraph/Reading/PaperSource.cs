namespace PaperGraph.Reading;

/// <summary>A source whose format is known, ready to give its papers: a page is held in memory, JSON streams.</summary>
public sealed class PaperSource
{
    private readonly SourceInput _input;
    private readonly PaperSourceOptions _options;
    private OpenedSource? _opened;

    internal PaperSource(SourceInput input, SourceFormat format, PaperSourceOptions options, PageReading? page, OpenedSource? opened) =>
        (_input, Format, _options, Page, _opened) = (input, format, options, page, opened);

    public string Name => _input.Name;

    public SourceFormat Format { get; }

    /// <summary>The page; null for JSON.</summary>
    public PageReading? Page { get; internal set; }

    /// <summary>SHA-256 of the bytes as they lie, 64 hex digits: of a page at once, of JSON once <see cref="Batches"/> or <see cref="Read"/> has been walked to its end.
    /// Null before, where <see cref="PaperSourceOptions.WithDigest"/> is off, and where the source could not be read.</summary>
    public string? Digest { get; internal set; }

    /// <summary>Whether its bytes can be read twice: a file's can, standard input's cannot.</summary>
    public bool CanReopen => _input.CanReopen;

    /// <summary>As <see cref="Digest"/> will be, by reading the bytes without parsing them; null where they cannot be read.</summary>
    /// <exception cref="InvalidOperationException">The source cannot be reopened.</exception>
    public string? DigestOfBytes()
    {
        try
        {
            return SourceDigest.Of(_input);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Records and problems in the source's order, one after the other.</summary>
    public IEnumerable<ReadOutcome> Read()
    {
        var outcomes = new List<ReadOutcome>();
        foreach (PaperBatch batch in Batches())
        {
            batch.ReadInto(outcomes);
            foreach (ReadOutcome outcome in outcomes)
            {
                yield return outcome;
            }

            outcomes.Clear();
        }
    }

    /// <summary>The same, in pieces whose parsing can be left to other threads. What comes from standard input can be walked once.</summary>
    public IEnumerable<PaperBatch> Batches() => Page is { } page ? [new ReadyBatch(page.Outcomes)] : JsonBatches();

    private IEnumerable<PaperBatch> JsonBatches()
    {
        (OpenedSource? source, ReadingProblem? problem) = _opened is { } opened ? (opened, null) : PaperSources.TryOpen(_input, _options);
        _opened = null;
        if (source is null)
        {
            yield return new ReadyBatch([ReadOutcome.Of(problem!)]);
            yield break;
        }

        using (source)
        {
            IRecordSplitter splitter = Format == SourceFormat.JsonArray ? new ArraySplitter() : new LineSplitter();
            foreach (PaperBatch batch in JsonBatchReader.Read(source, Name, splitter, _options.Records))
            {
                yield return batch;
            }

            Digest = source.Complete();
        }
    }
}
