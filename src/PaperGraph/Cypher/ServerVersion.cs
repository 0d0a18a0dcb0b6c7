using System.Globalization;

namespace PaperGraph.Cypher;

/// <summary>Which Neo4j answers.</summary>
/// <param name="Version">Such as <c>5.26.3</c> or <c>2025.10.1</c>; empty where it does not say.</param>
/// <param name="Edition"><c>community</c> or <c>enterprise</c>.</param>
public sealed record ServerVersion(string Version, string Edition)
{
    /// <summary>Whether it is 5.26 or later.</summary>
    public bool IsSupported
    {
        get
        {
            string[] parts = Version.Split('.', '-', '+');
            return parts.Length >= 2
                && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major)
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int minor)
                && (major > 5 || (major == 5 && minor >= 26));
        }
    }

    public static async Task<ServerVersion> ReadAsync(ICypherExecutor neo4j, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(neo4j);
        CypherResult result = await neo4j.ReadAsync(
            new CypherStatement("CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version, edition"), cancellation);
        return result.Rows.Count == 0 ? new ServerVersion("", "unknown") : new ServerVersion(result.Rows[0][0] as string ?? "", result.Rows[0][1] as string ?? "unknown");
    }
}
