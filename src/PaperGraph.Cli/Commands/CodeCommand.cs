using System.CommandLine;
using System.Text.Json;
using PaperGraph.Cli.Output;
using PaperGraph.Graph;
using PaperGraph.Queries;
using PaperGraph.Storage;

namespace PaperGraph.Cli.Commands;

/// <summary><c>code [CONCEPT]</c>: papers with their released code.</summary>
internal sealed class CodeCommand : QuestionCommand
{
    private static readonly string[] Statuses = ["released", "promised", "claimed", "none", "any"];

    private readonly Argument<string?> _concept = new("CONCEPT") { Description = "In any spelling; without it, papers on anything.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _status = new("--status") { Description = "released (the default), promised, claimed (without an address), none, any.", DefaultValueFactory = _ => "released" };
    private readonly Option<string?> _host = new("--host") { Description = "Code on this host, such as github.", HelpName = "NAME" };
    private readonly Option<bool> _evidence = new("--evidence") { Description = "With the sentence that says so." };
    private readonly Option<Papers.PaperDate?> _after = QuestionOptions.After();
    private readonly Option<Papers.PaperDate?> _before = QuestionOptions.Before();
    private readonly Option<string?> _source = QuestionOptions.Source();
    private readonly Option<int> _limit = QuestionOptions.Limit(20);

    public CodeCommand(Terminal terminal)
        : base(terminal, "code", "Papers on a concept with released code, newest first.")
    {
        _status.AcceptOnlyFromAmong(Statuses);
        Take(_concept, _status, _host, _evidence, _after, _before, _source, _limit);
    }

    protected override void Answer(ParseResult parsed)
    {
        using PaperGraphStore opened = Open(parsed);
        KnowledgeGraph graph = opened.Graph;
        var choice = new NodeChoice(graph);
        string? conceptText = parsed.GetValue(_concept);
        string? sourceText = parsed.GetValue(_source);
        string status = parsed.GetValue(_status)!;
        var filter = new PaperFilter(
            parsed.GetValue(_after),
            parsed.GetValue(_before),
            conceptText is null ? null : choice.Concept(conceptText),
            sourceText is null ? null : choice.Source(sourceText));
        CodeAnswer answer = CodeQuery.Ask(graph, new CodeQuestion(filter, status == "any" ? null : status, parsed.GetValue(_host)));
        int shown = QuestionOptions.Shown(parsed.GetValue(_limit), answer.Rows.Length);
        if (IsJson(parsed))
        {
            JsonRows.Write(Terminal.Output, answer.Rows.Take(shown), WriteRow);
        }
        else
        {
            WriteTable(answer, shown, status, parsed.GetValue(_evidence));
        }

        WriteNotes(answer, shown, filter, status, conceptText is null ? null : graph.NameOf(filter.Concept!.Value));
    }

    private void WriteTable(CodeAnswer answer, int shown, string status, bool withEvidence)
    {
        string what = status switch
        {
            "released" => "with released code",
            "promised" => "that promise code",
            "claimed" => "that say their code is released, without an address",
            "none" => "without a word on code",
            _ => "with code or without",
        };
        Terminal.Output.WriteLine($"{Count.Of(answer.PapersAsked, "paper")}, {Count.Number(answer.Rows.Length)} {what}, newest first");
        var table = new TextTable();
        foreach (CodeRow row in answer.Rows.Take(shown))
        {
            string repositories = string.Join(", ", row.Repositories.Select(repository => repository.Status == row.Status ? repository.Name : $"{repository.Name} ({repository.Status})").Concat(row.OtherAddresses));
            string[] cells = [row.Paper.Date ?? "no date", row.Paper.Name, .. status == "any" ? [row.Status] : Array.Empty<string>(), repositories];
            table.Add(cells);
            if (withEvidence)
            {
                foreach (string sentence in row.Sentences)
                {
                    table.Add([.. cells[..^1].Select(_ => ""), sentence]);
                }
            }
        }

        table.WriteTo(Terminal.Output, withEvidence ? 0 : Terminal.Width);
    }

    private void WriteNotes(CodeAnswer answer, int shown, PaperFilter filter, string status, string? concept)
    {
        if (answer.Rows.IsEmpty)
        {
            Terminal.Note(answer.PapersAsked == 0
                ? "No paper passes; try without --after, --before or --source."
                : status == "any" ? "None has code there; try another --host." : $"None is {status}; try --status any.");
        }

        if (shown < answer.Rows.Length)
        {
            Terminal.Note($"{Count.Number(answer.Rows.Length - shown)} more: --limit 0 shows all.");
        }

        if (answer.Undated > 0)
        {
            Terminal.Note(filter.AsksForDate
                ? $"{Count.Of(answer.Undated, "paper")} left out for want of a date."
                : $"{Count.Of(answer.Undated, "paper")} without a date, listed last.");
        }

        if (answer.Narrower > 0)
        {
            Terminal.Note($"{Count.Of(answer.Narrower, "more paper")} on narrower concepts: see 'papergraph concept \"{concept}\"'.");
        }
    }

    private static void WriteRow(Utf8JsonWriter json, CodeRow row)
    {
        json.WriteStartObject();
        json.WritePaper(row.Paper);
        json.WriteString("codeStatus", row.Status);
        json.WriteObjects("repositories", row.Repositories, repository =>
        {
            json.WriteString("id", repository.Id);
            json.WriteString("name", repository.Name);
            json.WriteTextOrNull("url", repository.Url);
            json.WriteString("status", repository.Status);
            json.WriteTextOrNull("evidence", repository.Evidence);
        });
        json.WriteTexts("otherAddresses", row.OtherAddresses);
        json.WriteTexts("sentences", row.Sentences);
        json.WriteEndObject();
    }
}
