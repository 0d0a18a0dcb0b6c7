using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PaperGraph.Cli.Output;
using PaperGraph.Queries;
using PaperGraph.Storage;

namespace PaperGraph.Cli.Commands;

/// <summary><c>search TEXT</c>: papers, or concepts, by words and fields.</summary>
internal sealed class SearchCommand : QuestionCommand
{
    private readonly Argument<string[]> _text = new("TEXT")
    {
        Description = "Words, and fields: concept:\"mixture of experts\" code:released after:2024 before:2025-06 title:routing source:page.txt; kind:Dataset finds concepts.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int> _limit = QuestionOptions.Limit(20);

    public SearchCommand(Terminal terminal)
        : base(terminal, "search", "Papers by words, concepts and fields, best first, with the sentence that says so.")
    {
        Take(_text, _limit);
    }

    protected override void Answer(ParseResult parsed)
    {
        string text = SearchArguments.Join(parsed.GetValue(_text)!);
        SearchQuestion question = SearchArguments.Question(text);
        using PaperGraphStore opened = Open(parsed);
        SearchAnswer answer = opened.SearchQuery().Ask(question, new NodeChoice(opened.Graph).Filter(question), parsed.GetValue(_limit));
        if (IsJson(parsed))
        {
            JsonRows.Write(Terminal.Output, answer.Rows, WriteRow);
        }
        else
        {
            WriteTable(answer);
        }

        WriteNotes(answer, question);
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

            head.WriteTo(Terminal.Output, Terminal.Width);
            if (row.Snippet is not null)
            {
                var snippet = new TextTable();
                snippet.Add(row.Snippet);
                snippet.WriteTo(Terminal.Output, Terminal.Width, indent: number.Length + 2);
            }
        }
    }

    private void WriteNotes(SearchAnswer answer, SearchQuestion question)
    {
        if (answer.Found > answer.Rows.Length)
        {
            Terminal.Note($"{Count.Number(answer.Found - answer.Rows.Length)} more: --limit 0 shows all.");
        }

        if (answer.Rows.IsEmpty)
        {
            Terminal.Note(question.Text.Length > 0 ? "No paper holds a word of it and passes; try others, or fewer fields." : "Nothing passes; try fewer fields.");
        }

        if (answer.Concepts.Length > 0)
        {
            Terminal.Note("Concepts of that name: " + string.Join(", ", answer.Concepts.Select(concept => $"{concept.Name} ({Count.Of(concept.Papers, "paper")})")) + "; see 'papergraph concept'.");
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
