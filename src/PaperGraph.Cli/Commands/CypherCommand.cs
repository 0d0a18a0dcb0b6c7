using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PaperGraph.Cli.Output;
using PaperGraph.Concepts;
using PaperGraph.Cypher;
using PaperGraph.Loading;

namespace PaperGraph.Cli.Commands;

/// <summary><c>cypher [NAME]</c>: lists the questions of <c>cypher/queries</c>, shows one, or asks Neo4j.</summary>
internal sealed class CypherCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string?> _name = new("NAME") { Description = "A question; without it they are listed.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string[]> _parameters = new("--param", "-p") { Description = "A value the question asks for; concepts, papers and repositories by id or by name.", HelpName = "k=v" };
    private readonly Option<bool> _show = new("--show") { Description = "Prints the question's text, to paste into Browser." };
    private readonly Option<string?> _favourites = new("--favourites") { Description = "Writes all questions into an archive to drop onto Neo4j Browser.", HelpName = "FILE.zip" };
    private readonly Option<string?> _to = Neo4jConnection.ToOption();
    private readonly Option<bool> _json = QuestionOptions.Json();

    private CypherCommand(Terminal terminal)
        : base("cypher", "Asks Neo4j one of the questions in cypher/queries; lists them when none is named.")
    {
        _terminal = terminal;
        Add(_name);
        foreach (Option option in (Option[])[_parameters, _show, _favourites, _to, _json])
        {
            Add(option);
        }

        SetAction(RunAsync);
    }

