using System.Collections.Frozen;

namespace PaperGraph.Extraction.Links;

/// <summary>Endings of host names that researchers' addresses have.</summary>
internal static class TopLevelDomains
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "academy", "ae", "ai", "app", "ar", "art", "at", "au", "be", "bg", "blog", "br", "build", "ca", "cat", "cc", "ch", "cl", "click", "cloud", "club",
        "cn", "co", "codes",
        "com", "computer", "cz", "data", "de", "design", "dev", "digital", "dk", "ee", "edu", "engineering", "es", "eu", "fi", "fr", "fun", "fyi", "games",
        "gg", "gl", "gle", "gov",
        "gr", "group", "gt", "health", "hk", "hr", "ht", "hu", "icu", "id", "ie", "il", "im", "in", "info", "ink", "ins", "int", "io", "ir", "is", "it",
        "jp", "kr", "lab", "la", "land", "li", "life", "link",
        "live", "lt", "lu", "lv", "ly", "me", "media", "ml", "mo", "ms", "mx", "my", "name", "net", "network", "news", "nl", "no", "nu", "nz", "one",
        "online", "org", "page",
        "ph", "pk", "pl", "pro", "pt", "pub", "ro", "rocks", "rs", "ru", "run", "sa", "science", "se", "sg", "sh", "si", "site", "sk", "so", "social",
        "software", "space",
        "st", "store", "studio", "su", "systems", "tech", "th", "tk", "to", "today", "tools", "top", "tr", "tv", "tw", "ua", "uk", "us", "vip", "vision",
        "vn", "website", "wiki", "work",
        "works", "world", "xyz", "za", "zone", "cs", "reviews");

    /// <summary>Endings that a host without scheme and path may have; words and abbreviations of running text are not among them.</summary>
    private static readonly FrozenSet<string> Unmistakable = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "ai", "app", "ca", "ch", "cn", "com", "de", "dev", "edu", "eu", "fr", "gov", "info", "io", "jp", "kr", "net",
            "nl", "org", "se", "tech", "tw", "uk", "xyz");

    /// <summary>Endings behind which a lost space is repaired, longest first.</summary>
    private static readonly string[] Common = ["science", "info", "com", "edu", "org", "net", "dev", "gov", "io", "ai", "uk", "de", "ch", "me", "be", "co",
        "fr"];

    public static bool IsKnown(ReadOnlySpan<char> label) => Known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label);

    public static bool IsUnmistakable(ReadOnlySpan<char> label) => Unmistakable.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label);

    /// <summary>Length of the ending that <paramref name="label"/> begins with; 0 where it begins with none.</summary>
    public static int CommonPrefixLength(ReadOnlySpan<char> label)
    {
        foreach (string ending in Common)
        {
            if (label.StartsWith(ending, StringComparison.Ordinal))
            {
                return ending.Length;
            }
        }

        return 0;
    }
}
