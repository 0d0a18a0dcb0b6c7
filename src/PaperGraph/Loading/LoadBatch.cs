using System.Collections.Immutable;
using PaperGraph.Cypher;

namespace PaperGraph.Loading;

/// <summary>Nodes or edges of one kind that are written, or taken off, in one transaction together with the record of it.</summary>
/// <param name="Columns">What the kind's statement asks for: lists by name.</param>
/// <param name="Rows">Nodes or edges in the lists; fewer than <paramref name="EntryCount"/> where an edge is gone with its node.</param>
/// <param name="Entries">As <see cref="LoadEntries"/> writes them.</param>
/// <param name="Bytes">Of keys and properties, as the graph holds them.</param>
internal sealed record LoadBatch(
    LoadKind Kind, BatchAction Action, IReadOnlyDictionary<string, object?> Columns, int Rows, int EntryCount, string Entries, long Bytes)
{
    private static readonly ImmutableArray<string> MergeTexts =
        [.. LoadKind.All.Select(kind => Text("", kind.Statement, $"RETURN written, 1 / CASE WHEN written = {SizeOf(kind)} THEN 1 ELSE 0 END AS allOrNothing"))];

    private static readonly ImmutableArray<string> CreationTexts =
        [.. LoadKind.All.Select(kind => Text("isNew", kind.CreationStatement, $"RETURN written, 1 / CASE WHEN NOT isNew OR written = {SizeOf(kind)} THEN 1 ELSE 0 END AS allOrNothing"))];

    private static readonly ImmutableArray<string> RemovalTexts = [.. LoadKind.All.Select(kind => Text("", kind.RemovalStatement, "RETURN removed"))];

    public bool IsRemoval => Action == BatchAction.Remove;

    /// <remarks>Whatever has a length stands in maps: for each order of magnitude of each list and each text that is a parameter of its own the server plans the
    /// statement anew, which takes a small load longer than all that it writes.</remarks>
    public CypherStatement Statement(string run, long number) =>
        new(TextsOf(Action)[Kind.Number], ("run", run), ("batch", RecordOf(Kind, Entries, number)), ("rows", Columns));

    /// <summary>Writes a batch's record alone, as of rows that stand in the database already.</summary>
    public static CypherStatement RecordOf(LoadKind kind, string entries, string run, long number) =>
        new(CypherFiles.Text("load/checkpoint"), ("run", run), ("batch", RecordOf(kind, entries, number)));

    /// <summary>Whether the two may be written in any order: edges need their nodes, and nodes are taken off after their edges.</summary>
    public bool MayStandBeside(LoadBatch other) => IsRemoval == other.IsRemoval && Kind.IsNode == other.Kind.IsNode;

    private static Dictionary<string, object?> RecordOf(LoadKind kind, string entries, long number) => new(StringComparer.Ordinal)
    {
        ["id"] = number,
        ["kind"] = kind.Name,
        ["entries"] = entries,
        ["digest"] = LoadEntries.DigestOf(entries),
    };

    private static ImmutableArray<string> TextsOf(BatchAction action) => action switch
    {
        BatchAction.Create => CreationTexts,
        BatchAction.Merge => MergeTexts,
        _ => RemovalTexts,
    };

    private static string SizeOf(LoadKind kind) => kind.IsNode ? "size($rows.id)" : "size($rows.target)";

    /// <summary>The record first, for its lock; then the rows. An edge whose end somebody deleted must undo the whole batch: Cypher has no word for
    /// that, so a division by zero is it.</summary>
    private static string Text(string imported, string rows, string ending) => $$"""
        CALL () {
        {{CypherFiles.Text("load/checkpoint")}}}
        CALL ({{imported}}) {
        {{rows.TrimEnd()}}
        }
        {{ending}}
        """;
}

/// <summary>What a batch does with its rows.</summary>
internal enum BatchAction
{
    /// <summary>Writes what is known to be new, once: a batch that the database has already is left as it is.</summary>
    Create,

    /// <summary>Writes what may be there already.</summary>
    Merge,

    /// <summary>Takes off.</summary>
    Remove,
}
