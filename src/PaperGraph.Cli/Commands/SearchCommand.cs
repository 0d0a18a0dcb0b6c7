using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PaperGraph.Cli.Output;
using PaperGraph.Queries;
using PaperGraph.Storage;

namespace PaperGraph.Cli.Commands;

/// <summary><c>search TEXT</c>: papers, or concepts, by words and fields.</summary>
internal sealed class SearchCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string[]> _text = new("TEXT")
    {
        Description = "Words, and fields: concept:\"mixture of experts\" code:released after:2024 before:2025-06 title:routing source:page.txt; kind:Dataset finds concepts.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int> _limit = QuestionOptions.Limit(20);
    private readonly Option<bool> _json = QuestionOptions.Json();
    private readonly Option<string?> _store = StoreOption.Create();

    public SearchCommand(Terminal terminal)
        : base("search", "Papers by words, concepts and fields, best first, with the sentence that says so.")
    {
        _terminal = terminal;
        Add(_text);
        Add(_limit);
        Add(_json);
        Add(_store);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        string text = SearchArguments.Join(parsed.GetValue(_text)!);
        if (!SearchQuestion.TryParse(text, out SearchQuestion? question, out string? problem))
        {
            throw CommandFailure.Usage(problem);
        }

        using PaperGraphStore opened = StoreOption.Open(_terminal, parsed.GetValue(_store));
        var choice = new NodeChoice(opened.Graph);
        var filter = new PaperFilter(
            question.After,
            question.Before,
            question.Concept is null ? null : choice.Concept(question.Concept),
            question.Source is null ? null : choice.Source(question.Source),
            question.Code);
        SearchAnswer answer = opened.SearchQuery().Ask(question, filter, parsed.GetValue(_limit));
        if (parsed.GetValue(_json))
        {
            JsonRows.Write(_terminal.Output, answer.Rows, WriteRow);
        }
        else
        {
            WriteTable(answer);
        }

        WriteNotes(answer, question);
        return ExitCode.Done;
    }

    private void WriteTable(SearchAnswer answer)
    {
        for (int i = 0; i < answer.Rows.Length; i++)
        {
            SearchRow row = answer.Rows[i];
            var head = new TextTable();
            string number = (i + 1).ToString(CultureInfo.InvariantCulture);
            if (row.Label == "Paper")
            {
                head.Add(number, row.Date ?? "no date", row.Title);
            }
            else
            {
                head.Add(number, Count.Of(row.Papers, "paper"), row.Name + "  " + row.Title.ToLowerInvariant());
            }

            head.WriteTo(_terminal.Output, _terminal.Width);
            if (row.Snippet is not null)
            {
                var snippet = new TextTable();
                snippet.Add(row.Snippet);
                snippet.WriteTo(_terminal.Output, _terminal.Width, indent: number.Length + 2);
            }
        }
    }

    private void WriteNotes(SearchAnswer answer, SearchQuestion question)
    {
        if (answer.Found > answer.Rows.Length)
        {
            _terminal.Note($"{Count.Number(answer.Found - answer.Rows.Length)} more: --limit 0 shows all.");
        }

        if (answer.Concepts.Length > 0)
        {
            _terminal.Note("Concepts of that name: " + string.Join(", ", answer.Concepts.Select(concept => $"{concept.Name} ({Count.Of(concept.Papers, "paper")})")) + "; see 'papergraph concept'.");
        }
        else if (answer.Rows.IsEmpty)
        {
            _terminal.Note(question.Text.Length > 0 ? "No paper holds a word of it; try others, or fewer fields." : "Nothing passes; try fewer fields.");
        }
    }

    private static void WriteRow(Utf8JsonWriter json, SearchRow row)
    {
        json.WriteStartObject();
        json.WriteString("label", row.Label);
        json.WriteString("id", row.Id);
        json.WriteString("name", row.Name);
        if (row.Label == "Paper")
        {
            json.WriteString("title", row.Title);
            json.WriteTextOrNull("date", row.Date);
            json.WriteNumber("score", row.Score);
            json.WriteTextOrNull("snippet", row.Snippet);
        }
        else
        {
            json.WriteString("kind", row.Title);
            json.WriteNumber("papers", row.Papers);
            json.WriteNumber("score", row.Score);
        }

        json.WriteEndObject();
    }
}
