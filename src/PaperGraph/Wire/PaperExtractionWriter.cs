using System.Collections.Immutable;
using System.Text.Json;
using PaperGraph.Extraction;
using PaperGraph.Papers;

namespace PaperGraph.Wire;

/// <summary>What was extracted from one paper → one JSON object, as <c>papergraph extract</c> prints it.</summary>
public static class PaperExtractionWriter
{
    /// <param name="id">The record's own identifier; left out where it has none.</param>
    public static void Write(Utf8JsonWriter json, string? id, string title, PaperExtraction extraction)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(extraction);
        json.WriteStartObject();
        if (id is not null)
        {
            json.WriteString("id"u8, id);
        }

        json.WriteString("title"u8, title);
        WriteList(json, "concepts"u8, extraction.Concepts, WriteConcept);
        WriteList(json, "acronyms"u8, extraction.Acronyms, WriteAcronym);
        WriteList(json, "introduces"u8, extraction.Introduces, static (json, name) => json.WriteStringValue(name));
        WriteList(json, "relations"u8, extraction.Relations, WriteRelation);
        WriteList(json, "links"u8, extraction.Links, WriteLink);
        WriteList(json, "claims"u8, extraction.Claims, WriteClaim);
        json.WriteEndObject();
    }

    private static void WriteConcept(Utf8JsonWriter json, ConceptMention concept)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, concept.Name);
        json.WriteString("surface"u8, concept.Surface);
        WriteList(json, "surfaces"u8, concept.Surfaces, static (json, surface) => json.WriteStringValue(surface));
        json.WriteString("kind"u8, ValueNames.Of(concept.Kind));
        json.WriteNumber("score"u8, Math.Round(concept.Score, 4));
        json.WriteBoolean("main"u8, concept.Main);
        WriteList(json, "spans"u8, concept.Spans, WriteSpan);
        WriteList(json, "titleSpans"u8, concept.TitleSpans, WriteSpan);
        json.WriteEndObject();
    }

    private static void WriteAcronym(Utf8JsonWriter json, Acronym acronym)
    {
        json.WriteStartObject();
        json.WriteString("short"u8, acronym.Short);
        json.WriteString("long"u8, acronym.Long);
        json.WriteEndObject();
    }

    private static void WriteRelation(Utf8JsonWriter json, ConceptRelation relation)
    {
        json.WriteStartObject();
        json.WriteString("head"u8, relation.Head);
        json.WriteString("type"u8, ValueNames.Of(relation.Type));
        json.WriteString("tail"u8, relation.Tail);
        WriteSpan(json, "span"u8, relation.Span);
        json.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter json, CodeLink link)
    {
        json.WriteStartObject();
        json.WriteString("raw"u8, link.Raw);
        json.WriteString("url"u8, link.Url);
        json.WriteString("host"u8, link.Host);
        json.WriteString("repository"u8, link.Repository);
        json.WriteString("role"u8, ValueNames.Of(link.Role));
        json.WriteString("status"u8, ValueNames.Of(link.Status));
        json.WriteString("folder"u8, link.Folder);
        WriteSpan(json, "span"u8, link.Span);
        json.WriteEndObject();
    }

    private static void WriteClaim(Utf8JsonWriter json, ReleaseClaim claim)
    {
        json.WriteStartObject();
        json.WriteString("what"u8, ValueNames.Of(claim.What));
        json.WriteString("status"u8, ValueNames.Of(claim.Status));
        WriteSpan(json, "span"u8, claim.Span);
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, ReadOnlySpan<byte> name, TextSpan span)
    {
        json.WritePropertyName(name);
        WriteSpan(json, span);
    }

    private static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableArray<T> values, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T value in values)
        {
            write(json, value);
        }

        json.WriteEndArray();
    }
}
