using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PaperGraph.Cli.Output;
using PaperGraph.Graph;
using PaperGraph.Queries;
using PaperGraph.Storage;

namespace PaperGraph.Cli.Commands;

/// <summary><c>concept NAME</c>: all that the graph knows of it.</summary>
internal sealed class ConceptCommand : QuestionCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "In any spelling; a short form too." };
    private readonly Option<int> _limit = QuestionOptions.Limit(10);

    public ConceptCommand(Terminal terminal)
        : base(terminal, "concept", "What a concept is, who works on it, and what belongs to it.")
    {
        _limit.Description = "At most so many rows of each list; 0: all.";
        Take(_name, _limit);
    }

    protected override void Answer(ParseResult parsed)
    {
        using PaperGraphStore opened = Open(parsed);
        NodeId concept = new NodeChoice(opened.Graph).Concept(parsed.GetValue(_name)!);
        ConceptAnswer answer = ConceptQuery.Ask(opened.Graph, concept);
        int limit = parsed.GetValue(_limit);
        if (IsJson(parsed))
        {
            JsonRows.Write(Terminal.Output, [answer], (json, row) => WriteRow(json, row, limit));
        }
        else
        {
            WriteText(answer, limit);
        }
    }

    private void WriteText(ConceptAnswer answer, int limit)
    {
        TextWriter output = Terminal.Output;
        output.WriteLine($"{answer.Name}  ({(answer.Kind ?? "concept").ToLowerInvariant()}, {Count.Of(answer.PaperCount, "paper")})");
        Section("also written", answer.Aliases.Where(alias => alias.Surface != answer.Name), limit, alias => [alias.Surface, alias.Reason ?? ""]);
        Section("introduced by", answer.Introducers, limit, PaperCells);
        Section("papers", answer.Papers, limit, row => [row.Paper.Date ?? "no date", row.Paper.Name, row.Main ? "about it" : Count.Of(row.Count, "mention"), row.Paper.Title]);
        Section("broader", answer.Broader, limit, NeighbourCells);
        Section("narrower", answer.Narrower, limit, NeighbourCells);
        Section("often together with", answer.Kin, limit, kin => [kin.Name, Count.Of(kin.Papers, "paper"), "NPMI " + kin.Npmi.ToString("0.00", CultureInfo.InvariantCulture)]);
        Section("datasets", answer.Datasets, limit, NeighbourCells);
        Section("code", answer.Repositories, limit, row => [row.Name, Count.Of(row.Papers, "paper"), row.Introduced ? "its own" : ""]);
    }

    private static string[] PaperCells(PaperRow paper) => [paper.Date ?? "no date", paper.Name, paper.Title];

    private static string[] NeighbourCells(NeighbouringConcept concept) => [concept.Name, Count.Of(concept.Papers, "paper"), concept.Reason ?? ""];

    private void Section<T>(string heading, IEnumerable<T> rows, int limit, Func<T, string[]> cells)
    {
        T[] all = [.. rows];
        if (all.Length == 0)
        {
            return;
        }

        int shown = QuestionOptions.Shown(limit, all.Length);
        Terminal.Output.WriteLine(heading + (shown < all.Length ? $" (the first {Count.Number(shown)} of {Count.Number(all.Length)})" : ""));
        var table = new TextTable();
        foreach (T row in all.Take(shown))
        {
            table.Add(cells(row));
        }

        table.WriteTo(Terminal.Output, Terminal.Width, indent: 2);
    }

    private static void WriteRow(Utf8JsonWriter json, ConceptAnswer answer, int limit)
    {
        json.WriteStartObject();
        json.WriteString("id", answer.Id);
        json.WriteString("name", answer.Name);
        json.WriteTextOrNull("kind", answer.Kind);
        json.WriteNumber("paperCount", answer.PaperCount);
        json.WriteObjects("aliases", answer.Aliases, alias =>
        {
            json.WriteString("surface", alias.Surface);
            json.WriteTextOrNull("reason", alias.Reason);
        });
        json.WriteObjects("introducedBy", First(answer.Introducers), json.WritePaper);
        json.WriteObjects("papers", First(answer.Papers), row =>
        {
            json.WritePaper(row.Paper);
            json.WriteBoolean("main", row.Main);
            json.WriteNumber("score", row.Score);
            json.WriteNumber("count", row.Count);
        });
        json.WriteObjects("broader", First(answer.Broader), WriteNeighbour);
        json.WriteObjects("narrower", First(answer.Narrower), WriteNeighbour);
        json.WriteObjects("kin", First(answer.Kin), kin =>
        {
            json.WriteString("id", kin.Id);
            json.WriteString("name", kin.Name);
            json.WriteNumber("papers", kin.Papers);
            json.WriteNumber("npmi", kin.Npmi);
        });
        json.WriteObjects("datasets", First(answer.Datasets), WriteNeighbour);
        json.WriteObjects("repositories", First(answer.Repositories), row =>
        {
            json.WriteString("id", row.Id);
            json.WriteString("name", row.Name);
            json.WriteTextOrNull("url", row.Url);
            json.WriteNumber("papers", row.Papers);
            json.WriteBoolean("introduced", row.Introduced);
        });
        json.WriteEndObject();

        IEnumerable<T> First<T>(IReadOnlyCollection<T> rows) => rows.Take(QuestionOptions.Shown(limit, rows.Count));

        void WriteNeighbour(NeighbouringConcept concept)
        {
            json.WriteString("id", concept.Id);
            json.WriteString("name", concept.Name);
            json.WriteNumber("papers", concept.Papers);
            json.WriteTextOrNull("reason", concept.Reason);
        }
    }
}
