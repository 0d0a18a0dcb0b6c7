using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PaperGraph.Cli.Output;
using PaperGraph.Cypher;
using PaperGraph.Graph;
using PaperGraph.Loading;
using PaperGraph.Storage;

namespace PaperGraph.Cli.Commands;

/// <summary><c>load</c>: puts the store into Neo4j and keeps it in step.</summary>
internal sealed class LoadCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Option<string?> _to = Neo4jConnection.ToOption();
    private readonly Option<string?> _store = StoreOption.Create();
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Says what would be written and taken off, and does not." };
    private readonly Option<bool> _verify = new("--verify") { Description = "Compares both sides edge by edge, property by property, and lists each difference. Writes nothing." };
    private readonly Option<bool> _repair = new("--repair") { Description = "Trusts no record of earlier loads: compares everything and mends what differs." };
    private readonly Option<bool> _replace = new("--replace") { Description = "Takes off what another store loaded into this database." };
    private readonly Option<bool> _json = new("--json") { Description = "What was done as one JSON object." };
    private readonly Option<bool> _quiet = CommonOptions.Quiet();

    private LoadCommand(Terminal terminal)
        : base("load", "Puts the store into Neo4j, or brings Neo4j in step with it: only what changed is sent.")
    {
        _terminal = terminal;
        foreach (Option option in (Option[])[_to, _store, _dryRun, _verify, _repair, _replace, _json, _quiet])
        {
            Add(option);
        }

        Validators.Add(result =>
        {
            if (result.GetValue(_verify) && (result.GetValue(_dryRun) || result.GetValue(_repair) || result.GetValue(_replace)))
            {
                result.AddError("--verify only compares; it goes with none of --dry-run, --repair, --replace.");
            }
        });
        SetAction(RunAsync);
    }

    public static Command Create(Terminal terminal) => new LoadCommand(terminal);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using ICypherExecutor neo4j = Neo4jConnection.Open(_terminal, parsed.GetValue(_to));
        using PaperGraphStore store = StoreOption.Open(_terminal, parsed.GetValue(_store));
        var progress = new LoadProgressLine(_terminal, parsed.GetValue(_quiet));
        var loader = new GraphLoader(neo4j, new LoadOptions
        {
            Repair = parsed.GetValue(_repair),
            ReplaceOtherStore = parsed.GetValue(_replace),
            LoadedGraph = store.FindLoaded,
            Clock = _terminal.Clock,
            OnRetry = progress.Note,
        });
        try
        {
            if (parsed.GetValue(_dryRun))
            {
                return WritePreview(await loader.PreviewAsync(store.Graph, store.Id, cancellation), parsed.GetValue(_json));
            }

            return parsed.GetValue(_verify)
                ? await VerifyAsync(loader, store.Graph, progress, parsed, cancellation)
                : await LoadAsync(loader, neo4j.Target, store, progress, parsed, cancellation);
        }
        finally
        {
            progress.Clear();
        }
    }

    private async Task<int> LoadAsync(GraphLoader loader, Neo4jTarget target, PaperGraphStore store, LoadProgressLine progress, ParseResult parsed, CancellationToken cancellation)
    {
        LoadReport report = await loader.LoadAsync(store.Graph, store.Id, progress, cancellation);
        if (!report.WroteNothing)
        {
            store.KeepAsLoaded();
        }

        progress.Clear();
        if (!parsed.GetValue(_quiet))
        {
            WriteNotes(report);
        }

        if (parsed.GetValue(_json))
        {
            WriteJson(json => WriteReport(json, report));
        }
        else
        {
            _terminal.Output.WriteLine(ClosingLine(report));
            WriteHint(target, store.Graph);
        }

        return report.Missing > 0 ? ExitCode.Problems : ExitCode.Done;
    }

    private async Task<int> VerifyAsync(GraphLoader loader, KnowledgeGraph graph, LoadProgressLine progress, ParseResult parsed, CancellationToken cancellation)
    {
        var differences = new List<GraphDifference>();
        bool isJson = parsed.GetValue(_json);
        GraphComparison comparison = await loader.VerifyAsync(graph, Take, progress, cancellation);
        progress.Clear();
        if (isJson)
        {
            JsonRows.Write(_terminal.Output, differences, static (json, difference) =>
            {
                json.WriteStartObject();
                json.WriteString("kind", difference.Kind.ToString().ToLowerInvariant());
                json.WriteString("subject", difference.Subject);
                json.WriteTextOrNull("property", difference.Property);
                json.WriteTextOrNull("store", difference.Store);
                json.WriteTextOrNull("neo4j", difference.Database);
                json.WriteEndObject();
            });
        }
        else
        {
            _terminal.Output.WriteLine(
                $"{Number(comparison.Nodes)} nodes and {Number(comparison.Edges)} edges compared, property by property: {(comparison.Differences == 0 ? "no difference" : Of(comparison.Differences, "difference"))}");
        }

        if (comparison.Foreign > 0)
        {
            _terminal.Note($"{Of(comparison.Foreign, "node or edge")} of these kinds no load wrote: yours, and no difference.");
        }

        if (comparison.Differences > 0)
        {
            _terminal.Note("'papergraph load' sends what changed in the store; 'papergraph load --repair' mends what was changed in Neo4j.");
        }

        return comparison.Differences == 0 ? ExitCode.Done : ExitCode.Problems;

        void Take(GraphDifference difference)
        {
            if (isJson)
            {
                differences.Add(difference);
            }
            else
            {
                progress.Clear();
                _terminal.Output.WriteLine(difference.ToString());
            }
        }
    }

    private int WritePreview(LoadPreview preview, bool isJson)
    {
        if (preview.OtherStore is { } other)
        {
            _terminal.Note($"the database holds the graph of {other}: a load refuses to take it off, but with --replace.");
        }

        if (isJson)
        {
            JsonRows.Write(_terminal.Output, preview.Changes, static (json, change) =>
            {
                json.WriteStartObject();
                json.WriteString("kind", change.Name);
                json.WriteNumber("writes", change.Writes);
                json.WriteNumber("removals", change.Removals);
                json.WriteEndObject();
            });
            return ExitCode.Done;
        }

        var table = new TextTable();
        foreach (KindChange change in preview.Changes.Where(change => change.Writes + change.Removals > 0))
        {
            table.Add(change.Name, $"{Number(change.Writes)} to write", change.Removals > 0 ? $"{Number(change.Removals)} to take off" : "");
        }

        table.WriteTo(_terminal.Output, _terminal.Width);
        _terminal.Output.WriteLine(preview.IsEmpty
            ? "Nothing to do: Neo4j holds the store's graph, as far as the record of its loads says."
            : $"{Number(preview.Writes)} to write, {Number(preview.Removals)} to take off; nothing was done");
        return ExitCode.Done;
    }

    private void WriteNotes(LoadReport report)
    {
        double seconds = report.Elapsed.TotalSeconds;
        if (report.WroteNothing)
        {
            _terminal.Note(string.Create(CultureInfo.InvariantCulture, $"nothing had changed, nothing was written ({seconds:0.0} s)."));
            return;
        }

        var parts = new List<string> { $"{Number(report.RowsWritten)} nodes and edges written" };
        if (report.RowsRemoved > 0)
        {
            parts.Add($"{Number(report.RowsRemoved)} taken off");
        }

        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Of(report.Batches, "batch", "batches")} in {seconds:0.0} s ({(report.RowsWritten + report.RowsRemoved) / Math.Max(seconds, 0.001):#,0}/s)"));
        if (report.Retries > 0)
        {
            parts.Add(Of(report.Retries, "retry", "retries"));
        }

        _terminal.Note(string.Join(", ", parts) + ".");
        if (report.UnfinishedIndexes > 0)
        {
            _terminal.Note($"Neo4j is still making {Of(report.UnfinishedIndexes, "index", "indexes")} for searches; 'papergraph cypher' waits for them.");
        }

        if (report.NodesKept > 0)
        {
            _terminal.Note($"{Of(report.NodesKept, "node")} that the store no longer holds stayed, since something of yours hangs on them.");
        }
    }

    private static string ClosingLine(LoadReport report)
    {
        long papers = report.Counts.Single(count => count.Name == GraphSchema.NameOf(NodeLabel.Paper)).Store;
        long concepts = report.Counts.Single(count => count.Name == GraphSchema.NameOf(NodeLabel.Concept)).Store;
        long edges = report.Counts.Where(count => !count.IsNode).Sum(count => count.Store);
        string sign = report.Missing == 0 ? "=" : "≠";
        string extra = report.Extra > 0 ? $"{Number(report.Extra)} extra (not the store's: left alone)" : "0 extra";
        return $"store {sign} Neo4j: {Of(papers, "paper")}, {Of(concepts, "concept")}, {Of(edges, "edge")}; {Number(report.Missing)} missing, {extra}";
    }

    private void WriteHint(Neo4jTarget target, KnowledgeGraph graph)
    {
        if (BrowserHint.ConceptOf(graph) is not { } concept)
        {
            return;
        }

        _terminal.Output.WriteLine(Neo4jConnection.BrowserOf(_terminal, target) is { } browser
            ? $"Open Neo4j Browser at {browser.GetLeftPart(UriPartial.Authority)} and paste:"
            : "Open Neo4j Browser, at the server's own address for HTTP (NEO4J_HTTP_URI names it here), and paste:");
        _terminal.Output.WriteLine($"  {BrowserHint.QueryOf(concept)}");
    }

    private static void WriteReport(Utf8JsonWriter json, LoadReport report)
    {
        json.WriteObjects("counts", report.Counts, count =>
        {
            json.WriteString("name", count.Name);
            json.WriteNumber("store", count.Store);
            json.WriteNumber("neo4j", count.Database);
        });
        json.WriteNumber("missing", report.Missing);
        json.WriteNumber("extra", report.Extra);
        json.WriteNumber("written", report.RowsWritten);
        json.WriteNumber("removed", report.RowsRemoved);
        json.WriteNumber("kept", report.NodesKept);
        json.WriteNumber("batches", report.Batches);
        json.WriteNumber("retries", report.Retries);
        json.WriteNumber("unfinishedIndexes", report.UnfinishedIndexes);
        json.WriteNumber("bytes", report.Bytes);
        json.WriteNumber("seconds", Math.Round(report.Elapsed.TotalSeconds, 3));
        json.WriteStartObject("counters");
        json.WriteNumber("nodesCreated", report.Counters.NodesCreated);
        json.WriteNumber("nodesDeleted", report.Counters.NodesDeleted);
        json.WriteNumber("relationshipsCreated", report.Counters.RelationshipsCreated);
        json.WriteNumber("relationshipsDeleted", report.Counters.RelationshipsDeleted);
        json.WriteNumber("propertiesSet", report.Counters.PropertiesSet);
        json.WriteEndObject();
    }

    private void WriteJson(Action<Utf8JsonWriter> write) => JsonRows.WriteObject(_terminal.Output, write);

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Of(long number, string one, string? many = null) => Number(number) + " " + (number == 1 ? one : many ?? one + "s");
}
