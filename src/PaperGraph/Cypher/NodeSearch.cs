using System.Collections.Immutable;

namespace PaperGraph.Cypher;

/// <summary>Finds the node that people mean by a text: its id, else one of its names.</summary>
public static class NodeSearch
{
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> StatementsByLabel = new Dictionary<string, ImmutableArray<string>>
    {
        ["Concept"] =
        [
            "MATCH (node:Concept {id: $key}) RETURN node.id AS id, node.name AS name",
            "MATCH (node:Concept {name: $text}) RETURN node.id AS id, node.name AS name ORDER BY id LIMIT 6",
            "CALL db.index.fulltext.queryNodes('concept_names', $phrase) YIELD node WHERE toLower(node.name) = toLower($text) OR any(alias IN node.aliases WHERE toLower(alias) = toLower($text)) RETURN node.id AS id, node.name AS name ORDER BY node.paperCount DESC, id LIMIT 6",
        ],
        ["Paper"] =
        [
            "MATCH (node:Paper {title: $text}) RETURN node.id AS id, node.title AS name ORDER BY id LIMIT 6",
            "MATCH (node:Paper {doi: toLower($text)}) RETURN node.id AS id, node.title AS name ORDER BY id LIMIT 6",
            "MATCH (node:Paper {arxiv: $text}) RETURN node.id AS id, node.title AS name ORDER BY id LIMIT 6",
            "MATCH (node:Paper {name: $text}) RETURN node.id AS id, node.title AS name ORDER BY id LIMIT 6",
            "CALL db.index.fulltext.queryNodes('paper_text', $phrase) YIELD node WHERE toLower(node.name) = toLower($text) OR toLower(node.title) CONTAINS toLower($text) RETURN node.id AS id, node.title AS name ORDER BY id LIMIT 6",
        ],
        ["Repository"] =
        [
            "MATCH (node:Repository {id: toLower($text)}) RETURN node.id AS id, node.url AS name",
            "MATCH (node:Repository {id: 'github.com/' + toLower($text)}) RETURN node.id AS id, node.url AS name",
            "MATCH (node:Repository) WHERE node.url = $text OR toLower(node.name) = toLower($text) RETURN node.id AS id, node.url AS name ORDER BY id LIMIT 6",
        ],
        ["Source"] =
        [
            "MATCH (node:Source) WHERE node.id ENDS WITH $text RETURN node.id AS id, node.id AS name ORDER BY id LIMIT 6",
        ],
    }.ToImmutableDictionary();

    /// <summary>The nodes that match best: one, where the text says clearly which; none, where nothing does.</summary>
    /// <param name="label"><c>Concept</c>, <c>Paper</c>, <c>Repository</c> or <c>Source</c>.</param>
    /// <param name="key">The text in its canonical form, where the label has one; else the text.</param>
    public static async Task<IReadOnlyList<(string Id, string Name)>> FindAsync(ICypherExecutor neo4j, string label, string text, string key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(neo4j);
        ArgumentNullException.ThrowIfNull(text);
        string phrase = "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
        foreach (string statement in StatementsByLabel[label].Prepend($"MATCH (node:{label} {{id: $text}}) RETURN node.id AS id, coalesce(node.title, node.name, node.id) AS name"))
        {
            CypherResult result = await neo4j.ReadAsync(new CypherStatement(statement, ("text", text), ("key", key), ("phrase", phrase)), cancellation);
            if (result.Rows.Count > 0)
            {
                return [.. result.Rows.Select(row => ((string)row[0]!, row[1] as string ?? ""))];
            }
        }

        return [];
    }
}
