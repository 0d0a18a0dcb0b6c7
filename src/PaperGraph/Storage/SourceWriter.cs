using PaperGraph.Graph.Building;
using PaperGraph.Papers;
using PaperGraph.Reading;

namespace PaperGraph.Storage;

/// <summary>Writes one source, inside a transaction: all of it, or nothing.</summary>
internal sealed class SourceWriter(StoreConnection store, ExtractionTable extractions, Action<int>? advanced)
{
    /// <param name="problems">Receives what was wrong in the source, in its order.</param>
    public SourceOutcome Write(PaperSource source, List<ReadingProblem> problems, CancellationToken cancellation)
    {
        string format = SourceFormatNames.NameOf(source.Format);
        StoredSource? stored = SourceTable.Find(store, source.Name);
        if (stored is not null && HasSameBytes(source, stored))
        {
            problems.AddRange(SourceTable.Problems(store, source.Name));
            return new SourceOutcome(source.Name, format, SourceChange.Unchanged, stored.Records, stored.Rejected);
        }

        using var hash = new ContentHash(source.Format);
        var records = new List<PaperRecord>();
        var found = new List<ReadingProblem>();
        var reading = BuildStage.Start("reading");
        foreach (ReadOutcome outcome in source.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (outcome.Problem is { } problem)
            {
                found.Add(problem);
                hash.Add(problem);
            }
            else
            {
                records.Add(outcome.Record!.Paper);
                hash.Add(outcome.Record.Paper);
            }
        }

        reading?.Dispose();
        problems.AddRange(found);
        int rejected = found.Count(problem => problem.LosesRecord);
        if (records.Count == 0 && found.Exists(problem => problem.LosesSource))
        {
            return new SourceOutcome(source.Name, format, SourceChange.Rejected, 0, rejected);
        }

        string content = hash.Complete();
        SourceTable.Put(store, new StoredSource(source.Name, format, records.Max(record => record.Date), source.Digest, content, ExtractionTable.Version, records.Count, found.Count, rejected));
        if (stored?.Content == content)
        {
            return new SourceOutcome(source.Name, format, SourceChange.Unchanged, records.Count, rejected);
        }

        using (BuildStage.Start("rows of records"))
        {
            SourceTable.DeleteContent(store, source.Name);
            SourceTable.InsertProblems(store, source.Name, found);
            RecordTable.Insert(store, records);
        }

        extractions.Add(records, advanced, cancellation);
        return new SourceOutcome(source.Name, format, stored is null ? SourceChange.Added : SourceChange.Replaced, records.Count, rejected);
    }

    /// <summary>Files of JSON that were read by this build of the program need not be read again. Pages are: the year of their dates depends on what is read together.</summary>
    private static bool HasSameBytes(PaperSource source, StoredSource stored) =>
        source.Page is null && source.CanReopen && stored.Reader == ExtractionTable.Version && stored.Digest == source.DigestOfBytes();
}
