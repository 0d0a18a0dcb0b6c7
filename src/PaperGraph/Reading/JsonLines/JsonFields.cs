using System.Text.Json;

namespace PaperGraph.Reading;

/// <summary>Fields of a record that are looked at.</summary>
internal enum JsonField
{
    Other,
    Id,
    Title,
    Abstract,
    Date,
    Year,
    Authors,
    Venue,
    Url,
    Doi,
    Arxiv,
    Keywords,
    Code,
    Organisation,
    Comments,
    Source,
    Position,
    Error,
}

/// <summary>Names of fields, as they stand in JSON.</summary>
internal static class JsonFields
{
    private static readonly byte[][] Names = [.. Enum.GetValues<JsonField>().Select(field => System.Text.Encoding.UTF8.GetBytes(NameOf(field)))];

    public static string NameOf(JsonField field) => field.ToString().ToLowerInvariant();

    /// <summary>The field whose name the reader stands on.</summary>
    public static JsonField Of(ref Utf8JsonReader reader)
    {
        for (int i = 1; i < Names.Length; i++)
        {
            if (reader.ValueTextEquals(Names[i]))
            {
                return (JsonField)i;
            }
        }

        return JsonField.Other;
    }
}
