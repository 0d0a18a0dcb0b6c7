using System.CommandLine;
using System.Globalization;
using PaperGraph.Cli.Output;
using PaperGraph.Graph;
using PaperGraph.Queries;
using PaperGraph.Storage;

namespace PaperGraph.Cli.Commands;

/// <summary><c>stats</c>: how large the graph is, and how well it hangs together.</summary>
internal static class StatsCommand
{
    private const int UsualConcepts = 10;

    public static Command Create(Terminal terminal)
    {
        Option<string?> store = StoreOption.Create();
        Option<bool> json = QuestionOptions.Json();
        json.Description = "One JSON object.";
        Option<int> limit = QuestionOptions.Limit(UsualConcepts);
        var command = new Command("stats", "How large the graph is, and how well it hangs together.") { store, limit, json };
        command.SetAction(parsed =>
        {
            using PaperGraphStore opened = StoreOption.Open(terminal, parsed.GetValue(store));
            StatsAnswer answer = StatsQuery.Ask(opened.Graph, parsed.GetValue(limit));
            if (parsed.GetValue(json))
            {
                WriteJson(terminal, answer);
            }
            else
            {
                WriteText(terminal, answer);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void WriteText(Terminal terminal, StatsAnswer answer)
    {
        var table = new TextTable();
        foreach ((NodeLabel label, int count) in answer.Nodes)
        {
            table.Add(GraphSchema.NameOf(label), Count.Number(count));
        }

        foreach ((EdgeType type, int count) in answer.Edges)
        {
            table.Add(GraphSchema.NameOf(type), Count.Number(count));
        }

        int papers = answer.Nodes.Single(node => node.Label == NodeLabel.Paper).Count;
        table.Add("concepts by papers", string.Join(", ", answer.ConceptsByPapers.Select(step => $"{Count.Number(step.Concepts)} in {step.Papers}")));
        table.Add("well connected", string.Create(CultureInfo.InvariantCulture, $"{Count.Of(answer.WellConnected, "paper")} of {Count.Number(papers)} ({(papers == 0 ? 0 : 100.0 * answer.WellConnected / papers):0.0} %) have three neighbours or more through concepts of at most 5 % of the papers"));
        table.Add("components", $"{Count.Number(answer.Components)}, the largest of {Count.Of(answer.LargestComponent, "node")} ({answer.Algorithms})");
        table.Add("top concepts", string.Join(", ", answer.TopConcepts.Select(concept => $"{concept.Name} {Count.Number(concept.Papers)}")));
        table.WriteTo(terminal.Output, terminal.Width);
    }

    private static void WriteJson(Terminal terminal, StatsAnswer answer)
    {
        JsonRows.WriteObject(terminal.Output, json =>
        {
            json.WriteStartObject("nodes");
            foreach ((NodeLabel label, int count) in answer.Nodes)
            {
                json.WriteNumber(GraphSchema.NameOf(label), count);
            }

            json.WriteEndObject();
            json.WriteStartObject("edges");
            foreach ((EdgeType type, int count) in answer.Edges)
            {
                json.WriteNumber(GraphSchema.NameOf(type), count);
            }

            json.WriteEndObject();
            json.WriteObjects("conceptsByPapers", answer.ConceptsByPapers, step =>
            {
                json.WriteString("papers", step.Papers);
                json.WriteNumber("concepts", step.Concepts);
            });
            json.WriteNumber("wellConnectedPapers", answer.WellConnected);
            json.WriteNumber("components", answer.Components);
            json.WriteNumber("largestComponent", answer.LargestComponent);
            json.WriteString("algorithms", answer.Algorithms);
            json.WriteObjects("topConcepts", answer.TopConcepts, concept =>
            {
                json.WriteString("name", concept.Name);
                json.WriteNumber("papers", concept.Papers);
            });
        });
    }
}
