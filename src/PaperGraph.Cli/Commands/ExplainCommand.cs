using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PaperGraph.Cli.Output;
using PaperGraph.Graph;
using PaperGraph.Queries;
using PaperGraph.Storage;

namespace PaperGraph.Cli.Commands;

/// <summary><c>explain A B</c>: why two nodes are connected, with the sentences.</summary>
internal sealed class ExplainCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _first = new("A") { Description = "A paper, a concept in any spelling, a repository." };
    private readonly Argument<string> _second = new("B") { Description = "Likewise." };
    private readonly Option<bool> _json = QuestionOptions.Json();
    private readonly Option<string?> _store = StoreOption.Create();

    public ExplainCommand(Terminal terminal)
        : base("explain", "Why two nodes are connected, with the sentences that say so; or why a concept is missing from a paper.")
    {
        _terminal = terminal;
        Add(_first);
        Add(_second);
        Add(_json);
        Add(_store);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        using PaperGraphStore opened = StoreOption.Open(_terminal, parsed.GetValue(_store));
        KnowledgeGraph graph = opened.Graph;
        var choice = new NodeChoice(graph);
        NodeId first = choice.Node(parsed.GetValue(_first)!);
        NodeId second = choice.Node(parsed.GetValue(_second)!);
        if (first == second)
        {
            throw CommandFailure.Usage($"Both are the same node, {graph.NameOf(first)} ({graph.KeyOf(first)}).");
        }

        Explanation explanation = ExplainQuery.Ask(graph, first, second);
        if (parsed.GetValue(_json))
        {
            JsonRows.Write(_terminal.Output, [explanation], WriteRow);
        }
        else
        {
            WriteText(graph, explanation, first, second);
        }

        return ExitCode.Done;
    }

    private void WriteText(KnowledgeGraph graph, Explanation explanation, NodeId first, NodeId second)
    {
        TextWriter output = _terminal.Output;
        if (explanation.Edges.IsEmpty)
        {
            output.WriteLine($"Nothing connects {graph.NameOf(first)} and {graph.NameOf(second)}.");
        }
        else if (!explanation.IsDirect)
        {
            output.WriteLine($"No edge of their own; the most telling path has {Count.Of(explanation.Edges.Length, "step")}:");
        }

        foreach (EdgeExplanation edge in explanation.Edges)
        {
            output.WriteLine($"{edge.Source} {edge.Type} {edge.Target}");
            foreach (string because in edge.Because)
            {
                output.WriteLine("  - " + because);
            }

            foreach (EvidenceSentence sentence in edge.Evidence)
            {
                string places = sentence.Mentions.IsEmpty
                    ? Place(sentence.Start, sentence.End)
                    : string.Join(", ", sentence.Mentions.Select(mention => Place(mention.Start, mention.End)));
                output.WriteLine($"  [{places}] {sentence.Text.ReplaceLineEndings(" ")}");
            }
        }

        foreach (string note in explanation.Notes)
        {
            output.WriteLine(note.ReplaceLineEndings(" "));
        }
    }

    private static string Place(int start, int end) => string.Create(CultureInfo.InvariantCulture, $"{start}-{end}");

    private static void WriteRow(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteStartObject();
        json.WriteBoolean("direct", explanation.IsDirect);
        json.WriteObjects("edges", explanation.Edges, edge =>
        {
            json.WriteString("source", edge.SourceId);
            json.WriteString("sourceName", edge.Source);
            json.WriteString("type", edge.Type);
            json.WriteString("target", edge.TargetId);
            json.WriteString("targetName", edge.Target);
            json.WriteTexts("because", edge.Because);
            json.WriteObjects("evidence", edge.Evidence, sentence =>
            {
                json.WriteString("text", sentence.Text);
                WriteSpan("span", sentence.Start, sentence.End);
                json.WriteStartArray("mentions");
                foreach (Papers.TextSpan mention in sentence.Mentions)
                {
                    WriteSpan(null, mention.Start, mention.End);
                }

                json.WriteEndArray();
            });
        });
        json.WriteTexts("notes", explanation.Notes);
        json.WriteEndObject();

        void WriteSpan(string? name, int start, int end)
        {
            if (name is null)
            {
                json.WriteStartArray();
            }
            else
            {
                json.WriteStartArray(name);
            }

            json.WriteNumberValue(start);
            json.WriteNumberValue(end);
            json.WriteEndArray();
        }
    }
}
