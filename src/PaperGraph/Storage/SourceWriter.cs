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

        var reading = new SourceReading(source);
        IEnumerable<PaperRecord> records = reading.Records(cancellation);
        if (stored is not null)
        {
            // What it says must be known as a whole before anything is taken away.
            records = [.. records];
            if (reading.Content == stored.Content)
            {
                problems.AddRange(reading.Problems);
                Put(reading);
                return Outcome(SourceChange.Unchanged);
            }

            if (!reading.IsLost)
            {
                SourceTable.DeleteContent(store, source.Name);
            }
        }

        if (!reading.IsLost)
        {
            using (BuildStage.Start("reading and extraction"))
            {
                extractions.Add(RecordTable.Inserting(store, records), advanced, cancellation);
            }
        }

        problems.AddRange(reading.Problems);
        if (reading.IsLost)
        {
            return Outcome(SourceChange.Rejected);
        }

        Put(reading);
        SourceTable.InsertProblems(store, source.Name, reading.Problems);
        return Outcome(stored is null ? SourceChange.Added : SourceChange.Replaced);

        void Put(SourceReading read) => SourceTable.Put(
            store, new StoredSource(source.Name, format, read.Newest, source.Digest, read.Content, ExtractionTable.Version, read.Count, read.Problems.Count, read.Rejected));

        SourceOutcome Outcome(SourceChange change) => new(source.Name, format, change, reading.Count, reading.Rejected);
    }

    /// <summary>Files of JSON that were read by this build of the program need not be read again. Pages are: the year of their dates depends on what is read together.</summary>
    private static bool HasSameBytes(PaperSource source, StoredSource stored) =>
        source.Page is null && source.CanReopen && stored.Reader == ExtractionTable.Version && stored.Digest == source.DigestOfBytes();
}
