using System.Collections;
using PaperGraph.Graph;

namespace PaperGraph.Loading;

/// <summary>What a comparison of store and database, edge by edge and property by property, came to.</summary>
/// <param name="Nodes">Compared nodes of the store.</param>
/// <param name="Edges">Compared edges of the store.</param>
/// <param name="Differences">Differences found; each was handed out as it was.</param>
/// <param name="Foreign">Nodes and edges under the project's labels and types that no load wrote: users' own, and no difference.</param>
public sealed record GraphComparison(long Nodes, long Edges, long Differences, long Foreign);

/// <summary>How the two sides differ in a node or an edge.</summary>
public enum DifferenceKind
{
    /// <summary>The store holds it, the database does not.</summary>
    Missing,

    /// <summary>A load wrote it, and the store holds it no longer.</summary>
    Extra,

    /// <summary>A property's values differ.</summary>
    Changed,

    /// <summary>The database holds the edge more than once.</summary>
    Doubled,
}

/// <param name="Subject">The node or edge, as a Cypher pattern.</param>
/// <param name="Property">Of a <see cref="DifferenceKind.Changed"/> one.</param>
/// <param name="Store">The property's value there; null where it is absent.</param>
/// <param name="Database">The property's value there; null where it is absent.</param>
public sealed record GraphDifference(DifferenceKind Kind, string Subject, string? Property = null, string? Store = null, string? Database = null)
{
    public override string ToString() => Kind switch
    {
        DifferenceKind.Missing => $"missing  {Subject}",
        DifferenceKind.Extra => $"extra    {Subject}",
        DifferenceKind.Doubled => $"doubled  {Subject}",
        _ => $"changed  {Subject}.{Property}: store {Show(Store)}, Neo4j {Show(Database)}",
    };

    private static string Show(string? value)
    {
        const int Longest = 60;
        return value is null ? "(absent)" : $"'{(value.Length <= Longest ? value : value[..Longest] + "…").ReplaceLineEndings(" ")}'";
    }
}

/// <summary>Compares a graph with what really stands in the database.</summary>
internal sealed class GraphComparer(KnowledgeGraph graph, ActualGraph actual, LoadLog log, Action<GraphDifference> report)
{
    private const int RowsBetweenReleases = 20_000;

    private long _differences;
    private long _foreign;

    public async Task<GraphComparison> CompareAsync(IProgress<LoadProgress>? progress, CancellationToken cancellation)
    {
        long done = 0;
        long total = graph.NodeCount + graph.EdgeCount;
        var seenNodes = new BitArray(graph.NodeCount);
        var seenEdges = new BitArray(graph.EdgeCount);
        foreach (LoadKind kind in LoadKind.All)
        {
            graph.ReleasePages();
            if (kind.IsNode)
            {
                await CompareNodesAsync(kind, seenNodes, Step, cancellation);
            }
            else
            {
                await CompareEdgesAsync(kind, seenEdges, Step, cancellation);
            }

            void Step()
            {
                if (++done % 1_000 == 0)
                {
                    progress?.Report(new LoadProgress(kind.Name, done, total));
                }

                if (done % RowsBetweenReleases == 0)
                {
                    graph.ReleasePages();
                }
            }
        }

        ReportMissing(seenNodes, seenEdges);
        return new GraphComparison(graph.NodeCount, graph.EdgeCount, _differences, _foreign);
    }

    private async Task CompareNodesAsync(LoadKind kind, BitArray seen, Action step, CancellationToken cancellation)
    {
        Dictionary<string, ulong>? logged = null;   // Read where something turns up that the store does not hold.
        await foreach ((string id, PropertySet properties) in actual.ReadNodesAsync(kind, cancellation))
        {
            step();
            if (graph.TryFind(kind.Source, id, out NodeId node))
            {
                seen[node.Index] = true;
                CompareProperties(() => Pattern(kind.Source, id), graph.PropertiesOf(node), properties);
            }
            else if ((logged ??= await log.ReadNodesAsync(kind, cancellation)).ContainsKey(id))
            {
                Report(new GraphDifference(DifferenceKind.Extra, Pattern(kind.Source, id)));
            }
            else
            {
                _foreign++;
            }
        }
    }

    private async Task CompareEdgesAsync(LoadKind kind, BitArray seen, Action step, CancellationToken cancellation)
    {
        Dictionary<EdgeKey, ulong>? logged = null;
        await foreach ((string source, string target, PropertySet properties) in actual.ReadEdgesAsync(kind, cancellation))
        {
            step();
            if (graph.TryFind(kind.Source, source, out NodeId from) && graph.TryFind(kind.Target, target, out NodeId to) && graph.TryFindEdge(from, kind.Type!.Value, to, out Edge edge))
            {
                if (seen[edge.Index])
                {
                    Report(new GraphDifference(DifferenceKind.Doubled, Pattern(kind, source, target)));
                    continue;
                }

                seen[edge.Index] = true;
                CompareProperties(() => Pattern(kind, source, target), graph.PropertiesOf(edge), properties);
            }
            else if ((logged ??= await log.ReadEdgesAsync(kind, cancellation)).ContainsKey(new EdgeKey(GraphDigest.OfKey(kind.Source, source), GraphDigest.OfKey(kind.Target, target))))
            {
                Report(new GraphDifference(DifferenceKind.Extra, Pattern(kind, source, target)));
            }
            else
            {
                _foreign++;
            }
        }
    }

    private void CompareProperties(Func<string> subject, PropertySet store, PropertySet database)
    {
        if (store.Equals(database))
        {
            return;
        }

        foreach (PropertyKey key in store.Concat(database).Select(property => property.Key).Distinct().Order())
        {
            PropertyValue? left = store.TryGet(key, out PropertyValue inStore) ? inStore : (PropertyValue?)null;
            PropertyValue? right = database.TryGet(key, out PropertyValue inDatabase) ? inDatabase : (PropertyValue?)null;
            if (left != right)
            {
                Report(new GraphDifference(DifferenceKind.Changed, subject(), GraphSchema.NameOf(key), left?.ToString(), right?.ToString()));
            }
        }
    }

    private void ReportMissing(BitArray seenNodes, BitArray seenEdges)
    {
        foreach (NodeId node in graph.Nodes)
        {
            if (!seenNodes[node.Index])
            {
                Report(new GraphDifference(DifferenceKind.Missing, Pattern(graph.LabelOf(node), graph.KeyOf(node))));
            }
        }

        foreach (Edge edge in graph.Edges)
        {
            if (!seenEdges[edge.Index])
            {
                var kind = LoadKind.Of(graph.LabelOf(edge.Source), edge.Type, graph.LabelOf(edge.Target));
                Report(new GraphDifference(DifferenceKind.Missing, Pattern(kind, graph.KeyOf(edge.Source), graph.KeyOf(edge.Target))));
            }
        }
    }

    private void Report(GraphDifference difference)
    {
        _differences++;
        report(difference);
    }

    private static string Pattern(NodeLabel label, string id) => $"(:{GraphSchema.NameOf(label)} {{id: '{id}'}})";

    private static string Pattern(LoadKind kind, string source, string target) =>
        $"{Pattern(kind.Source, source)}-[:{GraphSchema.NameOf(kind.Type!.Value)}]->{Pattern(kind.Target, target)}";
}
