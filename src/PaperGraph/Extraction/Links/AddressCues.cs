namespace PaperGraph.Extraction.Links;

/// <summary>The words around a host name that stands without scheme and path: they tell an address from a company's name.</summary>
internal static class AddressCues
{
    private const int Window = 120;

    private static readonly string[] Before = ["at", "at:", "here:", "website:", "page:", "homepage:", "webpage:", "site:", "link:", "url:", "demo:",
        "video:", "videos:", "code:", "see", "visit", "website", "webpage", "page"];

    private static readonly string[] Weaker = ["on", "is", "in", "under", "via", "from", "found", "("];

    private static readonly string[] Release = ["availab", "website", "webpage", "homepage", "project page", "can be found", "leaderboard", "released",
        "accessible", "download", "dataset", "benchmark"];

    /// <param name="before">The text up to the host.</param>
    public static bool Precede(ReadOnlySpan<char> before)
    {
        ReadOnlySpan<char> trimmed = before[Math.Max(0, before.Length - Window)..].TrimEnd("\"'[ \t\r\n{");
        ReadOnlySpan<char> word = trimmed[(trimmed.LastIndexOfAny(" \t\r\n") + 1)..];
        foreach (string cue in Before)
        {
            if (word.Equals(cue, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        bool bracket = trimmed.EndsWith("(");
        bool weaker = bracket;
        foreach (string cue in Weaker)
        {
            weaker |= word.Equals(cue, StringComparison.OrdinalIgnoreCase);
        }

        // A sentence of its own at the end of the text.
        bool alone = trimmed.EndsWith(".") && trimmed.Length < before.Length;
        return (weaker && Says(trimmed)) || alone;
    }

    /// <summary>Whether a word with a colon, such as <c>website:</c>, announces the address.</summary>
    public static bool Announce(ReadOnlySpan<char> before)
    {
        ReadOnlySpan<char> trimmed = before[Math.Max(0, before.Length - Window)..].TrimEnd();
        return trimmed.EndsWith(":") && Precede(before);
    }

    /// <param name="after">The text behind the host: an address does not go before a noun.</param>
    public static bool MayFollow(ReadOnlySpan<char> after)
    {
        ReadOnlySpan<char> rest = after[..Math.Min(after.Length, Window)].TrimStart("\"'”’");
        return rest.IsEmpty || rest[0] is '.' or ')' or ']' or '}' or ',' or ';' or ':' || rest.Trim().IsEmpty
            || StartsWithWord(rest, "and") || StartsWithWord(rest, "for") || StartsWithWord(rest, "to") || StartsWithWord(rest, "as")
                || StartsWithWord(rest, "with") || StartsWithWord(rest, "upon");
    }

    private static bool StartsWithWord(ReadOnlySpan<char> rest, string word)
    {
        ReadOnlySpan<char> trimmed = rest.TrimStart();
        return trimmed.StartsWith(word, StringComparison.Ordinal) && trimmed.Length > word.Length && trimmed[word.Length] == ' ';
    }

    private static bool Says(ReadOnlySpan<char> text)
    {
        foreach (string cue in Release)
        {
            if (text.Contains(cue, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
