using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PaperGraph.Cli.Output;
using PaperGraph.Graph;
using PaperGraph.Papers;
using PaperGraph.Queries;
using PaperGraph.Relatedness;
using PaperGraph.Storage;

namespace PaperGraph.Cli.Commands;

/// <summary><c>related PAPER…</c>: papers that are near, and why.</summary>
internal sealed class RelatedCommand : QuestionCommand
{
    private const int ReasonsShown = 4;
    private const int MostTextLength = 1_000_000;

    private readonly Argument<string[]> _papers = new("PAPER")
    {
        Description = "An id, a DOI, an arXiv number, a title, a name, or words that find one paper; several: related to all of them; '-': a text on standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<PaperDate?> _after = QuestionOptions.After();
    private readonly Option<PaperDate?> _before = QuestionOptions.Before();
    private readonly Option<string?> _concept = new("--concept") { Description = "Papers that name this concept.", HelpName = "NAME" };
    private readonly Option<string?> _source = QuestionOptions.Source();
    private readonly Option<bool> _code = new("--code") { Description = "Papers with released code." };
    private readonly Option<bool> _explain = new("--explain") { Description = "With the sentences of both papers that hold the strongest reasons." };
    private readonly Option<int> _limit = QuestionOptions.Limit(10);

    public RelatedCommand(Terminal terminal)
        : base(terminal, "related", "Papers that are related to a paper or a text, and why.")
    {
        Take(_papers, _after, _before, _concept, _source, _code, _explain, _limit);
    }

    protected override void Answer(ParseResult parsed)
    {
        string[] asked = parsed.GetValue(_papers)!;
        using PaperGraphStore opened = Open(parsed);
        KnowledgeGraph graph = opened.Graph;
        var choice = new NodeChoice(graph);
        PaperFilter filter = FilterOf(parsed, choice);
        int limit = parsed.GetValue(_limit);
        RelatedQuery query = opened.RelatedQuery();
        IReadOnlyList<RelatedRow> rows;
        Func<RelatedRow, IReadOnlyList<SharedSentences>> sentences;
        if (asked is ["-"])
        {
            string text = ReadText();
            rows = query.Ask(text, filter, limit);
            sentences = row => SharedSentences.Of(text, graph, row);
        }
        else
        {
            NodeId[] papers = [.. asked.Select(choice.Paper)];
            rows = query.Ask([.. papers], filter, limit);
            sentences = row => SharedSentences.Of(graph.PropertiesOf(papers[0]).Text(PropertyKey.Abstract) ?? "", graph, row);
        }

        bool explain = parsed.GetValue(_explain);
        if (IsJson(parsed))
        {
            JsonRows.Write(Terminal.Output, rows, (json, row) => WriteRow(json, row, explain ? sentences(row) : []));
        }
        else if (explain)
        {
            WriteExplained(rows, sentences);
        }
        else
        {
            WriteTable(rows);
        }

        if (rows.Count == 0)
        {
            Terminal.Note(filter == PaperFilter.All ? "Nothing in the store shares a word with it." : "No related paper passes; try fewer filters.");
        }
    }

    private PaperFilter FilterOf(ParseResult parsed, NodeChoice choice) => new(
        parsed.GetValue(_after),
        parsed.GetValue(_before),
        parsed.GetValue(_concept) is { } concept ? choice.Concept(concept) : null,
        parsed.GetValue(_source) is { } source ? choice.Source(source) : null,
        parsed.GetValue(_code) ? "released" : null);

    private string ReadText()
    {
        using var reader = new StreamReader(Terminal.OpenInput());
        var buffer = new char[MostTextLength];
        int length = reader.ReadBlock(buffer);
        string text = new(buffer, 0, length);
        return string.IsNullOrWhiteSpace(text) ? throw CommandFailure.Usage("Standard input is empty: 'related -' wants a text, such as an abstract.") : text;
    }

    private void WriteTable(IReadOnlyList<RelatedRow> rows)
    {
        var table = new TextTable();
        for (int i = 0; i < rows.Count; i++)
        {
            table.Add((i + 1).ToString(CultureInfo.InvariantCulture), rows[i].Paper.Name, Score(rows[i].Score), ReasonsOf(rows[i]));
        }

        table.WriteTo(Terminal.Output, Terminal.Width);
    }

    private void WriteExplained(IReadOnlyList<RelatedRow> rows, Func<RelatedRow, IReadOnlyList<SharedSentences>> sentences)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            Terminal.Output.WriteLine($"{(i + 1).ToString(CultureInfo.InvariantCulture)}  {rows[i].Paper.Title}  {rows[i].Paper.Date ?? "no date"}  {Score(rows[i].Score)}");
            Terminal.Output.WriteLine($"   {rows[i].Paper.Id}");
            ILookup<string, SharedSentences> byReason = sentences(rows[i]).ToLookup(shared => shared.Reason, StringComparer.Ordinal);
            foreach (RelatednessReason reason in rows[i].Reasons)
            {
                Terminal.Output.WriteLine("   - " + reason.ToStringWithShare());
                foreach (SharedSentences shared in byReason[reason.Name])
                {
                    Terminal.Output.WriteLine("       here:  " + shared.Here);
                    Terminal.Output.WriteLine("       there: " + shared.There);
                }
            }

            WriteRest(rows[i]);
        }
    }

    /// <summary>What no single reason tells, so that the shares add up to the score.</summary>
    private void WriteRest(RelatedRow row)
    {
        double rest = 1 - row.Reasons.Sum(reason => reason.Share);
        if (rest >= 0.005)
        {
            Terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   - likeness of topic, and words too common to name: {rest * 100:0} %"));
        }
    }

    private static string ReasonsOf(RelatedRow row) => string.Join("; ", row.Reasons.Take(ReasonsShown).Select(reason => reason.ToString()));

    private static string Score(double score) => score.ToString("0.00", CultureInfo.InvariantCulture);

    private static void WriteRow(Utf8JsonWriter json, RelatedRow row, IReadOnlyList<SharedSentences> sentences)
    {
        json.WriteStartObject();
        json.WritePaper(row.Paper);
        json.WriteNumber("score", row.Score);
        json.WriteObjects("reasons", row.Reasons, reason =>
        {
            json.WriteString("kind", reason.Kind.ToString().ToLowerInvariant());
            json.WriteString("name", reason.Name);
            json.WriteNumber("share", reason.Share);
            if (reason.Detail is not null)
            {
                json.WriteString("detail", reason.Detail);
            }

            if (sentences.FirstOrDefault(shared => shared.Reason == reason.Name) is { } shared)
            {
                json.WriteString("here", shared.Here);
                json.WriteString("there", shared.There);
            }
        });
        json.WriteEndObject();
    }
}
