using System.CommandLine;
using System.Globalization;
using PaperGraph.Cli.Output;
using PaperGraph.Graph;
using PaperGraph.Graph.Algorithms;
using PaperGraph.Queries;
using PaperGraph.Storage;

namespace PaperGraph.Cli.Commands;

/// <summary><c>analyze [WHAT]</c>: components, ranks and communities of the whole graph.</summary>
internal sealed class AnalyzeCommand : QuestionCommand
{
    private const int ShownOfEach = 10;

    private readonly Argument<string?> _what = new("WHAT") { Description = "components, pagerank or communities; without it, the first of each.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int> _limit = QuestionOptions.Limit(20);

    public AnalyzeCommand(Terminal terminal)
        : base(terminal, "analyze", "Graph algorithms over the whole graph: components, PageRank, communities.")
    {
        _what.AcceptOnlyFromAmong("components", "pagerank", "communities");
        Take(_what, _limit);
    }

    protected override void Answer(ParseResult parsed)
    {
        using PaperGraphStore opened = Open(parsed);
        KnowledgeGraph graph = opened.Graph;
        string? what = parsed.GetValue(_what);
        bool asJson = IsJson(parsed);
        if (asJson && what is null)
        {
            throw CommandFailure.Usage("--json wants one of components, pagerank, communities.");
        }

        int limit = what is null ? ShownOfEach : parsed.GetValue(_limit);
        IGraphAlgorithms algorithms = GraphAlgorithms.Default;
        if (what is null or "components")
        {
            WriteComponents([.. AnalyzeQuery.Components(graph, algorithms)], limit, asJson, algorithms.Name);
        }

        if (what is null or "pagerank")
        {
            WriteRanks([.. AnalyzeQuery.PageRank(graph, algorithms)], limit, asJson, what is null);
        }

        if (what is null or "communities")
        {
            WriteCommunities([.. AnalyzeQuery.Communities(graph)], limit, asJson);
        }
    }

    private void WriteComponents(ComponentRow[] rows, int limit, bool asJson, string algorithms)
    {
        int shown = QuestionOptions.Shown(limit, rows.Length);
        if (asJson)
        {
            JsonRows.Write(Terminal.Output, rows.Take(shown), (json, row) =>
            {
                json.WriteStartObject();
                json.WriteNumber("number", row.Number);
                json.WriteNumber("nodes", row.Nodes);
                json.WriteNumber("papers", row.Papers);
                json.WriteTexts("examples", row.Examples);
                json.WriteEndObject();
            });
            return;
        }

        Terminal.Output.WriteLine($"{Count.Of(rows.Length, "component")} ({algorithms})");
        Table(rows.Take(shown), row => [Number(row.Number), Count.Of(row.Nodes, "node"), Count.Of(row.Papers, "paper"), string.Join(", ", row.Examples)]);
    }

    private void WriteRanks(RankRow[] rows, int limit, bool asJson, bool isOverview)
    {
        if (asJson)
        {
            JsonRows.Write(Terminal.Output, rows.Take(QuestionOptions.Shown(limit, rows.Length)), (json, row) =>
            {
                json.WriteStartObject();
                json.WriteString("label", row.Label);
                json.WriteString("id", row.Id);
                json.WriteString("name", row.Name);
                json.WriteNumber("rank", row.Rank);
                json.WriteEndObject();
            });
            return;
        }

        foreach (IGrouping<string, RankRow> group in rows.GroupBy(row => row.Label).Where(group => !isOverview || group.Key is "Paper" or "Concept"))
        {
            Terminal.Output.WriteLine("PageRank, " + group.Key.ToLowerInvariant() + "s");
            Table(group.Take(QuestionOptions.Shown(limit, group.Count())), row => [(row.Rank * 1000).ToString("0.00", CultureInfo.InvariantCulture) + " ‰", row.Name]);
        }
    }

    private void WriteCommunities(CommunityRow[] rows, int limit, bool asJson)
    {
        int shown = QuestionOptions.Shown(limit, rows.Length);
        if (asJson)
        {
            JsonRows.Write(Terminal.Output, rows.Take(shown), (json, row) =>
            {
                json.WriteStartObject();
                json.WriteNumber("number", row.Number);
                json.WriteNumber("papers", row.Papers);
                json.WriteNumber("concepts", row.Concepts);
                json.WriteTexts("markingConcepts", row.MarkingConcepts);
                json.WriteTexts("examples", row.Examples);
                json.WriteEndObject();
            });
            return;
        }

        Terminal.Output.WriteLine(rows.Length == 1 ? "1 community" : $"{Count.Number(rows.Length)} communities");
        Table(rows.Take(shown), row => [Number(row.Number), Count.Of(row.Papers, "paper"), string.Join(", ", row.MarkingConcepts) + "  (" + string.Join(", ", row.Examples.Take(3)) + ")"]);
    }

    private void Table<T>(IEnumerable<T> rows, Func<T, string[]> cells)
    {
        var table = new TextTable();
        foreach (T row in rows)
        {
            table.Add(cells(row));
        }

        table.WriteTo(Terminal.Output, Terminal.Width, indent: 2);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
