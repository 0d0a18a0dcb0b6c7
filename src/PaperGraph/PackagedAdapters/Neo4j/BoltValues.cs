using System.Collections;
using System.Globalization;
using Neo4j.Driver;
using PaperGraph.Cypher;

namespace PaperGraph.PackagedAdapters.Neo4j;

/// <summary>Values between the driver's types and the project's.</summary>
internal static class BoltValues
{
    public static Dictionary<string, object?> ToDriver(IReadOnlyDictionary<string, object?> parameters) =>
        parameters as Dictionary<string, object?> ?? new Dictionary<string, object?>(parameters, StringComparer.Ordinal);

    public static object?[] Row(IRecord record) => [.. record.Keys.Select(key => FromDriver(record[key]))];

    public static WriteCounters Counters(ICounters counters) => new(
        counters.NodesCreated,
        counters.NodesDeleted,
        counters.RelationshipsCreated,
        counters.RelationshipsDeleted,
        counters.PropertiesSet,
        counters.LabelsAdded,
        counters.LabelsRemoved,
        counters.IndexesAdded,
        counters.ConstraintsAdded);

    private static object? FromDriver(object? value) => value switch
    {
        null or string or bool or long or double => value,
        INode node => Node(node),
        IRelationship relationship => Relationship(relationship),
        IPath path => new CypherPath([.. path.Nodes.Select(Node)], [.. path.Relationships.Select(Relationship)]),
        byte[] bytes => Convert.ToBase64String(bytes),
        IDictionary<string, object> map => Map(map),
        IReadOnlyDictionary<string, object> map => Map(map),
        IEnumerable list => list.Cast<object?>().Select(FromDriver).ToArray(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static CypherNode Node(INode node) => new(node.ElementId, [.. node.Labels], Map(node.Properties));

    private static CypherRelationship Relationship(IRelationship relationship) => new(
        relationship.ElementId, relationship.Type, relationship.StartNodeElementId, relationship.EndNodeElementId, Map(relationship.Properties));

    private static Dictionary<string, object?> Map(IEnumerable<KeyValuePair<string, object>> map) =>
        map.ToDictionary(entry => entry.Key, entry => FromDriver(entry.Value), StringComparer.Ordinal);
}
