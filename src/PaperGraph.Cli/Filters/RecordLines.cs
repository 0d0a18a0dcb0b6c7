using PaperGraph.Reading;

namespace PaperGraph.Cli.Filters;

/// <summary>The lines that one batch of records became.</summary>
/// <param name="Lines">UTF-8, each ended by LF; to be disposed of when they have been written.</param>
/// <param name="Written">Records that were written.</param>
/// <param name="Problems">In the order of the source.</param>
internal sealed record RecordLines(PooledBytes Lines, int Written, IReadOnlyList<ReadingProblem> Problems);
