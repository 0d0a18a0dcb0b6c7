using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
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
        var concept = new ConceptMention("", "", [], ConceptKind.Other, 0, false, [], []);
        while (NextField(ref reader, out string field))
        {
            switch (field)
            {
                case "name":
                    concept = concept with { Name = ReadText(ref reader) };
                    break;
                case "surface":
                    concept = concept with { Surface = ReadText(ref reader) };
                    break;
                case "surfaces":
                    concept = concept with { Surfaces = ReadList(ref reader, ReadText) };
                    break;
                case "kind":
                    Demand(ValueNames.TryParse(ReadText(ref reader), out ConceptKind kind), "an unknown kind of concept");
                    concept = concept with { Kind = kind };
                    break;
                case "score":
                    concept = concept with { Score = reader.GetDouble() };
                    break;
                case "main":
                    concept = concept with { Main = reader.GetBoolean() };
                    break;
                case "spans":
                    concept = concept with { Spans = ReadList(ref reader, ReadSpan) };
                    break;
                case "titleSpans":
                    concept = concept with { TitleSpans = ReadList(ref reader, ReadSpan) };
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return concept;
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
        ImmutableArray<int> ends = ReadList(ref reader, static (ref Utf8JsonReader number) => number.TryGetInt32(out int value) ? value : throw new JsonException("a whole number is wanted"));
        Demand(ends.Length == 2 && ends[0] >= 0 && ends[0] <= ends[1], "a span [start, end] is wanted");
        return new TextSpan(ends[0], ends[1]);
    }

    private static string ReadText(ref Utf8JsonReader reader) => reader.GetString() ?? throw new JsonException("a text is wanted, found null");

    private delegate T ValueReader<T>(ref Utf8JsonReader reader);

    private static ImmutableArray<T> ReadList<T>(ref Utf8JsonReader reader, ValueReader<T> read)
    {
        Demand(reader.TokenType == JsonTokenType.StartArray, "a list is wanted");
        ImmutableArray<T>.Builder values = ImmutableArray.CreateBuilder<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(read(ref reader));
        }

        return values.DrainToImmutable();
    }

    /// <summary>Goes to the next field's value; false at the object's end.</summary>
    private static bool NextField(ref Utf8JsonReader reader, out string field)
    {
        bool found = reader.Read() && reader.TokenType == JsonTokenType.PropertyName;
        field = found ? reader.GetString()! : "";
        return found && reader.Read();
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
