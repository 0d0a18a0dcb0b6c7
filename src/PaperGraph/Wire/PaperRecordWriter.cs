using System.Collections.Immutable;
using System.Text.Json;
using PaperGraph.Papers;

namespace PaperGraph.Wire;

/// <summary>A paper as it was read → one JSON object, as <c>papergraph read</c> prints it and every command takes it back.</summary>
/// <remarks><c>title</c>, <c>abstract</c>, <c>source</c> and <c>position</c> always stand there; the others where the source gives them: <c>id</c>, <c>authors</c> (names, or their number),
/// <c>organisation</c>, <c>date</c> (ISO 8601, as exact as it is known), <c>year</c> (where that is all), <c>comments</c>, <c>venue</c>, <c>url</c>, <c>doi</c>, <c>arxiv</c>, <c>keywords</c>, <c>code</c>.</remarks>
public static class PaperRecordWriter
{
    public static void Write(Utf8JsonWriter json, PaperRecord paper)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(paper);
        json.WriteStartObject();
        WriteText(json, "id"u8, paper.Id);
        json.WriteString("title"u8, paper.Title);
        json.WriteString("abstract"u8, paper.Abstract);
        if (!paper.Authors.IsEmpty)
        {
            WriteTexts(json, "authors"u8, paper.Authors);
        }
        else if (paper.AuthorCount is { } count)
        {
            json.WriteNumber("authors"u8, count);
        }

        WriteText(json, "organisation"u8, paper.Organisation);
        WriteDate(json, paper.Date);
        if (paper.Comments is { } comments)
        {
            json.WriteNumber("comments"u8, comments);
        }

        WriteText(json, "venue"u8, paper.Venue);
        WriteText(json, "url"u8, paper.Url);
        WriteText(json, "doi"u8, paper.Doi);
        WriteText(json, "arxiv"u8, paper.Arxiv);
        if (!paper.Keywords.IsEmpty)
        {
            WriteTexts(json, "keywords"u8, paper.Keywords);
        }

        WriteText(json, "code"u8, paper.Code);
        json.WriteString("source"u8, paper.Source);
        json.WriteNumber("position"u8, paper.Position);
        json.WriteEndObject();
    }

    private static void WriteDate(Utf8JsonWriter json, PaperDate? date)
    {
        if (date is not { } known)
        {
            return;
        }

        json.WriteString("date"u8, known.ToString());
        if (known.Month == 0)
        {
            json.WriteNumber("year"u8, known.Year);
        }
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
