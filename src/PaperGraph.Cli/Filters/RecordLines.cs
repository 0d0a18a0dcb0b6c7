using System.Buffers;
using PaperGraph.Reading;

namespace PaperGraph.Cli.Filters;

/// <summary>The lines that one batch of records became.</summary>
/// <param name="Lines">UTF-8, each ended by LF.</param>
/// <param name="Written">Records that were written.</param>
/// <param name="Problems">In the order of the source.</param>
internal sealed record RecordLines(ArrayBufferWriter<byte> Lines, int Written, IReadOnlyList<ReadingProblem> Problems);
