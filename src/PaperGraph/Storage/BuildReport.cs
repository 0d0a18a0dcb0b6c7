using System.Collections.Immutable;
using PaperGraph.Reading;

namespace PaperGraph.Storage;

/// <summary>What a build did. Every record is accounted for: <c>Read = Kept + Merged + Unchanged + Rejected</c>.</summary>
/// <param name="Sources">In the order given.</param>
/// <param name="Problems">In the order of sources and lines.</param>
/// <param name="Kept">Records that brought a paper which no other source of the store had.</param>
/// <param name="Merged">Records of a paper that stands elsewhere too.</param>
/// <param name="Unchanged">Records of sources that the store held as they are.</param>
/// <param name="Rejected">Records that could not be read; each has a problem.</param>
public sealed record BuildReport(ImmutableArray<SourceOutcome> Sources, ImmutableArray<ReadingProblem> Problems, int Kept, int Merged, int Unchanged, int Rejected)
{
    public int Read => Kept + Merged + Unchanged + Rejected;
}
