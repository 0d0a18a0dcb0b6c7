using System.Runtime.CompilerServices;
using PaperGraph.Graph;
using PaperGraph.Graph.Image;

namespace PaperGraph.Loading;

/// <summary>How one graph differs from another: both stand in the order of their keys, so that one walk through each finds it.</summary>
internal sealed class GraphDelta
{
    private const int NodesOfStretch = 2_048;

    /// <summary>Stands for a node that the other graph lacks.</summary>
    private const int None = -1;

    private readonly KnowledgeGraph _before;
    private readonly KnowledgeGraph _after;

    /// <summary>By number of a node in the graph before: its number in the one after.</summary>
    private readonly int[] _numberAfter;

    /// <summary>By number of a node in the graph after: its number in the one before.</summary>
    private readonly int[] _numberBefore;

    private readonly KindPlan[] _plans;

    public GraphDelta(KnowledgeGraph before, KnowledgeGraph after)
    {
        (_before, _after) = (before, after);
        (_numberAfter, _numberBefore) = (new int[before.NodeCount], new int[after.NodeCount]);
        Array.Fill(_numberAfter, None);
        Array.Fill(_numberBefore, None);
        Parallel.ForEach(GraphSchema.Labels, Match);
        _plans = Plans();
    }

    /// <summary>What makes the graph before the one after.</summary>
    public KindPlan Plan(LoadKind kind) => _plans[kind.Number];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]   // Runs once over whole graphs: the faster code that comes with time would come too late.
    private void Match(NodeLabel label)
    {
        (int before, int endBefore) = NumbersOf(_before, label);
        (int after, int endAfter) = NumbersOf(_after, label);
        while (before < endBefore && after < endAfter)
        {
            int order = KeyOrder.Compare(_before.RawKeyOf(new NodeId(before)), _after.RawKeyOf(new NodeId(after)));
            if (order == 0)
            {
                (_numberAfter[before], _numberBefore[after]) = (after, before);
            }

            before += order <= 0 ? 1 : 0;
            after += order >= 0 ? 1 : 0;
        }
    }

    private static (int First, int End) NumbersOf(KnowledgeGraph graph, NodeLabel label)
    {
        int first = GraphSchema.Labels.TakeWhile(earlier => earlier != label).Sum(graph.CountOf);
        return (first, first + graph.CountOf(label));
    }

    /// <summary>All kinds in one walk through the nodes: each page of the files is read once, by whichever thread comes to it.</summary>
    private KindPlan[] Plans()
    {
        var found = new Changes[(_after.NodeCount + NodesOfStretch - 1) / NodesOfStretch];
        Parallel.For(0, found.Length, stretch =>
        {
            found[stretch] = new Changes();
            int end = Math.Min(_after.NodeCount, (stretch + 1) * NodesOfStretch);
            for (int node = stretch * NodesOfStretch; node < end; node++)
            {
                Compare(new NodeId(node), found[stretch]);
            }

            // Both graphs are read once from end to end: what lies behind need not stay in memory.
            _before.ReleasePages();
            _after.ReleasePages();
        });
        var gone = new Changes();
        var goneNodes = new List<string>[GraphSchema.Labels.Length];
        foreach (NodeLabel label in GraphSchema.Labels)
        {
            goneNodes[(int)label] = [];
            foreach (NodeId node in _before.NodesOf(label).Where(node => _numberAfter[node.Index] == None))
            {
                goneNodes[(int)label].Add(_before.KeyOf(node));
                Compare(_before.OutEdges(node), default, gone);
            }
        }

        return [.. LoadKind.All.Select(kind => new KindPlan(
            kind,
            [.. found.SelectMany(changes => changes.WritesOf(kind))],
            kind.IsNode ? goneNodes[(int)kind.Source] : [],
            [.. found.Append(gone).SelectMany(changes => changes.RemovalsOf(kind))]))];
    }

    private void Compare(NodeId node, Changes changes)
    {
        int before = _numberBefore[node.Index];
        if (before == None || !_after.RawPropertiesOf(node).SequenceEqual(_before.RawPropertiesOf(new NodeId(before))))
        {
            changes.Write(LoadKind.All[(int)_after.LabelOf(node)], node.Index);
        }

        if (before == None || !_before.HasEdgesOf(new NodeId(before), _after, node, _numberAfter))
        {
            Compare(before == None ? default : _before.OutEdges(new NodeId(before)), _after.OutEdges(node), changes);
        }
    }

    /// <param name="before">Edges of one source, by type, then target.</param>
    /// <param name="after">Edges of the same source, by type, then target.</param>
    private void Compare(EdgeList before, EdgeList after, Changes changes)
    {
        int j = 0;
        for (int i = 0; i < before.Count; i++)
        {
            Edge edge = before[i];
            int target = _numberAfter[edge.Target.Index];
            if (target == None)
            {
                Remove(edge);
                continue;
            }

            int order = -1;
            for (; j < after.Count && (order = Order(after[j], edge.Type, target)) < 0; j++)
            {
                Write(after[j]);
            }

            if (j == after.Count || order > 0)
            {
                Remove(edge);
                continue;
            }

            if (!_after.RawPropertiesOf(after[j]).SequenceEqual(_before.RawPropertiesOf(edge)))
            {
                Write(after[j]);
            }

            j++;
        }

        for (; j < after.Count; j++)
        {
            Write(after[j]);
        }

        void Write(Edge edge) => changes.Write(LoadKind.Of(_after.LabelOf(edge.Source), edge.Type, _after.LabelOf(edge.Target)), edge.Index);

        void Remove(Edge edge)
        {
            LoadKind kind = LoadKind.Of(_before.LabelOf(edge.Source), edge.Type, _before.LabelOf(edge.Target));
            (string source, string target) = (_before.KeyOf(edge.Source), _before.KeyOf(edge.Target));
            changes.Remove(kind, new EdgeRemoval(new EdgeKey(GraphDigest.OfKey(kind.Source, source), GraphDigest.OfKey(kind.Target, target)), source, target));
        }
    }

    private static int Order(Edge edge, EdgeType type, int target) =>
        edge.Type != type ? edge.Type.CompareTo(type) : edge.Target.Index.CompareTo(target);

    /// <summary>What a stretch of the walk found, by kind.</summary>
    private sealed class Changes
    {
        private readonly List<int>?[] _writes = new List<int>?[LoadKind.All.Length];
        private readonly List<EdgeRemoval>?[] _removals = new List<EdgeRemoval>?[LoadKind.All.Length];

        public List<int> WritesOf(LoadKind kind) => _writes[kind.Number] ?? [];

        public List<EdgeRemoval> RemovalsOf(LoadKind kind) => _removals[kind.Number] ?? [];

        public void Write(LoadKind kind, int number) => (_writes[kind.Number] ??= []).Add(number);

        public void Remove(LoadKind kind, EdgeRemoval removal) => (_removals[kind.Number] ??= []).Add(removal);
    }
}
