namespace PaperGraph.Cypher;

/// <summary>Neo4j failed us. The message is one line: what was wrong, with the value, and what to do next; it never holds the password.</summary>
public abstract class Neo4jException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether the same call, made again a little later, may well succeed.</summary>
    public virtual bool IsTransient => false;
}

/// <summary>Neo4j refused a statement. No answer at all is a <see cref="Neo4jUnreachableException"/> instead.</summary>
public sealed class CypherException(string code, string message, Exception? inner = null) : Neo4jException($"{OneLine(message)} [{code}]", inner)
{
    /// <summary>The server's status code, such as <c>Neo.ClientError.Statement.SyntaxError</c>.</summary>
    public string Code { get; } = code;

    /// <remarks>A transaction that was ended on purpose stays ended; a member of a cluster that lost its leadership in between will be found anew.</remarks>
    public override bool IsTransient => Code switch
    {
        "Neo.TransientError.Transaction.Terminated" or "Neo.TransientError.Transaction.LockClientStopped" => false,
        "Neo.ClientError.Cluster.NotALeader" => true,
        _ => Code.StartsWith("Neo.TransientError.", StringComparison.Ordinal),
    };

    /// <summary>The server draws a caret under a syntax error, on lines of its own.</summary>
    private static string OneLine(string message)
    {
        int end = message.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? message : message[..end].TrimEnd();
    }
}

/// <summary>No answer: nobody listens there, the connection was cut, or the time ran out.</summary>
public sealed class Neo4jUnreachableException(Uri address, string reason, Exception? inner = null)
    : Neo4jException($"Neo4j does not answer at {address.GetLeftPart(UriPartial.Authority)}: {reason} Start it ('docker compose up -d --wait'), or name another with --to or NEO4J_URI.", inner)
{
    public Uri Address { get; } = address;

    public override bool IsTransient => true;
}

/// <summary>Something answers at the address, but not as Neo4j does.</summary>
public sealed class NotNeo4jException(Uri address, string reason, Exception? inner = null)
    : Neo4jException($"What answers at {address.GetLeftPart(UriPartial.Authority)} is not what was asked for: {reason}", inner);

/// <summary>The server's certificate is none that this machine trusts, such as one that it signed itself.</summary>
public sealed class Neo4jCertificateException(Uri address, Exception? inner = null)
    : Neo4jException($"Neo4j at {address.GetLeftPart(UriPartial.Authority)} shows a certificate that this machine does not trust. Have it trusted (on Linux SSL_CERT_FILE can name it), or use bolt+ssc:// or neo4j+ssc://, which trust any, where you know the network.", inner);

/// <summary>TLS was asked of a port that does not speak it, or the other way round.</summary>
public sealed class Neo4jTlsException : Neo4jException
{
    private Neo4jTlsException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <summary>Of an address with TLS.</summary>
    public static Neo4jTlsException NotSpoken(Uri address, Exception? inner = null) => new(
        $"What answers at {address.GetLeftPart(UriPartial.Authority)} does not speak TLS. Without it the address is {Authority(PlainScheme(address.Scheme), address)}; with it, is this the right port?", inner);

    /// <summary>Of an address without TLS.</summary>
    public static Neo4jTlsException Required(Uri address, Exception? inner = null) => new(
        $"What answers at {address.GetLeftPart(UriPartial.Authority)} speaks TLS. The address is {Authority(address.Scheme == "http" ? "https" : address.Scheme + "+s", address)}{(address.Scheme == "http" ? "" : $", or {address.Scheme}+ssc:// where it signed its certificate itself")}.", inner);

    private static string PlainScheme(string scheme) => scheme == "https" ? "http" : scheme.Split('+')[0];

    private static string Authority(string scheme, Uri address) => $"{scheme}://{address.Authority}";
}

/// <summary>The user name or the password is wrong, or the password has to be changed first.</summary>
public sealed class Neo4jAuthenticationException(Neo4jTarget target, string reason, Exception? inner = null)
    : Neo4jException($"Neo4j at {target.Address.GetLeftPart(UriPartial.Authority)} does not let user '{target.UserName}' in: {reason.TrimEnd('.')}. {Advice(target)}", inner)
{
    private static string Advice(Neo4jTarget target) => target.IsPasswordGiven
        ? "Check NEO4J_USERNAME and NEO4J_PASSWORD."
        : $"Set NEO4J_PASSWORD; without it the password of docker-compose.yml, '{Neo4jTarget.LocalPassword}', was tried on this machine's own server, and none elsewhere.";
}

/// <summary>The server has no such database.</summary>
public sealed class DatabaseNotFoundException(Neo4jTarget target, Exception? inner = null)
    : Neo4jException($"Neo4j at {target.Address.GetLeftPart(UriPartial.Authority)} has no database '{target.Database}'. Name another with NEO4J_DATABASE ('SHOW DATABASES' lists them), or leave that unset for '{Neo4jTarget.DefaultDatabase}'.", inner);

/// <summary>The database is there, but nobody may write to it, or this user may not.</summary>
public sealed class DatabaseReadOnlyException(Neo4jTarget target, string reason, Exception? inner = null)
    : Neo4jException($"The database '{target.Database}' at {target.Address.GetLeftPart(UriPartial.Authority)} cannot be written: {reason.TrimEnd('.')}. Take it off server.databases.read_only, give user '{target.UserName}' the right to write, or name another with NEO4J_DATABASE.", inner);
