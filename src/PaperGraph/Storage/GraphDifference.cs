using Microsoft.Data.Sqlite;
using PaperGraph.Graph;

namespace PaperGraph.Storage;

/// <summary>Writes what makes one graph out of another: both are sorted, so one walk over both finds it.</summary>
internal sealed class GraphDifference : IDisposable
{
    private const int None = -1;

    private readonly KnowledgeGraph _old;
    private readonly KnowledgeGraph _new;
    private readonly int[] _newByOld;
    private readonly int[] _oldByNew;
    private readonly long[] _oldNumbers;
    private readonly long[] _newNumbers;
    private readonly PropertyJson _json = new();
    private readonly SqliteCommand _putNode;
    private readonly SqliteCommand _dropNode;
    private readonly SqliteCommand _putEdge;
    private readonly SqliteCommand _dropEdge;
    private readonly SqliteCommand _putText;
    private readonly SqliteCommand _dropText;
    private GraphChanges _changes;

    public GraphDifference(StoreConnection store, KnowledgeGraph old, KnowledgeGraph graph)
    {
        (_old, _new) = (old, graph);
        _newByOld = new int[old.NodeCount];
        _oldByNew = new int[graph.NodeCount];
        Array.Fill(_newByOld, None);
        Array.Fill(_oldByNew, None);
        _oldNumbers = [.. old.Nodes.Select(node => NodeNumber.Of(old.LabelOf(node), old.KeyOf(node)))];
        _newNumbers = [.. graph.Nodes.Select(node => NodeNumber.Of(graph.LabelOf(node), graph.KeyOf(node)))];
        _putNode = Prepare("INSERT INTO node (number, label, id, properties) VALUES ($number, $label, $id, $properties) ON CONFLICT (number) DO UPDATE SET properties = excluded.properties WHERE id = excluded.id AND label = excluded.label", "$number", "$label", "$id", "$properties");
        _dropNode = Prepare("DELETE FROM node WHERE number = $number", "$number");
        _putEdge = Prepare("INSERT INTO edge (source, type, target, properties) VALUES ($source, $type, $target, $properties) ON CONFLICT (source, type, target) DO UPDATE SET properties = excluded.properties", "$source", "$type", "$target", "$properties");
        _dropEdge = Prepare("DELETE FROM edge WHERE source = $source AND type = $type AND target = $target", "$source", "$type", "$target");
        _putText = Prepare("INSERT INTO paper_search (rowid, title, abstract) VALUES ($number, $title, $abstract)", "$number", "$title", "$abstract");
        _dropText = Prepare("INSERT INTO paper_search (paper_search, rowid, title, abstract) VALUES ('delete', $number, $title, $abstract)", "$number", "$title", "$abstract");

        SqliteCommand Prepare(string sql, params string[] parameters)
        {
            SqliteCommand command = store.Command(sql);
            foreach (string parameter in parameters)
            {
                command.Parameters.Add(new SqliteParameter(parameter, null));
            }

            return command;
        }
    }

    public GraphChanges Write()
    {
        foreach (NodeLabel label in GraphSchema.Labels)
        {
            WriteNodes(label);
        }

        WriteEdges();
        return _changes;
    }

    public void Dispose()
    {
        _json.Dispose();
        foreach (SqliteCommand command in (ReadOnlySpan<SqliteCommand>)[_putNode, _dropNode, _putEdge, _dropEdge, _putText, _dropText])
        {
            command.Dispose();
        }
    }

