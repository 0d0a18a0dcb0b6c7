using PaperGraph.Graph;
using PaperGraph.Graph.Image;

namespace PaperGraph.Storage;

/// <summary>What makes one graph out of another: both are sorted, so one walk over both finds it.</summary>
internal sealed class GraphDifference
{
    private const int None = -1;

    private readonly int[] _newByOld;
    private readonly int[] _oldByNew;

    public GraphDifference(KnowledgeGraph old, KnowledgeGraph graph)
    {
        (Old, New) = (old, graph);
        _newByOld = new int[old.NodeCount];
        _oldByNew = new int[graph.NodeCount];
        Array.Fill(_newByOld, None);
        Array.Fill(_oldByNew, None);
        foreach (NodeLabel label in GraphSchema.Labels)
        {
            CompareNodes(label);
        }

        CompareEdges();
    }

    public KnowledgeGraph Old { get; }

    public KnowledgeGraph New { get; }

    /// <summary>Places in <see cref="New"/>, ascending, of nodes that are new or whose properties are others.</summary>
    public List<int> NodesToPut { get; } = [];

    /// <summary>Places in <see cref="Old"/>, ascending.</summary>
    public List<int> NodesToDrop { get; } = [];

    /// <summary>Places in <see cref="New"/>, ascending, of edges that are new or whose properties are others.</summary>
    public List<int> EdgesToPut { get; } = [];

    /// <summary>Places in <see cref="Old"/>, by the place of their source in <see cref="New"/> where it stands there too.</summary>
    public List<int> EdgesToDrop { get; } = [];

    public GraphChanges Changes { get; private set; }

    /// <summary>The node as it was before; null where it is new.</summary>
    public NodeId? Before(NodeId node) => _oldByNew[node.Index] == None ? null : new NodeId(_oldByNew[node.Index]);

    private void CompareNodes(NodeLabel label)
    {
        using IEnumerator<NodeId> olds = Old.NodesOf(label).GetEnumerator();
        using IEnumerator<NodeId> news = New.NodesOf(label).GetEnumerator();
        bool hasOld = olds.MoveNext();
        bool hasNew = news.MoveNext();
        while (hasOld || hasNew)
        {
            int order = !hasOld ? 1 : !hasNew ? -1 : KeyOrder.Compare(Old.RawKeyOf(olds.Current), New.RawKeyOf(news.Current));
            if (order == 0)
            {
                (_newByOld[olds.Current.Index], _oldByNew[news.Current.Index]) = (news.Current.Index, olds.Current.Index);
            }

            if (order < 0)
            {
                NodesToDrop.Add(olds.Current.Index);
                Changes = Changes with { NodesRemoved = Changes.NodesRemoved + 1 };
            }
            else if (order > 0 || !Old.RawPropertiesOf(olds.Current).SequenceEqual(New.RawPropertiesOf(news.Current)))
            {
                NodesToPut.Add(news.Current.Index);
                Changes = order > 0 ? Changes with { NodesAdded = Changes.NodesAdded + 1 } : Changes with { NodesChanged = Changes.NodesChanged + 1 };
            }

            hasOld = order <= 0 ? olds.MoveNext() : hasOld;
            hasNew = order >= 0 ? news.MoveNext() : hasNew;
        }
    }

    private void CompareEdges()
    {
        foreach (NodeId node in Old.Nodes)
        {
            if (_newByOld[node.Index] == None)
            {
                foreach (Edge edge in Old.OutEdges(node))
                {
                    Drop(edge);
                }
            }
        }

        foreach (NodeId node in New.Nodes)
        {
            if (_oldByNew[node.Index] == None)
            {
                foreach (Edge edge in New.OutEdges(node))
                {
                    Put(edge, isNew: true);
                }
            }
            else
            {
                CompareEdges(Old.OutEdges(new NodeId(_oldByNew[node.Index])), New.OutEdges(node));
            }
        }
    }

    /// <summary>Of one node. Targets keep their order from one graph to the other; a target that is gone stands where its edge is dropped.</summary>
    private void CompareEdges(EdgeList olds, EdgeList news)
    {
        int i = 0;
        int j = 0;
        while (i < olds.Count || j < news.Count)
        {
            if (i < olds.Count && _newByOld[olds[i].Target.Index] == None)
            {
                Drop(olds[i++]);
                continue;
            }

            int order = i == olds.Count ? 1 : j == news.Count ? -1 : Compare(olds[i], news[j]);
            if (order < 0)
            {
                Drop(olds[i++]);
            }
            else if (order > 0)
            {
                Put(news[j++], isNew: true);
            }
            else
            {
                if (!Old.RawPropertiesOf(olds[i]).SequenceEqual(New.RawPropertiesOf(news[j])))
                {
                    Put(news[j], isNew: false);
                }

                i++;
                j++;
            }
        }
    }

    private int Compare(Edge old, Edge edge) =>
        old.Type != edge.Type ? old.Type.CompareTo(edge.Type) : _newByOld[old.Target.Index].CompareTo(edge.Target.Index);

    private void Put(Edge edge, bool isNew)
    {
        EdgesToPut.Add(edge.Index);
        Changes = isNew ? Changes with { EdgesAdded = Changes.EdgesAdded + 1 } : Changes with { EdgesChanged = Changes.EdgesChanged + 1 };
    }

    private void Drop(Edge edge)
    {
        EdgesToDrop.Add(edge.Index);
        Changes = Changes with { EdgesRemoved = Changes.EdgesRemoved + 1 };
    }
}
