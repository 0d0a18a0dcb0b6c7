namespace PaperGraph.Reading;

/// <summary>One record a line. Blank lines are counted, and are no records.</summary>
internal sealed class LineSplitter : IRecordSplitter
{
    public int RecordStart { get; set; }

    public bool HasDropped { get; set; }

    public int Line { get; private set; } = 1;

    public void Scan(ReadOnlySpan<byte> buffer, int from, int to, List<RecordSegment> segments)
    {
        while (buffer[from..to].IndexOf((byte)'\n') is var length and >= 0)
        {
            Add(from + length, segments, buffer);
            Line++;
            RecordStart = from = from + length + 1;
        }
    }

    public string? Finish(int end, List<RecordSegment> segments)
    {
        if (end > RecordStart || HasDropped)
        {
            Add(end, segments, default);
        }

        return null;
    }

    private void Add(int end, List<RecordSegment> segments, ReadOnlySpan<byte> buffer)
    {
        bool isBlank = !buffer.IsEmpty && !HasDropped && buffer[RecordStart..end].Trim(" \t\r"u8).IsEmpty;
        if (!isBlank)
        {
            segments.Add(HasDropped ? new RecordSegment(0, 0, Line, IsTooLong: true) : new RecordSegment(RecordStart, end - RecordStart, Line));
        }

        HasDropped = false;
    }
}
