using System.Collections.Immutable;
using PaperGraph.Cypher;

namespace PaperGraph.Loading;

/// <summary>Rows of one kind that are written, or taken off, in one transaction together with the record of it.</summary>
/// <param name="Entries">As <see cref="LoadEntries"/> writes them.</param>
/// <param name="Characters">Of the rows, estimated.</param>
internal sealed record LoadBatch(LoadKind Kind, bool IsRemoval, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, int EntryCount, string Entries, long Characters)
{
    private static readonly ImmutableArray<string> WriteTexts = [.. LoadKind.All.Select(kind => Text(kind.Statement, "RETURN written, 1 / CASE WHEN written = size($rows) THEN 1 ELSE 0 END AS allOrNothing"))];

    private static readonly ImmutableArray<string> RemovalTexts = [.. LoadKind.All.Select(kind => Text(kind.RemovalStatement, "RETURN removed"))];

    public CypherStatement Statement(string run, long number) => new(
        (IsRemoval ? RemovalTexts : WriteTexts)[Kind.Number],
        ("run", run), ("batch", number), ("kind", Kind.Name), ("entries", Entries), ("digest", LoadEntries.DigestOf(Entries)), ("rows", Rows));

    /// <summary>The record first, for its lock; then the rows. An edge whose end somebody deleted must undo the whole batch: Cypher has no word for
    /// that, so a division by zero is it.</summary>
    private static string Text(string rows, string ending) => $$"""
        CALL () {
        {{CypherFiles.Text("load/checkpoint")}}}
        CALL () {
        {{rows.TrimEnd()}}
        }
        {{ending}}
        """;
}