    public static Command Create(Terminal terminal) => new CypherCommand(terminal);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(_favourites) is { } archive)
        {
            WriteFavourites(archive);
            return ExitCode.Done;
        }

        if (parsed.GetValue(_name) is not { } name)
        {
            return List(parsed.GetValue(_json));
        }

        CypherQuestion question = CypherQuestion.All.FirstOrDefault(question => question.Name == name)
            ?? throw CommandFailure.Usage($"there is no question '{name}'. 'papergraph cypher' lists them.");
        if (parsed.GetValue(_show))
        {
            _terminal.Output.Write(question.Text);
            return ExitCode.Done;
        }

        Dictionary<string, string> values = Values(parsed.GetValue(_parameters) ?? []);
        Check(question, values);
        await using ICypherExecutor neo4j = Neo4jConnection.Open(_terminal, parsed.GetValue(_to));
        await DatabaseSchema.AwaitAsync(neo4j, cancellation);   // A load leaves them to the server.
        foreach (QuestionParameter parameter in question.Parameters.Where(parameter => parameter.Label is not null && values.ContainsKey(parameter.Name)))
        {
            values[parameter.Name] = await IdOfAsync(neo4j, parameter, values[parameter.Name], cancellation);
        }

        CypherResult result = await neo4j.ReadAsync(question.With(values), cancellation);
        if (parsed.GetValue(_json))
        {
            JsonRows.Write(_terminal.Output, result.Rows, (json, row) => WriteRow(json, result, row));
        }
        else
        {
            WriteTable(result);
        }

        if (question.IsPicture && !parsed.GetValue(_json))
        {
            _terminal.Note($"a picture in Browser: 'papergraph cypher {name} --show' prints what to paste.");
        }

        return ExitCode.Done;
    }

    private void WriteFavourites(string path)
    {
        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            throw CommandFailure.Usage($"--favourites takes a name that ends in .zip, which is how Browser knows it, not '{path}'.");
        }

        using (FileStream stream = File.Create(path))
        {
            BrowserFavourites.WriteTo(stream);
        }

        _terminal.Note($"{CypherQuestion.All.Length} questions → {path}. Drop it onto the window of Neo4j Browser: they become favourites, in a folder PaperGraph.");
    }

    private int List(bool isJson)
    {
        if (isJson)
        {
            JsonRows.Write(_terminal.Output, CypherQuestion.All, static (json, question) =>
            {
                json.WriteStartObject();
                json.WriteString("name", question.Name);
                json.WriteString("question", question.Question);
                json.WriteObjects("parameters", question.Parameters, parameter =>
                {
                    json.WriteString("name", parameter.Name);
                    json.WriteString("type", parameter.Type);
                    json.WriteString("meaning", parameter.Meaning);
                    json.WriteTextOrNull("usual", parameter.Usual);
                });
                json.WriteTexts("columns", question.Columns);
                json.WriteBoolean("picture", question.IsPicture);
                json.WriteEndObject();
            });
            return ExitCode.Done;
        }

        var table = new TextTable();
        foreach (CypherQuestion question in CypherQuestion.All)
        {
            string parameters = string.Join(' ', question.Parameters.Select(parameter => parameter.Usual is null ? parameter.Name + "=…" : $"[{parameter.Name}={parameter.Usual}]"));
            table.Add(question.Name, parameters, question.Question + (question.IsPicture ? " (a picture)" : ""));
        }

        table.WriteTo(_terminal.Output, _terminal.Width);
        _terminal.Note("'papergraph cypher NAME --param k=v' asks one; --show prints its text.");
        return ExitCode.Done;
    }

    private static Dictionary<string, string> Values(string[] parameters)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string parameter in parameters)
        {
            int equals = parameter.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw CommandFailure.Usage($"--param takes k=v, such as concept='mixture of experts', not '{parameter}'.");
            }

            values[parameter[..equals].TrimStart('$')] = parameter[(equals + 1)..];
        }

        return values;
    }

    /// <summary>Before anything is sent.</summary>
    private static void Check(CypherQuestion question, Dictionary<string, string> values)
    {
        try
        {
            question.With(values);
        }
        catch (ArgumentException exception)
        {
            throw CommandFailure.Usage(exception.Message.Split(" (Parameter", 2)[0]);
        }
    }

    private static async Task<string> IdOfAsync(ICypherExecutor neo4j, QuestionParameter parameter, string text, CancellationToken cancellation)
    {
        string label = parameter.Label!;
        IReadOnlyList<(string Id, string Name)> found = await NodeSearch.FindAsync(neo4j, label, text, label == "Concept" ? ConceptKey.Of(text) : text, cancellation);
        return found.Count switch
        {
            1 => found[0].Id,
            0 => throw CommandFailure.Usage($"Neo4j holds no {label.ToLowerInvariant()} '{text}'. Is the store loaded ('papergraph load')? 'papergraph search' finds names."),
            _ => throw CommandFailure.Usage($"'{text}' may be any of: {string.Join("; ", found.Take(5).Select(node => $"{node.Name} (id {node.Id})"))}{(found.Count > 5 ? "; …" : "")}. Name one by its id."),
        };
    }

    private void WriteTable(CypherResult result)
    {
        if (result.Rows.Count == 0)
        {
            _terminal.Note("no rows.");
            return;
        }

        var table = new TextTable();
        table.Add([.. result.Columns]);
        foreach (object?[] row in result.Rows)
        {
            table.Add([.. row.Select(Cell)]);
        }

        table.WriteTo(_terminal.Output, _terminal.Width);
    }

    private static string Cell(object? value) => value switch
    {
        null => "–",
        string text => text,
        bool truth => truth ? "yes" : "no",
        long integer => integer.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("0.###", CultureInfo.InvariantCulture),
        object?[] list => string.Join(", ", list.Select(Cell)),
        CypherNode node => NameOf(node),
        CypherRelationship relationship => relationship.Type,
        CypherPath path => PathCell(path),
        IReadOnlyDictionary<string, object?> map => string.Join(", ", map.Select(pair => $"{pair.Key}: {Cell(pair.Value)}")),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Names, with an arrow each that points as the relationship does.</summary>
    private static string PathCell(CypherPath path)
    {
        var text = new System.Text.StringBuilder(NameOf(path.Nodes[0]));
        for (int i = 0; i < path.Relationships.Length; i++)
        {
            CypherRelationship step = path.Relationships[i];
            text.Append(step.StartElementId == path.Nodes[i].ElementId ? $" -{step.Type}-> " : $" <-{step.Type}- ").Append(NameOf(path.Nodes[i + 1]));
        }

        return text.ToString();
    }

    private static string NameOf(CypherNode node)
    {
        string? owner = node.Properties.GetValueOrDefault("owner") as string;
        string name = (node.Properties.GetValueOrDefault("name") ?? node.Properties.GetValueOrDefault("url") ?? node.Properties.GetValueOrDefault("id")) as string ?? node.ElementId;
        return owner is null ? name : $"{owner}/{name}";
    }

    private static void WriteRow(Utf8JsonWriter json, CypherResult result, object?[] row)
    {
        json.WriteStartObject();
        for (int i = 0; i < row.Length; i++)
        {
            json.WritePropertyName(result.Columns[i]);
            WriteValue(json, row[i]);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case long integer:
                json.WriteNumberValue(integer);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case object?[] list:
                WriteList(json, list);
                break;
            case CypherNode node:
                WriteMap(json, node.Properties, ("labels", node.Labels.Cast<object?>().ToArray()));
                break;
            case CypherRelationship relationship:
                WriteMap(json, relationship.Properties, ("type", relationship.Type));
                break;
            case CypherPath path:
                WriteList(json, path.Nodes.SelectMany((node, i) => i < path.Relationships.Length ? new object[] { node, path.Relationships[i] } : [node]));
                break;
            case IReadOnlyDictionary<string, object?> map:
                WriteMap(json, map);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable<object?> list)
    {
        json.WriteStartArray();
        foreach (object? item in list)
        {
            WriteValue(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, IReadOnlyDictionary<string, object?> map, params ReadOnlySpan<(string Name, object? Value)> before)
    {
        json.WriteStartObject();
        foreach ((string name, object? value) in before)
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        foreach ((string name, object? value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }
}
