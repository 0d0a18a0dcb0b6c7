using System.Buffers;
using System.Globalization;

namespace PaperGraph.Reading;

/// <summary>Bytes with whole records in them.</summary>
/// <param name="buffer">Rented; given back when the batch has been read.</param>
/// <param name="firstPosition">Position of the first record, from 1.</param>
internal sealed class JsonBatch(byte[] buffer, RecordSegment[] segments, int firstPosition, string source, JsonRecordOptions options) : PaperBatch
{
    public override void ReadInto(List<ReadOutcome> outcomes)
    {
        for (int i = 0; i < segments.Length; i++)
        {
            RecordSegment segment = segments[i];
            if (segment.IsTooLong)
            {
                outcomes.Add(ReadOutcome.Of(new ReadingProblem(ProblemCode.LineTooLong, source, segment.Line, string.Create(
                    CultureInfo.InvariantCulture, $"a record of more than {options.Limits.LineBytes} bytes"))));
                continue;
            }

            JsonRecordParser.Parse(buffer.AsSpan(segment.Start, segment.Length), new RecordPlace(source, firstPosition + i, segment.Line), options, outcomes);
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }
}
