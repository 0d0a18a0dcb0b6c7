using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PaperGraph.Cypher;
using PaperGraph.Graph;
using PaperGraph.Graph.Image;

namespace PaperGraph.Loading;

/// <summary>What really stands in the database under the project's labels, types and property names, read page by page.</summary>
internal sealed class ActualGraph(ICypherExecutor neo4j)
{
    private const int NodesAtOnce = 2_000;
    private const int SourcesAtOnce = 500;

    private static readonly ImmutableDictionary<string, PropertyKey> KeysByName =
        GraphSchema.Properties.ToImmutableDictionary(GraphSchema.NameOf, key => key, StringComparer.Ordinal);

    /// <summary>Nodes of a label that have an id, by it.</summary>
    public async IAsyncEnumerable<(string Id, PropertySet Properties)> ReadNodesAsync(LoadKind kind, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string text = $"MATCH (node:{GraphSchema.NameOf(kind.Source)}) WHERE node.id > $after WITH node ORDER BY node.id LIMIT $limit RETURN node.id AS id, properties(node) AS properties ORDER BY id";
        string after = "";
        while (true)
        {
            CypherResult page = await neo4j.ReadAsync(new CypherStatement(text, ("after", after), ("limit", NodesAtOnce)), cancellation);
            foreach (object?[] row in page.Rows)
            {
                after = (string)row[0]!;
                yield return (after, OwnProperties(kind, row[1]));
            }

            if (page.Rows.Count < NodesAtOnce)
            {
                yield break;
            }
        }
    }

    /// <summary>Edges of a kind between nodes that have ids, by the source's.</summary>
    public async IAsyncEnumerable<(string SourceId, string TargetId, PropertySet Properties)> ReadEdgesAsync(LoadKind kind, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string text = $"""
            MATCH (source:{GraphSchema.NameOf(kind.Source)}) WHERE source.id > $after
            WITH source ORDER BY source.id LIMIT $limit
            OPTIONAL MATCH (source)-[edge:{GraphSchema.NameOf(kind.Type!.Value)}]->(target:{GraphSchema.NameOf(kind.Target)})
            RETURN source.id AS source, target.id AS target, properties(edge) AS properties
            ORDER BY source
            """;
        string after = "";
        while (true)
        {
            CypherResult page = await neo4j.ReadAsync(new CypherStatement(text, ("after", after), ("limit", SourcesAtOnce)), cancellation);
            int sources = 0;
            foreach (object?[] row in page.Rows)
            {
                var source = (string)row[0]!;
                sources += source == after ? 0 : 1;
                after = source;
                if (row[1] is string target)
                {
                    yield return (source, target, OwnProperties(kind, row[2]));
                }
            }

            if (sources < SourcesAtOnce)
            {
                yield break;
            }
        }
    }

    public async Task<Dictionary<string, ulong>> ReadNodeDigestsAsync(LoadKind kind, CancellationToken cancellation)
    {
        var digests = new Dictionary<string, ulong>(StringComparer.Ordinal);
        var buffer = new ByteBuffer();
        await foreach ((string id, PropertySet properties) in ReadNodesAsync(kind, cancellation))
        {
            digests[id] = GraphDigest.Of(properties, buffer);
        }

        return digests;
    }

    /// <remarks>Of a doubled edge nothing is right: it gets a digest that no edge has, so that it is written anew.</remarks>
    public async Task<Dictionary<EdgeKey, ulong>> ReadEdgeDigestsAsync(LoadKind kind, CancellationToken cancellation)
    {
        var digests = new Dictionary<EdgeKey, ulong>();
        var buffer = new ByteBuffer();
        await foreach ((string source, string target, PropertySet properties) in ReadEdgesAsync(kind, cancellation))
        {
            var key = new EdgeKey(GraphDigest.OfKey(kind.Source, source), GraphDigest.OfKey(kind.Target, target));
            digests[key] = digests.ContainsKey(key) ? 0 : GraphDigest.Of(properties, buffer);
        }

        return digests;
    }

    /// <summary>The properties that loads set; users' own are passed over.</summary>
    private static PropertySet OwnProperties(LoadKind kind, object? map) => PropertySet.Of(((IReadOnlyDictionary<string, object?>)map!)
        .Where(property => KeysByName.TryGetValue(property.Key, out PropertyKey key) && kind.Properties.BinarySearch(key) >= 0)
        .Select(property => KeyValuePair.Create(KeysByName[property.Key], ValueOf(KeysByName[property.Key], property.Value))));

    /// <summary>What no load writes, such as a list of numbers, is shown as a text that no load writes either.</summary>
    private static PropertyValue ValueOf(PropertyKey key, object? value) => value switch
    {
        string text => text,
        long integer => integer,
        double number when double.IsFinite(number) => number,
        bool truth => truth,
        object?[] { Length: 0 } when GraphSchema.TypeOf(key) == PropertyType.IntegerList => PropertyValue.FromIntegerList([]),
        object?[] list when list.All(item => item is string) => PropertyValue.FromTextList([.. list.Cast<string>()]),
        object?[] list when list.All(item => item is long integer && integer == (int)integer) => PropertyValue.FromIntegerList([.. list.Select(item => (int)(long)item!)]),
        object?[] list => $"[{string.Join(", ", list)}] (not written by a load)",
        _ => $"{value} (not written by a load)",
    };
}
