using System.Diagnostics.CodeAnalysis;

namespace PaperGraph.Papers;

/// <summary>A repository's identity: one, however its address is written.</summary>
/// <remarks>Text form and key: <c>github.com/owner/name</c> in lower case; a GitLab group's full path, or <c>datasets/owner</c> on Hugging Face, is the
/// owner. Any host; case, <c>www.</c>, <c>.git</c>, scheme, folder, query and fragment make no difference. The default value is no repository's: its parts
/// are empty.</remarks>
public readonly record struct RepositoryId : IComparable<RepositoryId>
{
    private readonly string? _host;
    private readonly string? _owner;
    private readonly string? _name;

    internal RepositoryId(string host, string owner, string name) =>
        (_host, _owner, _name) = (host.ToLowerInvariant(), owner.ToLowerInvariant(), name.ToLowerInvariant());

    /// <summary>Domain, without <c>www.</c>: <c>github.com</c>.</summary>
    public string Host => _host ?? "";

    /// <summary>One segment or, with groups, several joined by slashes.</summary>
    public string Owner => _owner ?? "";

    /// <summary>Last segment, without <c>.git</c>.</summary>
    public string Name => _name ?? "";

    /// <summary>The key with <c>https://</c> before it.</summary>
    public string Url => _host is null ? "" : "https://" + ToString();

    /// <summary>Reads an address with or without a scheme, or a key.</summary>
    /// <returns>False where the text names no repository, such as a user's page, an issue or a gist.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out RepositoryId id)
    {
        bool parsed = RepositoryAddress.TryParse(text, out RepositoryAddress? address);
        id = parsed ? address!.Id : default;
        return parsed;
    }

    /// <exception cref="FormatException">The text names no repository.</exception>
    public static RepositoryId Parse(string text) =>
        TryParse(text, out RepositoryId id) ? id : throw new FormatException($"\"{text}\" is no repository's address: host/owner/name expected.");

    /// <summary>The key; empty for the default value.</summary>
    public override string ToString() => _host is null ? "" : $"{_host}/{_owner}/{_name}";

    public int CompareTo(RepositoryId other) => string.CompareOrdinal(ToString(), other.ToString());

    public static bool operator <(RepositoryId left, RepositoryId right) => left.CompareTo(right) < 0;

    public static bool operator >(RepositoryId left, RepositoryId right) => left.CompareTo(right) > 0;

    public static bool operator <=(RepositoryId left, RepositoryId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RepositoryId left, RepositoryId right) => left.CompareTo(right) >= 0;
}
