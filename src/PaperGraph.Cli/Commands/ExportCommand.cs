using System.CommandLine;
using System.CommandLine.Parsing;
using PaperGraph.Cli.Output;
using PaperGraph.Export;
using PaperGraph.Graph;
using PaperGraph.Storage;

namespace PaperGraph.Cli.Commands;

/// <summary><c>export --format F</c>: the graph for other tools.</summary>
internal sealed class ExportCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Option<string> _format = new("--format") { Description = "graphml (Gephi, networkx, yEd), jsonl (a node or edge a line), csv (nodes.csv and edges.csv in a folder).", Required = true };
    private readonly Option<string?> _out = new("--out") { Description = "File to write, or the folder for csv; standard output where it is left out.", HelpName = "PATH" };
    private readonly Option<NodeLabel[]> _labels = new("--labels") { Description = "Nodes of these labels only, such as Paper,Concept.", HelpName = "LIST", CustomParser = result => List(result, GraphSchema.Labels, GraphSchema.NameOf) };
    private readonly Option<EdgeType[]> _types = new("--types") { Description = "Edges of these types only, such as MENTIONS,HAS_CODE.", HelpName = "LIST", CustomParser = result => List(result, GraphSchema.EdgeTypes, GraphSchema.NameOf) };
    private readonly Option<string?> _store = StoreOption.Create();

    public ExportCommand(Terminal terminal)
        : base("export", "The graph as a file for other tools.")
    {
        _terminal = terminal;
        _format.AcceptOnlyFromAmong("graphml", "jsonl", "csv");
        foreach (Option option in (Option[])[_format, _out, _labels, _types, _store])
        {
            Add(option);
        }

        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        using PaperGraphStore opened = StoreOption.Open(_terminal, parsed.GetValue(_store));
        KnowledgeGraph graph = opened.Graph;
        var selection = new GraphSelection(
            parsed.GetValue(_labels) is { Length: > 0 } labels ? [.. labels] : GraphSchema.Labels,
            parsed.GetValue(_types) is { Length: > 0 } types ? [.. types] : GraphSchema.EdgeTypes);
        string format = parsed.GetValue(_format)!;
        string? path = parsed.GetValue(_out);
        if (format == "csv")
        {
            WriteTables(graph, selection, path ?? throw CommandFailure.Usage("csv is two files, nodes.csv and edges.csv: name their folder by --out."));
        }
        else if (path is null)
        {
            using var buffered = new MemoryStream();
            Write(graph, selection, format, buffered);
            _terminal.Output.Write(System.Text.Encoding.UTF8.GetString(buffered.GetBuffer().AsSpan(0, (int)buffered.Length)));
        }
        else
        {
            WriteFile(path, stream => Write(graph, selection, format, stream));
        }

        _terminal.Note($"{Count.Of(selection.NodesOf(graph).Count(), "node")}, {Count.Of(selection.EdgesOf(graph).Count(), "edge")}{(path is null ? "" : " → " + path)}");
        return ExitCode.Done;
    }

    private static void Write(KnowledgeGraph graph, GraphSelection selection, string format, Stream output)
    {
        if (format == "graphml")
        {
            GraphMlExport.Write(graph, selection, output);
        }
        else
        {
            JsonLinesExport.Write(graph, selection, output);
        }
    }

    private static void WriteTables(KnowledgeGraph graph, GraphSelection selection, string folder)
    {
        Directory.CreateDirectory(folder);
        WriteFile(Path.Combine(folder, "nodes.csv"), stream => CsvExport.WriteNodes(graph, selection, stream));
        WriteFile(Path.Combine(folder, "edges.csv"), stream => CsvExport.WriteEdges(graph, selection, stream));
    }

    /// <summary>Under another name first: an export cut off halfway never looks like a whole one.</summary>
    private static void WriteFile(string path, Action<Stream> write)
    {
        string partial = path + ".partial";
        using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            write(stream);
        }

        File.Move(partial, path, overwrite: true);
    }

    private static T[]? List<T>(ArgumentResult result, IEnumerable<T> known, Func<T, string> nameOf)
    {
        var list = new List<T>();
        foreach (string name in result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            T[] found = [.. known.Where(candidate => nameOf(candidate).Equals(name, StringComparison.OrdinalIgnoreCase))];
            if (found.Length == 0)
            {
                result.AddError($"'{name}' is none of {string.Join(", ", known.Select(nameOf))}.");
                return null;
            }

            list.Add(found[0]);
        }

        return [.. list];
    }
}
