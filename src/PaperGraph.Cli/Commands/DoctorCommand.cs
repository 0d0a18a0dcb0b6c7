using System.CommandLine;
using System.Globalization;
using PaperGraph.Cli.Output;
using PaperGraph.Cypher;
using PaperGraph.Graph;
using PaperGraph.Loading;
using PaperGraph.Storage;

namespace PaperGraph.Cli.Commands;

/// <summary><c>doctor</c>: what works here and, if not, why and what to do.</summary>
internal sealed class DoctorCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Option<string?> _to = Neo4jConnection.ToOption();
    private readonly Option<string?> _store = StoreOption.Create();

    private DoctorCommand(Terminal terminal)
        : base("doctor", "What works here and, if not, why: the build, the store, Neo4j.")
    {
        _terminal = terminal;
        Add(_to);
        Add(_store);
        SetAction(RunAsync);
    }

    public static Command Create(Terminal terminal) => new DoctorCommand(terminal);

    /// <summary>0: all is well; 1: something is missing, and is named; 3: the store cannot be read or Neo4j does not answer.</summary>
    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var findings = new Findings();
        CheckBuild(findings);
        KnowledgeGraph? graph = CheckStore(findings, parsed.GetValue(_store), out PaperGraphStore? store);
        using (store)
        {
            await CheckNeo4jAsync(findings, parsed.GetValue(_to), graph, store, cancellation);
        }

        findings.WriteTo(_terminal);
        return findings.Worst;
    }

    private static void CheckBuild(Findings findings)
    {
        findings.Good("build", BuildCapabilities.Line);
        if (!CypherTransport.CanSpeak("bolt"))
        {
            findings.Note("", "Neo4j over HTTP only. Where the package feed has Neo4j.Driver, -p:PackagedAdapters=true adds Bolt.");
        }
    }

    private KnowledgeGraph? CheckStore(Findings findings, string? given, out PaperGraphStore? store)
    {
        string path = StoreOption.PathOf(_terminal, given);
        store = null;
        if (!File.Exists(path))
        {
            findings.Lacking("store", $"no file '{path}'. 'papergraph build FILES' makes one; --store or PAPERGRAPH_STORE names another.");
            return null;
        }

        try
        {
            store = PaperGraphStore.Open(path);
            KnowledgeGraph graph = store.Graph;
            findings.Good("store", $"{path}: {Count.Of(graph.CountOf(NodeLabel.Paper), "paper")}, {Count.Of(graph.CountOf(NodeLabel.Concept), "concept")}, {Count.Of(graph.EdgeCount, "edge")}");
            return graph;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Failed("store", exception.Message);
            return null;
        }
    }

    private async Task CheckNeo4jAsync(Findings findings, string? to, KnowledgeGraph? graph, PaperGraphStore? store, CancellationToken cancellation)
    {
        Neo4jTarget target = Neo4jConnection.TargetOf(_terminal, to);
        findings.Note("neo4j", $"asking {target}");
        await using ICypherExecutor neo4j = CypherTransport.Connect(target);
        try
        {
            CheckVersion(findings, await ServerVersion.ReadAsync(neo4j, cancellation));
            await CheckDatabaseAsync(findings, neo4j, graph, store?.Id, cancellation);
        }
        catch (Neo4jException exception)
        {
            findings.Failed("", exception.Message);
        }
    }

    private static void CheckVersion(Findings findings, ServerVersion server)
    {
        string shown = $"Neo4j {server.Version}, {server.Edition} edition";
        if (server.IsSupported)
        {
            findings.Good("", shown);
        }
        else
        {
            findings.Lacking("", $"{shown}: older than 5.26, which is what the statements are written for.");
        }
    }

    private static async Task CheckDatabaseAsync(Findings findings, ICypherExecutor neo4j, KnowledgeGraph? graph, string? storeId, CancellationToken cancellation)
    {
        if (await CanWriteAsync(neo4j, cancellation) is { } refusal)
        {
            findings.Failed("rights", refusal);
        }
        else
        {
            findings.Good("rights", $"user '{neo4j.Target.UserName}' may write to database '{neo4j.Target.Database}'");
        }

        IReadOnlyList<string> missing = await DatabaseSchema.MissingAsync(neo4j, cancellation);
        if (missing.Count == 0)
        {
            findings.Good("schema", $"all {DatabaseSchema.Names.Count()} constraints and indexes are there");
        }
        else
        {
            findings.Lacking("schema", $"{missing.Count} of {DatabaseSchema.Names.Count()} constraints and indexes are missing, or still being made ({string.Join(", ", missing.Take(3))}{(missing.Count > 3 ? ", …" : "")}). 'papergraph load' makes those that are missing.");
        }

        if (graph is null || storeId is null)
        {
            return;
        }

        LoadPreview preview = await new GraphLoader(neo4j).PreviewAsync(graph, storeId, cancellation);
        if (preview.IsEmpty)
        {
            findings.Good("in step", "Neo4j holds the store's graph; 'papergraph load --verify' compares every property");
        }
        else
        {
            string change = string.Create(CultureInfo.InvariantCulture, $"{preview.Writes:#,0} nodes and edges to write, {preview.Removals:#,0} to take off");
            findings.Lacking("in step", preview.OtherStore is { } other
                ? $"database '{neo4j.Target.Database}' holds the graph of {other}. NEO4J_DATABASE names another database; 'papergraph load --replace' puts this store's graph in the place of that one: {change}."
                : $"{change}: 'papergraph load' does it.");
        }
    }

    /// <summary>Tried with a node that is taken back in the same transaction.</summary>
    /// <returns>Why not; null where it may.</returns>
    private static async Task<string?> CanWriteAsync(ICypherExecutor neo4j, CancellationToken cancellation)
    {
        try
        {
            await neo4j.WriteAsync([new CypherStatement("CREATE (probe:PaperGraphLoadBatch) WITH probe DELETE probe")], cancellation);
            return null;
        }
        catch (Neo4jException exception) when (!exception.IsTransient)
        {
            return exception.Message;
        }
    }

    /// <summary>What was found, in order; the worst of it decides the exit code.</summary>
    private sealed class Findings
    {
        private readonly TextTable _table = new();

        public int Worst { get; private set; }

        public void Good(string what, string text) => Add("ok", what, text, ExitCode.Done);

        public void Note(string what, string text) => Add("", what, text, ExitCode.Done);

        public void Lacking(string what, string text) => Add("missing", what, text, ExitCode.Problems);

        public void Failed(string what, string text) => Add("failed", what, text, ExitCode.Failed);

        public void WriteTo(Terminal terminal) => _table.WriteTo(terminal.Output, 0);

        private void Add(string mark, string what, string text, int code)
        {
            _table.Add(what, mark, text);
            Worst = Math.Max(Worst, code);
        }
    }
}
