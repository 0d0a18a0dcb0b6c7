namespace PaperGraph.Papers;

/// <summary>How a host lays out the addresses of its repositories.</summary>
public enum RepositoryLayout
{
    /// <summary>The host keeps no repositories.</summary>
    None,

    /// <summary><c>host/owner/name</c>, as on GitHub.</summary>
    OwnerAndName,

    /// <summary><c>host/group/…/name</c>, as on GitLab: everything before a <c>-</c> segment, two segments at least.</summary>
    NestedGroups,

    /// <summary><c>huggingface.co/owner/name</c>, also below <c>datasets/</c> and <c>spaces/</c>.</summary>
    ModelHub,

    /// <summary><c>sourceforge.net/projects/name</c> and <c>/p/name</c>.</summary>
    Projects,
}

/// <summary>The hosts of repositories, and the segments of their addresses that are no repository.</summary>
public static class RepositoryHosts
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["hf.co"] = "huggingface.co",
        ["huggingface.com"] = "huggingface.co",
        ["github.org"] = "github.com",
        ["gitlab.org"] = "gitlab.com",
        ["bitbucket.com"] = "bitbucket.org",
        ["sf.net"] = "sourceforge.net",
    };

    private static readonly Dictionary<string, RepositoryLayout> Layouts = new(StringComparer.Ordinal)
    {
        ["github.com"] = RepositoryLayout.OwnerAndName,
        ["gitee.com"] = RepositoryLayout.OwnerAndName,
        ["bitbucket.org"] = RepositoryLayout.OwnerAndName,
        ["codeberg.org"] = RepositoryLayout.OwnerAndName,
        ["git.sr.ht"] = RepositoryLayout.OwnerAndName,
        ["dagshub.com"] = RepositoryLayout.OwnerAndName,
        ["gitcode.com"] = RepositoryLayout.OwnerAndName,
        ["huggingface.co"] = RepositoryLayout.ModelHub,
        ["sourceforge.net"] = RepositoryLayout.Projects,
        ["framagit.org"] = RepositoryLayout.NestedGroups,
        ["salsa.debian.org"] = RepositoryLayout.NestedGroups,
        ["invent.kde.org"] = RepositoryLayout.NestedGroups,
    };

    /// <summary>First segments under which these hosts keep pages of their own.</summary>
    private static readonly HashSet<string> ReservedOwners = new(StringComparer.OrdinalIgnoreCase)
    {
        "about", "apps", "blog", "blogs", "collections", "contact", "customer-stories", "dashboard", "docs", "enterprise", "events", "explore",
        "features", "groups", "help", "issues", "join", "login", "marketplace", "new", "notifications", "orgs", "papers", "pricing", "pulls",
        "search", "security", "settings", "site", "sponsors", "stars", "tasks", "topics", "trending", "users",
    };

    /// <summary>Third segments that lead away from the files of a repository.</summary>
    private static readonly HashSet<string> ReservedPages = new(StringComparer.OrdinalIgnoreCase)
    {
        "actions", "discussions", "issues", "merge_requests", "projects", "pull", "pull-requests", "pulls", "raw", "raws",
    };

    /// <summary>Third segments of the repository's own pages, which are no folders.</summary>
    private static readonly HashSet<string> PagesOfRepository = new(StringComparer.OrdinalIgnoreCase)
    {
        "archive", "branches", "commit", "commits", "downloads", "files", "graphs", "network", "packages", "releases", "resolve", "stargazers", "tags",
        "wiki", "wikis", "code",
    };

    /// <summary>The one name of a host: lower case, without <c>www.</c> and port, aliases resolved (<c>hf.co</c>).</summary>
    public static string Canonical(ReadOnlySpan<char> host)
    {
        int port = host.IndexOf(':');
        string name = (port >= 0 ? host[..port] : host).ToString().ToLowerInvariant().Trim('.');
        name = name.StartsWith("www.", StringComparison.Ordinal) ? name[4..] : name;
        return Aliases.GetValueOrDefault(name, name);
    }

    /// <param name="host">As <see cref="Canonical"/> gives it.</param>
    public static RepositoryLayout LayoutOf(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return Layouts.TryGetValue(host, out RepositoryLayout layout) ? layout
            : IsOwnGitServer(host) ? RepositoryLayout.NestedGroups
            : RepositoryLayout.None;
    }

    internal static bool IsReservedOwner(ReadOnlySpan<char> segment) => ReservedOwners.GetAlternateLookup<ReadOnlySpan<char>>().Contains(segment);

    internal static bool IsReservedPage(ReadOnlySpan<char> segment) => ReservedPages.GetAlternateLookup<ReadOnlySpan<char>>().Contains(segment);

    internal static bool IsPageOfRepository(ReadOnlySpan<char> segment) => PagesOfRepository.GetAlternateLookup<ReadOnlySpan<char>>().Contains(segment);

    /// <summary>A GitLab or Gitea of an institution: <c>gitlab.example.edu</c>, <c>zivgitlab.example.edu</c>, <c>git.example.edu</c>.</summary>
    private static bool IsOwnGitServer(string host)
    {
        int dot = host.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || dot == host.Length - 1)
        {
            return false;
        }

        string first = host[..dot];
        bool pages = first.Contains("pages", StringComparison.Ordinal) || host.EndsWith(".gitlab.io", StringComparison.Ordinal);
        return !pages
            && (first.Contains("gitlab", StringComparison.Ordinal)
                || (first is "git" or "gitea" or "forgejo" && host.IndexOf('.', dot + 1) > 0));
    }
}
