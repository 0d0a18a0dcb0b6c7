using System.Globalization;
using PaperGraph.Graph;

namespace PaperGraph.Export;

/// <summary>A property's value where a format has no lists: they are joined by <c>"; "</c>.</summary>
internal static class FlatText
{
    public static string Of(PropertyValue value) => value.Type switch
    {
        PropertyType.TextList => string.Join("; ", value.AsTextList),
        PropertyType.IntegerList => string.Join("; ", value.AsIntegerList.Select(number => number.ToString(CultureInfo.InvariantCulture))),
        _ => value.ToString(),
    };
}
