namespace PaperGraph.Reading;

/// <summary>What a source turned out to be, from its content.</summary>
public enum SourceFormat
{
    /// <summary>Nothing that can be read: empty, or a binary.</summary>
    Unknown,

    /// <summary>A page whose papers end with authors and date.</summary>
    PageWithTrailers,

    /// <summary>A page of lines, title and abstract in turn.</summary>
    FlatPage,

    /// <summary>A page of titles and abstracts with blank lines between.</summary>
    SpacedPage,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>One JSON array of objects.</summary>
    JsonArray,
}

/// <summary>The names of formats in the store and in records.</summary>
public static class SourceFormatNames
{
    public static string NameOf(SourceFormat format) => format switch
    {
        SourceFormat.PageWithTrailers => "page-trailers",
        SourceFormat.FlatPage => "page-flat",
        SourceFormat.SpacedPage => "page-spaced",
        SourceFormat.JsonLines => "json-lines",
        SourceFormat.JsonArray => "json-array",
        _ => "unknown",
    };

    public static bool IsPage(SourceFormat format) => format is SourceFormat.PageWithTrailers or SourceFormat.FlatPage or SourceFormat.SpacedPage;
}
