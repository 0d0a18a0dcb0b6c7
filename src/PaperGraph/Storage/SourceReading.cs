using PaperGraph.Papers;
using PaperGraph.Reading;

namespace PaperGraph.Storage;

/// <summary>One walk through a source: its records pass, and what must be known of the whole is taken down.</summary>
internal sealed class SourceReading(PaperSource source)
{
    private string? _content;

    /// <summary>What was wrong in it, in its order.</summary>
    public List<ReadingProblem> Problems { get; } = [];

    /// <summary>Records that passed.</summary>
    public int Count { get; private set; }

    /// <summary>The newest date of a record; null where none has one.</summary>
    public PaperDate? Newest { get; private set; }

    public int Rejected => Problems.Count(problem => problem.LosesRecord);

    /// <summary>Whether nothing of it could be read.</summary>
    public bool IsLost => Count == 0 && Problems.Exists(problem => problem.LosesSource);

    /// <summary>SHA-256 of what it says, once it was walked to its end.</summary>
    public string Content => _content ?? throw new InvalidOperationException($"'{source.Name}' was not read to its end.");

    /// <summary>To be walked once.</summary>
    public IEnumerable<PaperRecord> Records(CancellationToken cancellation)
    {
        using var hash = new ContentHash(source.Format);
        foreach (ReadOutcome outcome in source.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (outcome.Problem is { } problem)
            {
                Problems.Add(problem);
                hash.Add(problem);
            }
            else
            {
                PaperRecord record = outcome.Record!.Paper;
                hash.Add(record);
                Count++;
                Newest = record.Date is { } date && !(Newest > date) ? date : Newest;
                yield return record;
            }
        }

        _content = hash.Complete();
    }
}
