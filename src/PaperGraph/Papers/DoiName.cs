using System.Diagnostics.CodeAnalysis;

namespace PaperGraph.Papers;

/// <summary>A DOI as the project writes it: without resolver address, lower case, such as <c>10.1000/182</c>.</summary>
public static class DoiName
{
    private static readonly string[] Prefixes = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "https://www.doi.org/", "doi.org/", "dx.doi.org/", "doi:"];

    /// <summary>Reads a DOI with or without <c>doi:</c> or the resolver's address before it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out string? doi)
    {
        doi = null;
        if (text is null)
        {
            return false;
        }

        string bare = text.Trim();
        string? prefix = Array.Find(Prefixes, known => bare.StartsWith(known, StringComparison.OrdinalIgnoreCase));
        bare = bare[(prefix?.Length ?? 0)..].TrimStart();
        int slash = bare.IndexOf('/', StringComparison.Ordinal);
        if (!bare.StartsWith("10.", StringComparison.Ordinal) || slash < 4 || slash == bare.Length - 1 || bare.AsSpan().ContainsAny(" \t\r\n"))
        {
            return false;
        }

        doi = bare.ToLowerInvariant();
        return true;
    }
}
