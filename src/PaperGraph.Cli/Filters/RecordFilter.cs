using PaperGraph.Papers;
using PaperGraph.Reading;
using PaperGraph.Wire;

namespace PaperGraph.Cli.Filters;

/// <summary>Papers in, one line of JSON each out, in the same order, whatever the number of threads; at the end a balance.</summary>
internal sealed class RecordFilter
{
    /// <summary>What the lines of most batches take at most.</summary>
    private const int LineBytes = 1 << 19;

    public required Terminal Terminal { get; init; }

    public required Action<JsonLineWriter, PaperRecord> Write { get; init; }

    /// <summary>Whether error lines name their source.</summary>
    public required bool ErrorsNameSource { get; init; }

    public required int Threads { get; init; }

    public required bool IsQuiet { get; init; }

    public async Task<int> RunAsync(IEnumerable<PaperSource> sources, CancellationToken cancellation)
    {
        var report = new ProblemReport(Terminal);
        var progress = new ProgressLine(Terminal, IsQuiet);
        var output = new OutputBytes(Terminal.Output);
        long written = 0;
        int sourceCount = 0;
        await OrderedPipeline.RunAsync(
            sources.SelectMany(source =>
            {
                Interlocked.Increment(ref sourceCount);
                return source.Batches();
            }),
            ToLines,
            result =>
            {
                output.Write(result.Lines.WrittenSpan);
                result.Lines.Dispose();
                written += result.Written;
                report.Add(result.Problems, progress);
                progress.Show(written, "papers");
            },
            Threads,
            cancellation).ConfigureAwait(false);
        progress.Clear();
        report.Finish();
        if (!IsQuiet)
        {
            Terminal.Error.WriteLine(report.Balance(sourceCount, written));
        }

        return report.Count == 0 ? ExitCode.Done : ExitCode.Problems;
    }

    private RecordLines ToLines(PaperBatch batch)
    {
        var outcomes = new List<ReadOutcome>();
        batch.ReadInto(outcomes);
        var lines = new PooledBytes(LineBytes);
        using var writer = new JsonLineWriter(lines);
        var problems = new List<ReadingProblem>();
        int written = 0;
        foreach (ReadOutcome outcome in outcomes)
        {
            if (outcome.Record is { } record)
            {
                Write(writer, record.Paper);
                writer.EndLine();
                written++;
            }
            else if (outcome.Problem is { } problem)
            {
                problems.Add(problem);
                if (problem.LosesRecord || problem.LosesSource)
                {
                    ProblemWriter.Write(writer.Json, problem, ErrorsNameSource);
                    writer.EndLine();
                }
            }
        }

        return new RecordLines(lines, written, problems);
    }
}
