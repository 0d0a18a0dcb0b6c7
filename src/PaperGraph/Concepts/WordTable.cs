using System.Collections.Frozen;

namespace PaperGraph.Concepts;

/// <summary>A word list as it stands in the source: <c>from:to</c>, white space between.</summary>
internal static class WordTable
{
    public static FrozenDictionary<string, string> Parse(string list)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string pair in list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = pair.IndexOf(':', StringComparison.Ordinal);
            table.Add(pair[..colon], pair[(colon + 1)..]);
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
