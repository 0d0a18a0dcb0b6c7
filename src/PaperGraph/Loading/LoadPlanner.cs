using PaperGraph.Graph;

namespace PaperGraph.Loading;

/// <summary>Compares the graph with the one that was loaded before, or with what the database's record says, or, for a repair, with what is really there.</summary>
internal sealed class LoadPlanner(KnowledgeGraph graph, GraphDigest digest)
{
    private const int EdgesBetweenReleases = 65_536;

    private readonly Dictionary<ulong, string> _idsOfRemoved = [];
    private Dictionary<ulong, NodeId>? _nodesByKey;

    /// <summary>Everything is sent: the database is known to hold nothing of ours.</summary>
    public LoadPlan PlanAll() => new([.. LoadKind.All.Select(kind => new KindPlan(kind, [.. NumbersOf(graph, kind)], [], []))]);

    /// <summary>What differs from a graph that the database is known to hold.</summary>
    public LoadPlan PlanFrom(KnowledgeGraph loaded)
    {
        var delta = new GraphDelta(loaded, graph);
        return new LoadPlan([.. LoadKind.All.Select(delta.Plan)]);
    }

    /// <summary>What differs from the database's record.</summary>
    /// <param name="actual">Null to trust the record.</param>
    public async Task<LoadPlan> PlanAsync(LoadLog log, ActualGraph? actual, CancellationToken cancellation)
    {
        var plans = new List<KindPlan>();
        foreach (LoadKind kind in LoadKind.All)
        {
            graph.ReleasePages();
            plans.Add(kind.IsNode
                ? PlanNodes(kind, await log.ReadNodesAsync(kind, cancellation), actual is null ? null : await actual.ReadNodeDigestsAsync(kind, cancellation))
                : PlanEdges(kind, await log.ReadEdgesAsync(kind, cancellation), actual is null ? null : await actual.ReadEdgeDigestsAsync(kind, cancellation)));
        }

        return new LoadPlan(plans);
    }

    /// <summary>Numbers of a kind's nodes or edges, in the graph's order: edges of one source one after another.</summary>
    internal static IEnumerable<int> NumbersOf(KnowledgeGraph graph, LoadKind kind)
    {
        if (kind.IsNode)
        {
            return graph.NodesOf(kind.Source).Select(node => node.Index);
        }

        return graph.NodesOf(kind.Source).SelectMany(node => graph.OutEdges(node, kind.Type!.Value))
            .Where(edge => graph.LabelOf(edge.Target) == kind.Target).Select(edge => edge.Index);
    }

    private KindPlan PlanNodes(LoadKind kind, Dictionary<string, ulong> logged, Dictionary<string, ulong>? actual)
    {
        var writes = new List<int>();
        foreach (NodeId node in graph.NodesOf(kind.Source))
        {
            string id = graph.KeyOf(node);
            ulong wanted = digest.Of(node);
            bool isLogged = logged.Remove(id, out ulong before) && before == wanted;
            bool isThere = actual is null || (actual.TryGetValue(id, out ulong now) && now == wanted);
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
        foreach (int number in NumbersOf(graph, kind))
        {
            if (number % EdgesBetweenReleases == 0)
            {
                graph.ReleasePages();
            }

            Edge edge = graph.EdgeAt(number);
            var key = new EdgeKey(digest.KeyOf(edge.Source), digest.KeyOf(edge.Target));
            ulong wanted = digest.Of(edge);
            bool isLogged = logged.Remove(key, out ulong before) && before == wanted;
            bool isThere = actual is null || (actual.TryGetValue(key, out ulong now) && now == wanted);
            if (!isLogged || !isThere)
            {
                writes.Add(number);
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
}
