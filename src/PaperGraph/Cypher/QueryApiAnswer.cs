using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace PaperGraph.Cypher;

/// <summary>The body of an answer of the Query API, in its typed form (<c>application/vnd.neo4j.query</c>).</summary>
/// <param name="Errors">Code and message of each. An answer that began well (202) can end with some: the rows before them count for nothing.</param>
/// <param name="TransactionId">Null outside a transaction, and after its end.</param>
internal sealed record QueryApiAnswer(
    CypherResult Result,
    ImmutableArray<(string Code, string Message)> Errors,
    ImmutableArray<string> Bookmarks,
    string? TransactionId)
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 256 };

    /// <exception cref="JsonException">The body is no such answer.</exception>
    public static QueryApiAnswer Parse(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, Options);
        ImmutableArray<string> columns = [];
        List<object?[]> rows = [];
        WriteCounters counters = default;
        ImmutableArray<(string, string)> errors = [];
        ImmutableArray<string> bookmarks = [];
        string? transactionId = null;

        Expect(ref reader, JsonTokenType.StartObject);
        while (ReadName(ref reader) is { } name)
        {
            switch (name)
            {
                case "data":
                    ReadData(ref reader, ref columns, rows);
                    break;
                case "counters":
                    counters = ReadCounters(ref reader);
                    break;
                case "errors":
                    errors = ReadErrors(ref reader);
                    break;
                case "bookmarks":
                    bookmarks = ReadTexts(ref reader);
                    break;
                case "transaction":
                    transactionId = ReadTransactionId(ref reader);
                    break;
                default:
                    reader.Read();
                    reader.Skip();
                    break;
            }
        }

        return new QueryApiAnswer(new CypherResult(columns, rows, counters), errors, bookmarks, transactionId);
    }

    private static void ReadData(ref Utf8JsonReader reader, ref ImmutableArray<string> columns, List<object?[]> rows)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        while (ReadName(ref reader) is { } name)
        {
            if (name == "fields")
            {
                columns = ReadTexts(ref reader);
            }
            else if (name == "values")
            {
                Expect(ref reader, JsonTokenType.StartArray);
                while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
                {
                    rows.Add(ReadRow(ref reader, columns.Length));
                }
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    private static object?[] ReadRow(ref Utf8JsonReader reader, int width)
    {
        var row = new object?[width];
        int column = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (column == width)
            {
                throw new JsonException($"A row has more than its {width} values.");
            }

            row[column++] = ReadTyped(ref reader);
        }

        return row;
    }

    /// <summary>At the start of <c>{"$type": …, "_value": …}</c>; the server writes the type first.</summary>
    private static object? ReadTyped(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject || ReadName(ref reader) != "$type")
        {
            throw new JsonException("A value has no type.");
        }

        reader.Read();
        string type = reader.GetString() ?? "";
        if (ReadName(ref reader) != "_value")
        {
            throw new JsonException("A typed value has no value.");
        }

        reader.Read();
        object? value = type switch
        {
            "Null" => null,
            "Boolean" => reader.GetBoolean(),
            "Integer" => long.Parse(reader.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            "Float" => ReadFloat(reader.GetString()!),
            "List" => ReadList(ref reader),
            "Map" => ReadMap(ref reader),
            "Node" => ReadNode(ref reader),
            "Relationship" => ReadRelationship(ref reader),
            "Path" => ReadPath(ref reader),
            _ => reader.GetString(),
        };
        Expect(ref reader, JsonTokenType.EndObject);
        return value;
    }

    private static double ReadFloat(string text) => text switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static object?[] ReadList(ref Utf8JsonReader reader)
    {
        var list = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(ReadTyped(ref reader));
        }

        return [.. list];
    }

    private static Dictionary<string, object?> ReadMap(ref Utf8JsonReader reader)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (ReadName(ref reader) is { } name)
        {
            reader.Read();
            map[name] = ReadTyped(ref reader);
        }

        return map;
    }

    private static CypherNode ReadNode(ref Utf8JsonReader reader)
    {
        string id = "";
        ImmutableArray<string> labels = [];
        Dictionary<string, object?> properties = [];
        while (ReadName(ref reader) is { } name)
        {
            switch (name)
            {
                case "_element_id":
                    id = ReadText(ref reader);
                    break;
                case "_labels":
                    labels = ReadTexts(ref reader);
                    break;
                case "_properties":
                    Expect(ref reader, JsonTokenType.StartObject);
                    properties = ReadMap(ref reader);
                    break;
                default:
                    reader.Read();
                    reader.Skip();
                    break;
            }
        }

        return new CypherNode(id, labels, properties);
    }

    private static CypherRelationship ReadRelationship(ref Utf8JsonReader reader)
    {
        (string id, string type, string start, string end) = ("", "", "", "");
        Dictionary<string, object?> properties = [];
        while (ReadName(ref reader) is { } name)
        {
            switch (name)
            {
                case "_element_id":
                    id = ReadText(ref reader);
                    break;
                case "_type":
                    type = ReadText(ref reader);
                    break;
                case "_start_node_element_id":
                    start = ReadText(ref reader);
                    break;
                case "_end_node_element_id":
                    end = ReadText(ref reader);
                    break;
                case "_properties":
                    Expect(ref reader, JsonTokenType.StartObject);
                    properties = ReadMap(ref reader);
                    break;
                default:
                    reader.Read();
                    reader.Skip();
                    break;
            }
        }

        return new CypherRelationship(id, type, start, end, properties);
    }

    /// <summary>Nodes and relationships in turn.</summary>
    private static CypherPath ReadPath(ref Utf8JsonReader reader)
    {
        object?[] steps = ReadList(ref reader);
        return new CypherPath([.. steps.OfType<CypherNode>()], [.. steps.OfType<CypherRelationship>()]);
    }

    private static WriteCounters ReadCounters(ref Utf8JsonReader reader)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        Expect(ref reader, JsonTokenType.StartObject);
        while (ReadName(ref reader) is { } name)
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.Number)
            {
                counts[name] = reader.GetInt64();
            }
            else
            {
                reader.Skip();
            }
        }

        return new WriteCounters(
            Of("nodesCreated"), Of("nodesDeleted"), Of("relationshipsCreated"), Of("relationshipsDeleted"), Of("propertiesSet"),
            Of("labelsAdded"), Of("labelsRemoved"), Of("indexesAdded"), Of("constraintsAdded"));

        long Of(string name) => counts.GetValueOrDefault(name);
    }

    private static ImmutableArray<(string Code, string Message)> ReadErrors(ref Utf8JsonReader reader)
    {
        ImmutableArray<(string, string)>.Builder errors = ImmutableArray.CreateBuilder<(string, string)>();
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            (string code, string message) = ("", "");
            while (ReadName(ref reader) is { } name)
            {
                reader.Read();
                if (name is "code" or "error" && reader.TokenType == JsonTokenType.String)
                {
                    code = reader.GetString()!;
                }
                else if (name == "message" && reader.TokenType == JsonTokenType.String)
                {
                    message = reader.GetString()!;
                }
                else
                {
                    reader.Skip();
                }
            }

            errors.Add((code, message));
        }

        return errors.ToImmutable();
    }

    private static string? ReadTransactionId(ref Utf8JsonReader reader)
    {
        string? id = null;
        Expect(ref reader, JsonTokenType.StartObject);
        while (ReadName(ref reader) is { } name)
        {
            reader.Read();
            if (name == "id")
            {
                id = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return id;
    }

    private static ImmutableArray<string> ReadTexts(ref Utf8JsonReader reader)
    {
        ImmutableArray<string>.Builder texts = ImmutableArray.CreateBuilder<string>();
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(reader.GetString() ?? "");
        }

        return texts.ToImmutable();
    }

    private static string ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString() ?? "";
    }

    /// <summary>The next member's name; null at the object's end.</summary>
    private static string? ReadName(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType == JsonTokenType.EndObject)
        {
            return null;
        }

        return reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : throw new JsonException("A member's name was expected.");
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw new JsonException($"{type} was expected, not {reader.TokenType}.");
        }
    }
}
