using System.Collections.Immutable;
using System.Globalization;
using PaperGraph.Cypher;

namespace PaperGraph.Loading;

/// <summary>The store whose graph a database holds, as far as the database can tell.</summary>
/// <param name="Id">Of the store; empty where the record does not say.</param>
/// <param name="Papers">In the database.</param>
/// <param name="Sources">Names of the pages and files that they were read from, the first few by key.</param>
/// <param name="SourceCount">Of all of them.</param>
public sealed record LoadedStore(string Id, long Papers, ImmutableArray<string> Sources, long SourceCount)
{
    private const int SourcesShown = 3;
    private const int DigitsShown = 8;

    /// <summary>Such as <c>another store (3f2a91bc…: 1,204 papers from page.html, more.txt)</c>.</summary>
    public override string ToString()
    {
        string more = SourceCount > Sources.Length ? string.Create(CultureInfo.InvariantCulture, $" and {SourceCount - Sources.Length:#,0} more") : "";
        string from = Sources.IsEmpty ? "" : $" from {string.Join(", ", Sources)}{more}";
        return string.Create(CultureInfo.InvariantCulture, $"another store ({Id[..Math.Min(Id.Length, DigitsShown)]}…: {Papers:#,0} {(Papers == 1 ? "paper" : "papers")}{from})");
    }

    internal static async Task<LoadedStore> ReadAsync(ICypherExecutor neo4j, string id, CancellationToken cancellation)
    {
        CypherResult result = await neo4j.ReadAsync(
            new CypherStatement(
                """
                CALL () { MATCH (paper:Paper) RETURN count(paper) AS papers }
                CALL () { MATCH (source:Source) RETURN count(source) AS sources }
                RETURN papers, sources, COLLECT { MATCH (source:Source) RETURN coalesce(source.name, source.id) ORDER BY source.id LIMIT $limit } AS names
                """,
                ("limit", SourcesShown)),
            cancellation);
        return new LoadedStore(id, (long)result.Value(0, "papers")!, [.. ((object?[])result.Value(0, "names")!).OfType<string>()], (long)result.Value(0, "sources")!);
    }
}
