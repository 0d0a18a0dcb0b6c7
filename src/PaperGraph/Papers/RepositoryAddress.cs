using System.Diagnostics.CodeAnalysis;

namespace PaperGraph.Papers;

/// <summary>An address that names a repository, as it is spelled, with the place inside that it points to.</summary>
public sealed record RepositoryAddress
{
    /// <summary>Longest address that is looked at; no host allows longer names.</summary>
    public const int MaximumLength = 2048;

    private RepositoryAddress(string host, string owner, string name, string? folder) => (Host, Owner, Name, Folder) = (host, owner, name, folder);

    /// <summary>Domain in lower case, without <c>www.</c>.</summary>
    public string Host { get; }

    /// <summary>As written; a group's full path.</summary>
    public string Owner { get; }

    /// <summary>As written, without <c>.git</c>.</summary>
    public string Name { get; }

    /// <summary>Path inside the repository, without branch; null where the address names the repository as a whole.</summary>
    public string? Folder { get; }

    /// <summary><c>owner/name</c> as written.</summary>
    public string Repository => $"{Owner}/{Name}";

    /// <summary>With <c>https://</c>, as written otherwise, without folder.</summary>
    public string Url => $"https://{Host}/{Owner}/{Name}";

    public RepositoryId Id => new(Host, Owner, Name);

    /// <summary>Reads an address that stands alone, with or without a scheme; <c>git@host:owner/name.git</c> too.</summary>
    /// <returns>False where the text names no repository.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out RepositoryAddress? address)
    {
        address = null;
        if (text is null || text.Length > MaximumLength)
        {
            return false;
        }

        ReadOnlySpan<char> rest = text.AsSpan().Trim().TrimEnd(".,;:!?)]}>'\"");
        int scheme = rest.IndexOf("://");
        rest = scheme >= 0 ? rest[(scheme + 3)..] : rest;
        int user = rest.IndexOf('@');
        int slash = rest.IndexOf('/');
        bool secureShell = user >= 0 && (slash < 0 || user < slash);
        rest = secureShell ? rest[(user + 1)..] : rest;
        int border = secureShell ? rest.IndexOfAny('/', ':') : rest.IndexOf('/');
        if (border <= 0)
        {
            return false;
        }

        ReadOnlySpan<char> path = rest[(border + 1)..];
        int query = path.IndexOfAny('?', '#');
        return TryCreate(RepositoryHosts.Canonical(rest[..border]), query >= 0 ? path[..query] : path, out address);
    }

    /// <param name="host">As <see cref="RepositoryHosts.Canonical"/> gives it.</param>
    /// <param name="path">Without query and fragment.</param>
    internal static bool TryCreate(string host, ReadOnlySpan<char> path, [NotNullWhen(true)] out RepositoryAddress? address)
    {
        address = null;
        RepositoryLayout layout = RepositoryHosts.LayoutOf(host);
        if (layout == RepositoryLayout.None || path.Length > MaximumLength)
        {
            return false;
        }

        var segments = new List<string>();
        foreach (Range range in path.Split('/'))
        {
            if (!path[range].IsEmpty)
            {
                segments.Add(path[range].ToString());
            }
        }

        int length = layout switch
        {
            RepositoryLayout.NestedGroups => LengthOfGroupPath(segments),
            RepositoryLayout.ModelHub when segments is ["datasets" or "spaces", ..] => 3,
            RepositoryLayout.Projects when segments is not ["projects" or "p", ..] => int.MaxValue,
            _ => 2,
        };
        if (segments.Count < length || length < 2 || !segments.Take(length).All(IsName))
        {
            return false;
        }

        bool reserved = layout is not RepositoryLayout.Projects && RepositoryHosts.IsReservedOwner(segments[0]);
        bool page = segments.Skip(length).FirstOrDefault(segment => segment != "-") is { } next && RepositoryHosts.IsReservedPage(next);
        string name = WithoutGit(segments[length - 1]);
        if (reserved || page || name.Length == 0)
        {
            return false;
        }

        string owner = layout == RepositoryLayout.Projects ? "projects" : string.Join('/', segments.Take(length - 1));
        address = new RepositoryAddress(host, owner, name, FolderOf(segments, length));
        return true;
    }

    /// <summary>A GitLab project ends before <c>-</c> or, in older addresses, before <c>tree</c> and its like.</summary>
    private static int LengthOfGroupPath(List<string> segments)
    {
        int end = segments.FindIndex(segment => segment is "-" or "tree" or "blob" or "raw" or "src" or "issues" or "merge_requests" or "wikis");
        int git = segments.FindIndex(segment => segment.EndsWith(".git", StringComparison.OrdinalIgnoreCase));
        return git >= 0 && (end < 0 || git < end) ? git + 1 : end < 0 ? segments.Count : end;
    }

    /// <summary>What stands behind <c>tree/BRANCH</c>, <c>blob/BRANCH</c> or, on Bitbucket and Gitea, <c>src/BRANCH</c>; people also write the folder straight
    /// behind the name.</summary>
    private static string? FolderOf(List<string> segments, int length)
    {
        int marker = length < segments.Count && segments[length] == "-" ? length + 1 : length;
        if (marker >= segments.Count)
        {
            return null;
        }

        return segments[marker] is "tree" or "blob" or "src" ? (marker + 2 < segments.Count ? string.Join('/', segments.Skip(marker + 2)) : null)
            : RepositoryHosts.IsPageOfRepository(segments[marker]) ? null
            : string.Join('/', segments.Skip(marker));
    }

    private static string WithoutGit(string name)
    {
        while (name.EndsWith(".git", StringComparison.OrdinalIgnoreCase))
        {
            name = name[..^4];
        }

        return name;
    }

    private static bool IsName(string segment) => segment is not ("." or "..")
        && segment.Length <= 255
        && segment.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~' or '+');
}
