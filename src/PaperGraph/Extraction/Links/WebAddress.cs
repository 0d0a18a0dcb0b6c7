using PaperGraph.Papers;

namespace PaperGraph.Extraction.Links;

/// <summary>An address in its one canonical form.</summary>
/// <param name="Url"><c>https://</c>, host in lower case without <c>www.</c>; a repository's without folder and <c>.git</c>, others without closing slash and
/// fragment.</param>
/// <param name="Host">Short name: <c>github</c>, <c>github.io</c>, <c>zenodo</c> …; else the domain.</param>
/// <param name="Kind">What the host is there for.</param>
/// <param name="Repository"><c>owner/name</c> as written; null where none is named.</param>
/// <param name="Folder">Inside the repository; else null.</param>
/// <param name="Key">Equal for two spellings of one thing.</param>
internal sealed record WebAddress(string Url, string Host, HostKind Kind, string? Repository, string? Folder, string Key)
{
    public static WebAddress Of(FoundAddress found)
    {
        string host = RepositoryHosts.Canonical(found.Host);
        HostRule rule = HostRules.Of(host);
        ReadOnlySpan<char> path = found.Path;
        int query = path.IndexOfAny('?', '#');
        ReadOnlySpan<char> clean = query >= 0 ? path[..query] : path;
        if (RepositoryAddress.TryCreate(host, clean, out RepositoryAddress? repository))
        {
            return new WebAddress(repository.Url, rule.ShortName, rule.Kind, repository.Repository, repository.Folder, repository.Id.ToString());
        }

        int fragment = path.IndexOf('#');
        bool page = fragment >= 0 && path[fragment..].StartsWith("#/");
        ReadOnlySpan<char> kept = fragment >= 0 && !page ? path[..fragment] : path;
        kept = rule.Kind == HostKind.Code ? clean : kept;
        int port = found.Host.IndexOf(':', StringComparison.Ordinal);
        string name = port >= 0 ? host + found.Host[port..] : host;
        string url = $"https://{name}{WithoutDoubleSlashes(kept.TrimEnd('/'))}";
        return new WebAddress(url, rule.ShortName, rule.Kind, null, null, url["https://".Length..].ToLowerInvariant());
    }

    private static string WithoutDoubleSlashes(ReadOnlySpan<char> path)
    {
        string text = path.ToString();
        return text.Contains("//", StringComparison.Ordinal) && !text.Contains("://", StringComparison.Ordinal)
            ? string.Join('/', text.Split('/', StringSplitOptions.RemoveEmptyEntries).Prepend(""))
            : text;
    }
}
