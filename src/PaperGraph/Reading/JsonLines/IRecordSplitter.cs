namespace PaperGraph.Reading;

/// <summary>Finds where records end in bytes that come piece by piece. Knows nothing of what a record holds.</summary>
internal interface IRecordSplitter
{
    /// <summary>Index in the buffer at which the record that has not ended yet starts. The owner of the buffer moves it along with the bytes.</summary>
    int RecordStart { get; set; }

    /// <summary>Set by the owner when it had to drop bytes of the record that has not ended yet: it is then told as too long.</summary>
    bool HasDropped { get; set; }

    /// <summary>1-based line reached.</summary>
    int Line { get; }

    /// <summary>Looks at <c>buffer[from..to]</c>, bytes not seen before, and adds the records that end there.</summary>
    void Scan(ReadOnlySpan<byte> buffer, int from, int to, List<RecordSegment> segments);

    /// <summary>At the end of the source: adds the record that nothing ended.</summary>
    /// <returns>What is wrong with the end; null where nothing is.</returns>
    string? Finish(int end, List<RecordSegment> segments);
}
