using System.Collections.Immutable;

namespace PaperGraph.Cypher;

/// <summary>What a statement returned and what it wrote.</summary>
/// <param name="Columns">Names, in the order of the values of a row.</param>
/// <param name="Rows">Each with one value a column: null, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="string"/> (dates, times, durations
/// and points too, as Neo4j spells them), <see cref="CypherNode"/>, <see cref="CypherRelationship"/>, <see cref="CypherPath"/>, a list (<c>object?[]</c>) or a map
/// (<c>Dictionary&lt;string, object?&gt;</c>).</param>
public sealed record CypherResult(ImmutableArray<string> Columns, IReadOnlyList<object?[]> Rows, WriteCounters Counters)
{
    /// <summary>The value in a row of the result.</summary>
    /// <exception cref="ArgumentException">No such column.</exception>
    public object? Value(int row, string column)
    {
        int index = Columns.IndexOf(column, StringComparer.Ordinal);
        return index >= 0 ? Rows[row][index] : throw new ArgumentException($"The result has no column '{column}'; it has {string.Join(", ", Columns)}.", nameof(column));
    }
}

/// <summary>What a statement or a load changed in the database. Neo4j counts each property that is set, also to the value it had.</summary>
public readonly record struct WriteCounters(
    long NodesCreated,
    long NodesDeleted,
    long RelationshipsCreated,
    long RelationshipsDeleted,
    long PropertiesSet,
    long LabelsAdded,
    long LabelsRemoved,
    long IndexesAdded,
    long ConstraintsAdded)
{
    public bool IsEmpty => this == default;

    public static WriteCounters operator +(WriteCounters left, WriteCounters right) => new(
        left.NodesCreated + right.NodesCreated,
        left.NodesDeleted + right.NodesDeleted,
        left.RelationshipsCreated + right.RelationshipsCreated,
        left.RelationshipsDeleted + right.RelationshipsDeleted,
        left.PropertiesSet + right.PropertiesSet,
        left.LabelsAdded + right.LabelsAdded,
        left.LabelsRemoved + right.LabelsRemoved,
        left.IndexesAdded + right.IndexesAdded,
        left.ConstraintsAdded + right.ConstraintsAdded);

    public static WriteCounters Add(WriteCounters left, WriteCounters right) => left + right;
}
