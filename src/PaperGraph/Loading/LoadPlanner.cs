using PaperGraph.Graph;

namespace PaperGraph.Loading;

/// <summary>Compares the graph with what the database's record says, and, for a repair, with what is really there.</summary>
internal sealed class LoadPlanner(KnowledgeGraph graph, GraphDigest digest)
{
    private readonly int[][] _edgesByKind = EdgesByKind(graph);
    private readonly Dictionary<ulong, string> _idsOfRemoved = [];
    private Dictionary<ulong, NodeId>? _nodesByKey;

    /// <param name="actual">Null to trust the record.</param>
    public async Task<LoadPlan> PlanAsync(LoadLog log, ActualGraph? actual, CancellationToken cancellation)
    {
        var plans = new List<KindPlan>();
        foreach (LoadKind kind in LoadKind.All)
        {
            plans.Add(kind.IsNode
                ? PlanNodes(kind, await log.ReadNodesAsync(kind, cancellation), actual is null ? null : await actual.ReadNodeDigestsAsync(kind, cancellation))
                : PlanEdges(kind, await log.ReadEdgesAsync(kind, cancellation), actual is null ? null : await actual.ReadEdgeDigestsAsync(kind, cancellation)));
        }

        return new LoadPlan(plans);
    }

    /// <summary>Everything is sent: the database is known to hold nothing of ours.</summary>
    public LoadPlan PlanAll() => new([.. LoadKind.All.Select(kind => new KindPlan(
        kind, kind.IsNode ? [.. graph.NodesOf(kind.Source).Select(node => node.Index)] : _edgesByKind[kind.Number], [], []))]);

    private KindPlan PlanNodes(LoadKind kind, Dictionary<string, ulong> logged, Dictionary<string, ulong>? actual)
    {
        var writes = new List<int>();
        foreach (NodeId node in graph.NodesOf(kind.Source))
        {
            string id = graph.KeyOf(node);
            bool isLogged = logged.Remove(id, out ulong before) && before == digest.Of(node);
            bool isThere = actual is null || (actual.TryGetValue(id, out ulong now) && now == digest.Of(node));
            if (!isLogged || !isThere)
            {
                writes.Add(node.Index);
            }
        }

        foreach (string id in logged.Keys)
        {
            _idsOfRemoved[GraphDigest.OfKey(kind.Source, id)] = id;
        }

        return new KindPlan(kind, [.. writes], [.. logged.Keys.Order(StringComparer.Ordinal)], []);
    }

    private KindPlan PlanEdges(LoadKind kind, Dictionary<EdgeKey, ulong> logged, Dictionary<EdgeKey, ulong>? actual)
    {
        var writes = new List<int>();
        foreach (int index in _edgesByKind[kind.Number])
        {
            Edge edge = graph.EdgeAt(index);
            var key = new EdgeKey(digest.KeyOf(edge.Source), digest.KeyOf(edge.Target));
            bool isLogged = logged.Remove(key, out ulong before) && before == digest.Of(edge);
            bool isThere = actual is null || (actual.TryGetValue(key, out ulong now) && now == digest.Of(edge));
            if (!isLogged || !isThere)
            {
                writes.Add(index);
            }
        }

        EdgeRemoval[] removals = [.. logged.Keys
            .Select(key => new EdgeRemoval(key, IdOf(key.Source), IdOf(key.Target)))
            .OrderBy(removal => removal.Key.Source).ThenBy(removal => removal.Key.Target)];
        return new KindPlan(kind, [.. writes], [], removals);
    }

    private string? IdOf(ulong key)
    {
        _nodesByKey ??= NodesByKey();
        return _nodesByKey.TryGetValue(key, out NodeId node) ? graph.KeyOf(node) : _idsOfRemoved.GetValueOrDefault(key);
    }

    private Dictionary<ulong, NodeId> NodesByKey()
    {
        var nodes = new Dictionary<ulong, NodeId>(graph.NodeCount);
        foreach (NodeId node in graph.Nodes)
        {
            nodes[digest.KeyOf(node)] = node;
        }

        return nodes;
    }

    private static int[][] EdgesByKind(KnowledgeGraph graph)
    {
        List<int>[] lists = [.. LoadKind.All.Select(_ => new List<int>())];
        foreach (Edge edge in graph.Edges)
        {
            lists[LoadKind.Of(graph.LabelOf(edge.Source), edge.Type, graph.LabelOf(edge.Target)).Number].Add(edge.Index);
        }

        return [.. lists.Select(list => list.ToArray())];
    }
}
