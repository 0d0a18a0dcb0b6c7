using PaperGraph.Extraction;

namespace PaperGraph.Graph.Building;

/// <summary>An address that is no repository, as one paper writes it.</summary>
/// <param name="Key">Without scheme, <c>www.</c> and closing slash; the host in lower case, a DOI wholly.</param>
/// <param name="Kind"><c>doi</c>, <c>model</c>, <c>data</c>, <c>demo</c>, <c>list</c>, <c>project-page</c> or <c>page</c>.</param>
internal sealed record ResourceSpelling(string Key, string Kind, string Url) : IComparable<ResourceSpelling>
{
    public static ResourceSpelling Of(CodeLink link)
    {
        ReadOnlySpan<char> rest = link.Url;
        int scheme = rest.IndexOf("://", StringComparison.Ordinal);
        rest = scheme >= 0 ? rest[(scheme + 3)..] : rest;
        rest = rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? rest[4..] : rest;
        rest = rest.TrimEnd('/');
        int slash = rest.IndexOf('/');
        string host = (slash < 0 ? rest : rest[..slash]).ToString().ToLowerInvariant();
        string path = slash < 0 ? "" : rest[slash..].ToString();
        bool isDoi = host is "doi.org" or "dx.doi.org";
        string key = isDoi ? "doi.org" + path.ToLowerInvariant() : host + path;
        return new ResourceSpelling(key, isDoi ? "doi" : KindOf(link.Role), link.Url);
    }

    public int CompareTo(ResourceSpelling? other) => other is null
        ? -1
        : Kind != other.Kind ? string.CompareOrdinal(Kind, other.Kind) : string.CompareOrdinal(Url, other.Url);

    private static string KindOf(LinkRole role) => role switch
    {
        LinkRole.Data => "data",
        LinkRole.Demo => "demo",
        LinkRole.List => "list",
        LinkRole.Model => "model",
        LinkRole.ProjectPage => "project-page",
        _ => "page",
    };
}
