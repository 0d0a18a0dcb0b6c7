using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using PaperGraph.Extraction;
using PaperGraph.Papers;

namespace PaperGraph.Wire;

/// <summary>One line of <c>papergraph extract</c>: a paper's identifier and title, and what was extracted from it.</summary>
/// <param name="Id">Null where the record has none.</param>
public sealed record ExtractionLine(string? Id, string Title, PaperExtraction Extraction);

/// <summary>What <see cref="PaperExtractionWriter"/> wrote → the same extraction.</summary>
public static class PaperExtractionReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 32 };

    private static readonly ConceptKind[] Kinds = Enum.GetValues<ConceptKind>();

    private static readonly (byte[] Utf8, string Name)[] FieldNames =
    [
        .. new[]
        {
            "name", "surface", "surfaces", "kind", "score", "main", "spans", "titleSpans", "span", "head", "type", "tail", "short", "long", "id", "title", "concepts", "acronyms", "introduces",
            "relations", "links", "claims", "raw", "url", "host", "repository", "role", "status", "folder", "what",
        }.Select(name => (Encoding.UTF8.GetBytes(name), name)),
    ];

    /// <summary>Fields may stand in any order, and may be lacking; others are passed over.</summary>
    /// <param name="json">One JSON object.</param>
    /// <returns>False where the text is no such object; <paramref name="message"/> says what is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> json, [NotNullWhen(true)] out ExtractionLine? line, [NotNullWhen(false)] out string? message)
    {
        line = null;
        message = null;
        try
        {
            var reader = new Utf8JsonReader(json, Options);
            reader.Read();
            line = ReadLine(ref reader);
            while (reader.Read())
            {
            }
        }
        catch (JsonException exception)
        {
            message = exception.Message;
        }
        catch (InvalidOperationException exception)
        {
            // A value of another type than its field has, or text that is no Unicode.
            message = exception.Message;
        }

        return message is null && line is not null;
    }

    /// <summary>The acronyms alone of a line that <see cref="PaperExtractionWriter"/> wrote, without reading what stands before and behind them.</summary>
    /// <returns>False where they cannot be read: <see cref="TryRead"/> says why.</returns>
    internal static bool TryReadAcronyms(ReadOnlySpan<byte> json, out ImmutableArray<Acronym> acronyms)
    {
        acronyms = [];
        try
        {
            // Inside a text, a quotation mark has a backslash before it: this is no part of one.
            ReadOnlySpan<byte> start = "\"acronyms\":["u8;
            int field = json.LastIndexOf(start);
            if (field < 0)
            {
                return false;
            }

            var reader = new Utf8JsonReader(json[(field + start.Length - 1)..], Options);
            reader.Read();
            acronyms = ReadList(ref reader, ReadAcronym);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static ExtractionLine ReadLine(ref Utf8JsonReader reader)
    {
        string? id = null;
        string title = "";
        var extraction = new PaperExtraction();
        DemandObject(ref reader);
        while (NextField(ref reader, out string field))
        {
            switch (field)
            {
                case "id":
                    id = reader.GetString();
                    break;
                case "title":
                    title = reader.GetString() ?? "";
                    break;
                case "concepts":
                    extraction = extraction with { Concepts = ReadList(ref reader, ReadConcept) };
                    break;
                case "acronyms":
                    extraction = extraction with { Acronyms = ReadList(ref reader, ReadAcronym) };
                    break;
                case "introduces":
                    extraction = extraction with { Introduces = ReadList(ref reader, ReadText) };
                    break;
                case "relations":
                    extraction = extraction with { Relations = ReadList(ref reader, ReadRelation) };
                    break;
                case "links":
                    extraction = extraction with { Links = ReadList(ref reader, ReadLink) };
                    break;
                case "claims":
                    extraction = extraction with { Claims = ReadList(ref reader, ReadClaim) };
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new ExtractionLine(id, title, extraction);
    }

    private static ConceptMention ReadConcept(ref Utf8JsonReader reader)
    {
        DemandObject(ref reader);
        string name = "", surface = "";
        ImmutableArray<string> surfaces = [];
        ConceptKind kind = ConceptKind.Other;
        double score = 0;
        bool main = false;
        ImmutableArray<TextSpan> spans = [], titleSpans = [];
        while (NextField(ref reader, out string field))
        {
            switch (field)
            {
                case "name":
                    name = ReadText(ref reader);
                    break;
                case "surface":
                    surface = ReadText(ref reader, name);
                    break;
                case "surfaces":
                    surfaces = ReadSurfaces(ref reader, surface);
                    break;
                case "kind":
                    kind = ReadKind(ref reader);
                    break;
                case "score":
                    score = reader.GetDouble();
                    break;
                case "main":
                    main = reader.GetBoolean();
                    break;
                case "spans":
                    spans = ReadList(ref reader, ReadSpan);
                    break;
                case "titleSpans":
                    titleSpans = ReadList(ref reader, ReadSpan);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new ConceptMention(name, surface, surfaces, kind, score, main, spans, titleSpans);
    }

    /// <param name="first">Mostly the first one.</param>
    private static ImmutableArray<string> ReadSurfaces(ref Utf8JsonReader reader, string first)
    {
        Demand(reader.TokenType == JsonTokenType.StartArray, "a list is wanted");
        if (!reader.Read() || reader.TokenType == JsonTokenType.EndArray)
        {
            return [];
        }

        string surface = ReadText(ref reader, first);
        return RestOfList(ref reader, surface, ReadText);
    }

    private static ConceptKind ReadKind(ref Utf8JsonReader reader)
    {
        Demand(reader.TokenType == JsonTokenType.String, "a kind of concept is wanted");
        foreach (ConceptKind kind in Kinds)
        {
            if (reader.ValueTextEquals(ValueNames.Of(kind)))
            {
                return kind;
            }
        }

        throw new JsonException("an unknown kind of concept");
    }

    private static Acronym ReadAcronym(ref Utf8JsonReader reader)
    {
        DemandObject(ref reader);
        var acronym = new Acronym("", "");
        while (NextField(ref reader, out string field))
        {
            switch (field)
            {
                case "short":
                    acronym = acronym with { Short = ReadText(ref reader) };
                    break;
                case "long":
                    acronym = acronym with { Long = ReadText(ref reader) };
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return acronym;
    }

    private static ConceptRelation ReadRelation(ref Utf8JsonReader reader)
    {
        DemandObject(ref reader);
        var relation = new ConceptRelation("", default, "", default);
        while (NextField(ref reader, out string field))
        {
            switch (field)
            {
                case "head":
                    relation = relation with { Head = ReadText(ref reader) };
                    break;
                case "type":
                    Demand(ValueNames.TryParse(ReadText(ref reader), out RelationType type), "an unknown type of relation");
                    relation = relation with { Type = type };
                    break;
                case "tail":
                    relation = relation with { Tail = ReadText(ref reader) };
                    break;
                case "span":
                    relation = relation with { Span = ReadSpan(ref reader) };
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return relation;
    }

    private static CodeLink ReadLink(ref Utf8JsonReader reader)
    {
        DemandObject(ref reader);
        var link = new CodeLink("", "", "", null, default, default, null, default);
        while (NextField(ref reader, out string field))
        {
            switch (field)
            {
                case "raw":
                    link = link with { Raw = ReadText(ref reader) };
                    break;
                case "url":
                    link = link with { Url = ReadText(ref reader) };
                    break;
                case "host":
                    link = link with { Host = ReadText(ref reader) };
                    break;
                case "repository":
                    link = link with { Repository = reader.GetString() };
                    break;
                case "role":
                    Demand(ValueNames.TryParse(ReadText(ref reader), out LinkRole role), "an unknown role of a link");
                    link = link with { Role = role };
                    break;
                case "status":
                    link = link with { Status = ReadStatus(ref reader) };
                    break;
                case "folder":
                    link = link with { Folder = reader.GetString() };
                    break;
                case "span":
                    link = link with { Span = ReadSpan(ref reader) };
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return link;
    }

    private static ReleaseClaim ReadClaim(ref Utf8JsonReader reader)
    {
        DemandObject(ref reader);
        var claim = new ReleaseClaim(default, default, default);
        while (NextField(ref reader, out string field))
        {
            switch (field)
            {
                case "what":
                    Demand(ValueNames.TryParse(ReadText(ref reader), out ReleasedThing what), "an unknown thing that is released");
                    claim = claim with { What = what };
                    break;
                case "status":
                    claim = claim with { Status = ReadStatus(ref reader) };
                    break;
                case "span":
                    claim = claim with { Span = ReadSpan(ref reader) };
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return claim;
    }

    private static ReleaseStatus ReadStatus(ref Utf8JsonReader reader)
    {
        Demand(ValueNames.TryParse(ReadText(ref reader), out ReleaseStatus status), "an unknown status");
        return status;
    }

    private static TextSpan ReadSpan(ref Utf8JsonReader reader)
    {
        Demand(reader.TokenType == JsonTokenType.StartArray, "a list is wanted");
        (int start, int end, int count) = (0, 0, 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            (start, end) = (end, reader.TryGetInt32(out int value) ? value : throw new JsonException("a whole number is wanted"));
            count++;
        }

        Demand(count == 2 && start >= 0 && start <= end, "a span [start, end] is wanted");
        return new TextSpan(start, end);
    }

    private static string ReadText(ref Utf8JsonReader reader) => reader.GetString() ?? throw new JsonException("a text is wanted, found null");

    /// <param name="likely">The same string is returned where the text is equal: there are millions.</param>
    private static string ReadText(ref Utf8JsonReader reader, string likely) => reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(likely) ? likely : ReadText(ref reader);

    private delegate T ValueReader<T>(ref Utf8JsonReader reader);

    private static ImmutableArray<T> ReadList<T>(ref Utf8JsonReader reader, ValueReader<T> read)
    {
        Demand(reader.TokenType == JsonTokenType.StartArray, "a list is wanted");
        return reader.Read() && reader.TokenType != JsonTokenType.EndArray ? RestOfList(ref reader, read(ref reader), read) : [];
    }

    private static ImmutableArray<T> RestOfList<T>(ref Utf8JsonReader reader, T first, ValueReader<T> read)
    {
        if (!reader.Read() || reader.TokenType == JsonTokenType.EndArray)
        {
            // Most lists inside a concept hold one thing.
            return [first];
        }

        ImmutableArray<T>.Builder values = ImmutableArray.CreateBuilder<T>();
        values.Add(first);
        do
        {
            values.Add(read(ref reader));
        }
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray);
        return values.DrainToImmutable();
    }

    /// <summary>Goes to the next field's value; false at the object's end.</summary>
    private static bool NextField(ref Utf8JsonReader reader, out string field)
    {
        bool found = reader.Read() && reader.TokenType == JsonTokenType.PropertyName;
        field = found ? FieldName(in reader) : "";
        return found && reader.Read();
    }

    /// <summary>The names that are looked for come millions of times: each is one string.</summary>
    private static string FieldName(in Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped && !reader.HasValueSequence)
        {
            foreach ((byte[] utf8, string name) in FieldNames)
            {
                if (reader.ValueSpan.SequenceEqual(utf8))
                {
                    return name;
                }
            }
        }

        return reader.GetString()!;
    }

    private static void DemandObject(ref Utf8JsonReader reader) => Demand(reader.TokenType == JsonTokenType.StartObject, "an object is wanted");

    private static void Demand(bool holds, string message)
    {
        if (!holds)
        {
            throw new JsonException(message);
        }
    }
}
