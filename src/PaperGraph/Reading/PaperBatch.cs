namespace PaperGraph.Reading;

/// <summary>Some successive records of a source, not parsed yet: the unit of work of a thread.</summary>
public abstract class PaperBatch
{
    /// <summary>Parses them, in the source's order. Called once, on any thread: batches share nothing.</summary>
    /// <param name="outcomes">Added to.</param>
    public abstract void ReadInto(List<ReadOutcome> outcomes);
}

/// <summary>Records and problems that are there already.</summary>
internal sealed class ReadyBatch(IEnumerable<ReadOutcome> outcomes) : PaperBatch
{
    public override void ReadInto(List<ReadOutcome> found) => found.AddRange(outcomes);
}
