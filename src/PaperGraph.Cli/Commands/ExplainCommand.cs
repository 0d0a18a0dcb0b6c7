using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PaperGraph.Cli.Output;
using PaperGraph.Graph;
using PaperGraph.Queries;
using PaperGraph.Storage;

namespace PaperGraph.Cli.Commands;

/// <summary><c>explain A B</c>: why two nodes are connected, with the sentences.</summary>
internal sealed class ExplainCommand : QuestionCommand
{
    private const string ConceptPrefix = "concept:";

    private readonly Argument<string> _first = new("A") { Description = "A paper, a concept in any spelling, a repository." };
    private readonly Argument<string> _second = new("B") { Description = "Likewise; beside a paper also words that are no concept: why they are none of its." };

    public ExplainCommand(Terminal terminal)
        : base(terminal, "explain", "Why two nodes are connected, with the sentences that say so; or why a concept is missing from a paper.")
    {
        Take(_first, _second);
    }

    protected override void Answer(ParseResult parsed)
    {
        using PaperGraphStore opened = Open(parsed);
        KnowledgeGraph graph = opened.Graph;
        var choice = new NodeChoice(graph);
        if (PaperAndPhrase(choice, graph, parsed.GetValue(_first)!, parsed.GetValue(_second)!) is var (paper, phrase))
        {
            Write(parsed, ExplainQuery.WhyNot(graph, paper, phrase), null);
            return;
        }

        (NodeId first, NodeId second) = choice.Pair(parsed.GetValue(_first)!, parsed.GetValue(_second)!);
        Write(parsed, ExplainQuery.Ask(graph, first, second), $"Nothing connects {graph.NameOf(first)} and {graph.NameOf(second)}.");
    }

    /// <summary>A paper, and words that are no node: the question is why they are none of its concepts.</summary>
    private static (NodeId Paper, string Phrase)? PaperAndPhrase(NodeChoice choice, KnowledgeGraph graph, string first, string second)
    {
        foreach ((string one, string other) in new[] { (first, second), (second, first) })
        {
            if (choice.IsUnknown(other) && !choice.IsUnknown(one) && choice.Node(one) is var node && graph.LabelOf(node) == NodeLabel.Paper)
            {
                return (node, other.StartsWith(ConceptPrefix, StringComparison.OrdinalIgnoreCase) ? other[ConceptPrefix.Length..].Trim() : other);
            }
        }

        return null;
    }

    /// <param name="whenNone">What to say where there is no edge; null where that goes without saying.</param>
    private void Write(ParseResult parsed, Explanation explanation, string? whenNone)
    {
        if (IsJson(parsed))
        {
            JsonRows.Write(Terminal.Output, [explanation], WriteRow);
        }
        else
        {
            WriteText(explanation, whenNone);
        }
    }

    private void WriteText(Explanation explanation, string? whenNone)
    {
        TextWriter output = Terminal.Output;
        if (explanation.Edges.IsEmpty)
        {
            if (whenNone is not null)
            {
                output.WriteLine(whenNone);
            }
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
