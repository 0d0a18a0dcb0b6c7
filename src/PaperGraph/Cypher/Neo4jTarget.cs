namespace PaperGraph.Cypher;

/// <summary>A database of a Neo4j server, and who asks.</summary>
public sealed record Neo4jTarget
{
    /// <summary>The password of docker-compose.yml: tried where none is given and the server is this machine's own.</summary>
    public const string LocalPassword = "papergraph-local";

    public const string DefaultUserName = "neo4j";

    /// <summary>The one database of users that every fresh server has.</summary>
    public const string DefaultDatabase = "neo4j";

    /// <summary>Neo4j's usual port for HTTP and Browser.</summary>
    public const int HttpPort = 7474;

    /// <summary>Neo4j's usual port for Bolt.</summary>
    public const int BoltPort = 7687;

    /// <summary>With a port; its scheme chooses the transport.</summary>
    public Uri Address { get; }

    public string UserName { get; }

    public string Database { get; }

    /// <summary>Whether the password was given; else it is <see cref="LocalPassword"/> for this machine's own server, and empty for others.</summary>
    public bool IsPasswordGiven { get; }

    /// <summary>Whether the address is this machine's own: no proxy stands in between, and nothing is worth compressing.</summary>
    public bool IsLoopback => Address.IsLoopback;

    internal string Password { get; }

    /// <param name="address">Such as <c>http://localhost:7474</c> or <c>neo4j+s://1234abcd.databases.neo4j.io</c>. A user name and a password in it are refused.</param>
    /// <exception cref="ArgumentException">The address is none, or holds a user name.</exception>
    public Neo4jTarget(string address, string? userName = null, string? password = null, string? database = null)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? parsed) || parsed.Host.Length == 0)
        {
            throw new ArgumentException($"'{address}' is no address of a Neo4j server; one is http://localhost:7474.", nameof(address));
        }

        if (parsed.UserInfo.Length > 0)
        {
            throw new ArgumentException("An address is no place for a password: set NEO4J_USERNAME and NEO4J_PASSWORD instead.", nameof(address));
        }

        Address = WithPort(parsed);
        UserName = NullIfEmpty(userName) ?? DefaultUserName;
        Database = NullIfEmpty(database) ?? DefaultDatabase;
        IsPasswordGiven = NullIfEmpty(password) is not null;
        Password = NullIfEmpty(password) ?? (Address.IsLoopback ? LocalPassword : "");
    }

    /// <summary>The same database and user at another address, such as the HTTP one of the same server.</summary>
    public Neo4jTarget At(string address) => new(address, UserName, IsPasswordGiven ? Password : null, Database);

    /// <summary>Address, user and database; never the password.</summary>
    public override string ToString() => $"{Address.GetLeftPart(UriPartial.Authority)}, database '{Database}', user '{UserName}'";

    /// <summary>Plain HTTP without a port means Neo4j's own, 7474, since nobody runs it at 80; HTTPS means 443, where Aura listens; Bolt means 7687.</summary>
    private static Uri WithPort(Uri address)
    {
        var builder = new UriBuilder(address);
        if (address.Scheme == Uri.UriSchemeHttp && address.IsDefaultPort && !address.OriginalString.Contains(":80", StringComparison.Ordinal))
        {
            builder.Port = HttpPort;
        }
        else if (address.Port < 0)
        {
            builder.Port = BoltPort;
        }

        return builder.Uri;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
