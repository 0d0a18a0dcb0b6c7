using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PaperGraph.Cli.Output;
using PaperGraph.Graph;
using PaperGraph.Queries;
using PaperGraph.Storage;

namespace PaperGraph.Cli.Commands;

/// <summary><c>path A B</c>: the most telling ways from one node to another.</summary>
internal sealed class PathCommand : QuestionCommand
{
    private readonly Argument<string> _from = new("A") { Description = "A paper, a concept in any spelling, a repository." };
    private readonly Argument<string> _to = new("B") { Description = "Likewise." };
    private readonly Option<int> _limit = QuestionOptions.Limit(5);

    public PathCommand(Terminal terminal)
        : base(terminal, "path", "How two nodes hang together: the most telling paths, rare concepts before common ones.")
    {
        _limit.Description = "At most so many paths; 0: a hundred.";
        Take(_from, _to, _limit);
    }

    protected override void Answer(ParseResult parsed)
    {
        using PaperGraphStore opened = Open(parsed);
        KnowledgeGraph graph = opened.Graph;
        (NodeId from, NodeId to) = new NodeChoice(graph).Pair(parsed.GetValue(_from)!, parsed.GetValue(_to)!);
        int limit = parsed.GetValue(_limit);
        IReadOnlyList<GraphPath> paths = PathQuery.Ask(graph, from, to, limit == 0 ? 100 : limit);
        if (IsJson(parsed))
        {
            JsonRows.Write(Terminal.Output, paths, (json, path) => WriteRow(json, graph, path));
        }
        else
        {
            WriteTable(graph, paths);
        }

        if (paths.Count == 0)
        {
            Terminal.Note($"Nothing connects {graph.NameOf(from)} and {graph.NameOf(to)}; 'papergraph stats' tells how many parts the graph has.");
        }
    }

    private void WriteTable(KnowledgeGraph graph, IReadOnlyList<GraphPath> paths)
    {
        var table = new TextTable();
        for (int i = 0; i < paths.Count; i++)
        {
            GraphPath path = paths[i];
            table.Add((i + 1).ToString(CultureInfo.InvariantCulture), "", graph.NameOf(path.Nodes[0]), Describe(graph, path.Nodes[0]));
            for (int step = 0; step < path.Edges.Length; step++)
            {
                NodeId next = path.Nodes[step + 1];
                table.Add("", StepWords(path.Edges[step], next), graph.NameOf(next), Describe(graph, next));
            }
        }

        table.WriteTo(Terminal.Output, Terminal.Width);
    }

    private static string StepWords(Edge edge, NodeId next)
    {
        bool forwards = edge.Target == next;
        return edge.Type switch
        {
            EdgeType.Mentions => forwards ? "names" : "is named by",
            EdgeType.Introduces => forwards ? "introduces" : "is introduced by",
            EdgeType.HasCode => forwards ? "has its code in" : "is the code of",
            EdgeType.LinksTo => forwards ? "links to" : "is linked by",
            EdgeType.Broader => forwards ? "is narrower than" : "is broader than",
            EdgeType.EvaluatedOn => forwards ? "is evaluated on" : "is used to evaluate",
            _ => GraphSchema.NameOf(edge.Type),
        };
    }

    private static string Describe(KnowledgeGraph graph, NodeId node) => graph.LabelOf(node) switch
    {
        NodeLabel.Paper => graph.PropertiesOf(node).Text(PropertyKey.Title) ?? "",
        NodeLabel.Concept => $"{(graph.PropertiesOf(node).Text(PropertyKey.Kind) ?? "concept").ToLowerInvariant()}, {Count.Of(graph.InEdges(node, EdgeType.Mentions).Count, "paper")}",
        _ => graph.PropertiesOf(node).Text(PropertyKey.Url) ?? "",
    };

    private static void WriteRow(Utf8JsonWriter json, KnowledgeGraph graph, GraphPath path)
    {
        json.WriteStartObject();
        json.WriteNumber("cost", path.Cost);
        json.WriteObjects("nodes", path.Nodes, node =>
        {
            json.WriteString("label", GraphSchema.NameOf(graph.LabelOf(node)));
            json.WriteString("id", graph.KeyOf(node));
            json.WriteString("name", graph.NameOf(node));
        });
        json.WriteObjects("edges", path.Edges, edge =>
        {
            json.WriteString("source", graph.KeyOf(edge.Source));
            json.WriteString("type", GraphSchema.NameOf(edge.Type));
            json.WriteString("target", graph.KeyOf(edge.Target));
        });
        json.WriteEndObject();
    }
}
