namespace PaperGraph.Extraction.Links;

/// <summary>Whether a paper has code, as its own text says. The order is that of strength.</summary>
public enum CodeStatus
{
    /// <summary>Nothing is said.</summary>
    None,

    /// <summary>Said to be released, without an address.</summary>
    Claimed,

    /// <summary>Said to come, with or without an address.</summary>
    Promised,

    /// <summary>There, with an address.</summary>
    Released,
}

/// <summary>The paper's verdict from its links and claims.</summary>
public static class CodeStatusRule
{
    /// <summary>An official link that is released decides, then an official one that is promised, then a claim of code (claimed), then a promise of code
    /// without an address (promised); links and claims of data, models and demos never do.</summary>
    public static CodeStatus Of(IReadOnlyCollection<CodeLink> links, IReadOnlyCollection<ReleaseClaim> claims)
    {
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(claims);
        if (links.Any(link => link is { Role: LinkRole.Official, Status: ReleaseStatus.Released }))
        {
            return CodeStatus.Released;
        }

        if (links.Any(link => link.Role == LinkRole.Official))
        {
            return CodeStatus.Promised;
        }

        if (claims.Any(claim => claim is { What: ReleasedThing.Code, Status: ReleaseStatus.Released }))
        {
            return CodeStatus.Claimed;
        }

        return claims.Any(claim => claim.What == ReleasedThing.Code) ? CodeStatus.Promised : CodeStatus.None;
    }

    public static CodeStatus Of(PaperExtraction extraction)
    {
        ArgumentNullException.ThrowIfNull(extraction);
        return Of(extraction.Links, extraction.Claims);
    }
}
