namespace PaperGraph.Cypher;

/// <summary>The one place where the server's status codes become exceptions, whatever the transport.</summary>
internal static class Neo4jFailure
{
    /// <param name="code">Such as <c>Neo.ClientError.Security.Unauthorized</c>.</param>
    public static Neo4jException Of(Neo4jTarget target, string code, string message, Exception? inner = null) => code switch
    {
        "Neo.ClientError.Security.Unauthorized" or
        "Neo.ClientError.Security.CredentialsExpired" or
        "Neo.ClientError.Security.AuthenticationRateLimit" or
        "Neo.ClientError.Security.TokenExpired" => new Neo4jAuthenticationException(target, message, inner),

        "Neo.ClientError.Database.DatabaseNotFound" => new DatabaseNotFoundException(target, inner),

        "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" or
        "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase" or
        "Neo.ClientError.Security.Forbidden" => new DatabaseReadOnlyException(target, message, inner),

        _ => new CypherException(code, message, inner),
    };
}
