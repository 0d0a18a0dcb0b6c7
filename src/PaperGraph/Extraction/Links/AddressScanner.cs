using System.Buffers;

namespace PaperGraph.Extraction.Links;

/// <summary>Text → the addresses in it, from the first to the last, without overlaps.</summary>
/// <remarks>One vectorised search for what every address holds (a scheme, <c>www.</c>, the name of a known host, the ending of a host name) decides that most
/// texts have none. What is read around such a place is bounded, so the time is linear in the text, whatever it holds.</remarks>
internal static class AddressScanner
{
    private static readonly SearchValues<string> Anchors = SearchValues.Create(
        [
            "http", "://", "www.", "github", "gitlab", "hugging", "10.5281/",
            ".com", ".org", ".net", ".edu", ".io", ".co/", ".ai", ".ac.", ".uk", ".de/", ".ch/", ".fr/", ".be/", ".at/", ".gl/", ".ly/", ".cc", ".me/",
            ".dev", ".science/", ".ms/",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <returns>Null where there is none.</returns>
    public static List<FoundAddress>? Scan(string text)
    {
        List<FoundAddress>? found = null;
        int floor = 0;
        int from = 0;
        while (from < text.Length)
        {
            int hit = text.AsSpan(from).IndexOfAny(Anchors);
            if (hit < 0)
            {
                break;
            }

            int anchor = from + hit;
            if (AddressReader.TryRead(text, anchor, floor, out FoundAddress address, out int next))
            {
                (found ??= []).Add(address);
                floor = address.Span.End;
            }

            from = Math.Max(next, anchor + 1);
        }

        return found;
    }
}