    private void WriteNodes(NodeLabel label)
    {
        using IEnumerator<NodeId> olds = _old.NodesOf(label).GetEnumerator();
        using IEnumerator<NodeId> news = _new.NodesOf(label).GetEnumerator();
        bool hasOld = olds.MoveNext();
        bool hasNew = news.MoveNext();
        while (hasOld || hasNew)
        {
            int order = !hasOld ? 1 : !hasNew ? -1 : string.CompareOrdinal(_old.KeyOf(olds.Current), _new.KeyOf(news.Current));
            if (order == 0)
            {
                (_newByOld[olds.Current.Index], _oldByNew[news.Current.Index]) = (news.Current.Index, olds.Current.Index);
            }

            if (order < 0)
            {
                Drop(olds.Current);
            }
            else if (order > 0 || !_old.RawPropertiesOf(olds.Current).SequenceEqual(_new.RawPropertiesOf(news.Current)))
            {
                Put(news.Current, order == 0 ? olds.Current : null);
            }

            hasOld = order <= 0 ? olds.MoveNext() : hasOld;
            hasNew = order >= 0 ? news.MoveNext() : hasNew;
        }
    }

    private void Put(NodeId node, NodeId? before)
    {
        PropertySet properties = _new.PropertiesOf(node);
        NodeLabel label = _new.LabelOf(node);
        if (label == NodeLabel.Paper && before is { } old)
        {
            Run(_dropText, _oldNumbers[old.Index], Title(_old.PropertiesOf(old)), Abstract(_old.PropertiesOf(old)));
        }

        if (Run(_putNode, _newNumbers[node.Index], GraphSchema.NameOf(label), _new.KeyOf(node), _json.Write(properties)) != 1)
        {
            throw new StoreException($"Two nodes have the number {_newNumbers[node.Index]}; one is the {label} '{_new.KeyOf(node)}'.");
        }

        if (label == NodeLabel.Paper)
        {
            Run(_putText, _newNumbers[node.Index], Title(properties), Abstract(properties));
        }

        _changes = before is null ? _changes with { NodesAdded = _changes.NodesAdded + 1 } : _changes with { NodesChanged = _changes.NodesChanged + 1 };
    }

    private void Drop(NodeId node)
    {
        if (_old.LabelOf(node) == NodeLabel.Paper)
        {
            PropertySet properties = _old.PropertiesOf(node);
            Run(_dropText, _oldNumbers[node.Index], Title(properties), Abstract(properties));
        }

        Run(_dropNode, _oldNumbers[node.Index]);
        _changes = _changes with { NodesRemoved = _changes.NodesRemoved + 1 };
    }

    private void WriteEdges()
    {
        foreach (NodeId node in _old.Nodes)
        {
            if (_newByOld[node.Index] == None)
            {
                foreach (Edge edge in _old.OutEdges(node))
                {
                    Drop(edge);
                }
            }
        }

        foreach (NodeId node in _new.Nodes)
        {
            if (_oldByNew[node.Index] == None)
            {
                foreach (Edge edge in _new.OutEdges(node))
                {
                    Put(edge, isNew: true);
                }
            }
            else
            {
                WriteEdges(_old.OutEdges(new NodeId(_oldByNew[node.Index])), _new.OutEdges(node));
            }
        }
    }

    /// <summary>Of one node. Targets keep their order from one graph to the other; a target that is gone stands where its edge is dropped.</summary>
    private void WriteEdges(EdgeList olds, EdgeList news)
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
                if (!_old.RawPropertiesOf(olds[i]).SequenceEqual(_new.RawPropertiesOf(news[j])))
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
        Run(_putEdge, _newNumbers[edge.Source.Index], GraphSchema.NameOf(edge.Type), _newNumbers[edge.Target.Index], _json.Write(_new.PropertiesOf(edge)));
        _changes = isNew ? _changes with { EdgesAdded = _changes.EdgesAdded + 1 } : _changes with { EdgesChanged = _changes.EdgesChanged + 1 };
    }

    private void Drop(Edge edge)
    {
        Run(_dropEdge, _oldNumbers[edge.Source.Index], GraphSchema.NameOf(edge.Type), _oldNumbers[edge.Target.Index]);
        _changes = _changes with { EdgesRemoved = _changes.EdgesRemoved + 1 };
    }

    private static string Title(PropertySet properties) => properties.Text(PropertyKey.Title) ?? "";

    private static string Abstract(PropertySet properties) => properties.Text(PropertyKey.Abstract) ?? "";

    private static int Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command.ExecuteNonQuery();
    }
}
