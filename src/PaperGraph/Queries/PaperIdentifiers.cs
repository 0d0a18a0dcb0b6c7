namespace PaperGraph.Queries;

/// <summary>Identifiers as people paste them → the form in which the graph keeps them.</summary>
internal static class PaperIdentifiers
{
    /// <summary>Lower case, without resolver address; null where the text is no DOI.</summary>
    public static string? Doi(string text)
    {
        string bare = WithoutScheme(text);
        foreach (string prefix in (ReadOnlySpan<string>)["doi.org/", "dx.doi.org/", "doi:"])
        {
            bare = bare.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? bare[prefix.Length..].Trim() : bare;
        }

        return bare.StartsWith("10.", StringComparison.Ordinal) && bare.Contains('/', StringComparison.Ordinal) ? bare.ToLowerInvariant() : null;
    }

    /// <summary>Without version; null where the text is no arXiv number.</summary>
    public static string? Arxiv(string text)
    {
        string bare = WithoutScheme(text);
        foreach (string prefix in (ReadOnlySpan<string>)["arxiv.org/abs/", "arxiv.org/pdf/", "arxiv:"])
        {
            bare = bare.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? bare[prefix.Length..].Trim() : bare;
        }

        bare = bare.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? bare[..^4] : bare;
        int version = bare.LastIndexOf('v');
        if (version > 0 && version < bare.Length - 1 && bare.AsSpan(version + 1).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            bare = bare[..version];
        }

        bool isNew = bare.Length is 9 or 10 && bare[4] == '.' && bare.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0 && bare.AsSpan(5).IndexOfAnyExceptInRange('0', '9') < 0;
        int slash = bare.IndexOf('/', StringComparison.Ordinal);
        bool isOld = slash > 0 && bare.Length == slash + 8 && bare.AsSpan(slash + 1).IndexOfAnyExceptInRange('0', '9') < 0 && !bare.AsSpan(0, slash).ContainsAny('/', ' ');
        return isNew || isOld ? bare : null;
    }

    /// <summary>An address without <c>https://</c>, <c>www.</c>, <c>.git</c> and closing slash.</summary>
    public static string WithoutScheme(string text)
    {
        string bare = text.Trim();
        foreach (string prefix in (ReadOnlySpan<string>)["https://", "http://", "www."])
        {
            bare = bare.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? bare[prefix.Length..] : bare;
        }

        bare = bare.TrimEnd('/');
        return bare.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? bare[..^4] : bare;
    }
}
