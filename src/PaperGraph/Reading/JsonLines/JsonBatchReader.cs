using System.Buffers;

namespace PaperGraph.Reading;

/// <summary>The bytes of a JSON source → batches of whole records, in bounded memory.</summary>
internal static class JsonBatchReader
{
    private const int BufferBytes = 1 << 17;

    /// <summary>What one read brought makes a batch, so that a slow pipe is answered at once.</summary>
    public static IEnumerable<PaperBatch> Read(OpenedSource source, string name, IRecordSplitter splitter, JsonRecordOptions options)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        int end = 0;
        int position = 1;
        var segments = new List<RecordSegment>();
        while (true)
        {
            (buffer, end) = MakeRoom(buffer, end, splitter, options.Limits.LineBytes);
            int read = source.Read(buffer.AsSpan(end));
            source.Line = splitter.Line;
            if (read == 0)
            {
                break;
            }

            splitter.Scan(buffer, end, end + read, segments);
            end += read;
            if (segments.Count > 0)
            {
                // The rest goes on in a buffer of its own: this one belongs to the batch from here on.
                int carried = end - splitter.RecordStart;
                byte[] next = ArrayPool<byte>.Shared.Rent(Math.Max(BufferBytes, carried + BufferBytes / 2));
                buffer.AsSpan(splitter.RecordStart, carried).CopyTo(next);
                yield return new JsonBatch(buffer, [.. segments], position, name, options);
                position += segments.Count;
                segments.Clear();
                (buffer, end, splitter.RecordStart) = (next, carried, 0);
            }
        }

        string? wrongEnd = splitter.Finish(end, segments);
        yield return new JsonBatch(buffer, [.. segments], position, name, options);
        if (source.Failure is { } failure)
        {
            yield return new ReadyBatch([ReadOutcome.Of(failure)]);
        }
        else if (wrongEnd is not null)
        {
            yield return new ReadyBatch([ReadOutcome.Of(new ReadingProblem(ProblemCode.BrokenRecord, name, splitter.Line, wrongEnd))]);
        }
    }

    /// <summary>A record that does not fit goes into a larger buffer, up to the limit; beyond it its bytes are dropped.</summary>
    private static (byte[] Buffer, int End) MakeRoom(byte[] buffer, int end, IRecordSplitter splitter, int limit)
    {
        if (end - splitter.RecordStart > limit)
        {
            splitter.HasDropped = true;
            splitter.RecordStart = 0;
            return (buffer, 0);
        }

        if (end < buffer.Length)
        {
            return (buffer, end);
        }

        if (splitter.RecordStart > 0)
        {
            buffer.AsSpan(splitter.RecordStart, end - splitter.RecordStart).CopyTo(buffer);
            (end, splitter.RecordStart) = (end - splitter.RecordStart, 0);
            return (buffer, end);
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return (larger, end);
    }
}
