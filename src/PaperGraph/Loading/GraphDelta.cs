using PaperGraph.Graph;
using PaperGraph.Graph.Image;

namespace PaperGraph.Loading;

/// <summary>How one graph differs from another: both stand in the order of their keys, so that one walk through each finds it.</summary>
internal sealed class GraphDelta
{
    private const int NodesBetweenReleases = 8_192;

    /// <summary>Stands for a node that the other graph lacks.</summary>
    private const int None = -1;

    private readonly KnowledgeGraph _before;
    private readonly KnowledgeGraph _after;

    /// <summary>By number of a node in the graph before: its number in the one after.</summary>
    private readonly int[] _numberAfter;

    /// <summary>By number of a node in the graph after: its number in the one before.</summary>
    private readonly int[] _numberBefore;

    public GraphDelta(KnowledgeGraph before, KnowledgeGraph after)
    {
        (_before, _after) = (before, after);
        (_numberAfter, _numberBefore) = (new int[before.NodeCount], new int[after.NodeCount]);
        Array.Fill(_numberAfter, None);
        Array.Fill(_numberBefore, None);
        foreach (NodeLabel label in GraphSchema.Labels)
        {
            Match(label);
        }
    }

    /// <summary>What makes the graph before the one after.</summary>
    public KindPlan Plan(LoadKind kind) => kind.IsNode ? PlanNodes(kind) : PlanEdges(kind);

    private void Match(NodeLabel label)
    {
        using IEnumerator<NodeId> before = _before.NodesOf(label).GetEnumerator();
        using IEnumerator<NodeId> after = _after.NodesOf(label).GetEnumerator();
        bool isBefore = before.MoveNext();
        bool isAfter = after.MoveNext();
        while (isBefore && isAfter)
        {
            int order = KeyOrder.Compare(_before.RawKeyOf(before.Current), _after.RawKeyOf(after.Current));
            if (order == 0)
            {
                (_numberAfter[before.Current.Index], _numberBefore[after.Current.Index]) = (after.Current.Index, before.Current.Index);
            }

            isBefore = order <= 0 ? before.MoveNext() : isBefore;
            isAfter = order >= 0 ? after.MoveNext() : isAfter;
        }
    }

    private KindPlan PlanNodes(LoadKind kind)
    {
        var writes = new List<int>();
        foreach (NodeId node in _after.NodesOf(kind.Source))
        {
            ReleaseNowAndThen(node);
            int before = _numberBefore[node.Index];
            if (before == None || !_after.RawPropertiesOf(node).SequenceEqual(_before.RawPropertiesOf(new NodeId(before))))
            {
                writes.Add(node.Index);
            }
        }

        return new KindPlan(kind, [.. writes], [.. _before.NodesOf(kind.Source).Where(node => _numberAfter[node.Index] == None).Select(_before.KeyOf)], []);
    }

    private KindPlan PlanEdges(LoadKind kind)
    {
        var writes = new List<int>();
        var removals = new List<EdgeRemoval>();
        foreach (NodeId source in _after.NodesOf(kind.Source))
        {
            ReleaseNowAndThen(source);
            int before = _numberBefore[source.Index];
            Compare(kind, before == None ? default : _before.OutEdges(new NodeId(before), kind.Type!.Value), _after.OutEdges(source, kind.Type!.Value), writes, removals);
        }

        foreach (NodeId source in _before.NodesOf(kind.Source).Where(source => _numberAfter[source.Index] == None))
        {
            Compare(kind, _before.OutEdges(source, kind.Type!.Value), default, writes, removals);
        }

        return new KindPlan(kind, [.. writes], [], removals);
    }

    /// <param name="before">Edges of one source, by target.</param>
    /// <param name="after">Edges of the same source, by target.</param>
    private void Compare(LoadKind kind, EdgeList before, EdgeList after, List<int> writes, List<EdgeRemoval> removals)
    {
        int j = 0;
        for (int i = 0; i < before.Count; i++)
        {
            Edge edge = before[i];
            if (_before.LabelOf(edge.Target) != kind.Target)
            {
                continue;
            }

            int target = _numberAfter[edge.Target.Index];
            if (target == None)
            {
                removals.Add(RemovalOf(kind, edge));
                continue;
            }

            for (; j < after.Count && after[j].Target.Index < target; j++)
            {
                Write(after[j]);
            }

            if (j == after.Count || after[j].Target.Index > target)
            {
                removals.Add(RemovalOf(kind, edge));
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

        void Write(Edge edge)
        {
            if (_after.LabelOf(edge.Target) == kind.Target)
            {
                writes.Add(edge.Index);
            }
        }
    }

    /// <summary>Both graphs are read once from end to end: what lies behind need not stay in memory.</summary>
    private void ReleaseNowAndThen(NodeId node)
    {
        if (node.Index % NodesBetweenReleases == 0)
        {
            _before.ReleasePages();
            _after.ReleasePages();
        }
    }

    private EdgeRemoval RemovalOf(LoadKind kind, Edge edge)
    {
        (string source, string target) = (_before.KeyOf(edge.Source), _before.KeyOf(edge.Target));
        return new EdgeRemoval(new EdgeKey(GraphDigest.OfKey(kind.Source, source), GraphDigest.OfKey(kind.Target, target)), source, target);
    }
}
