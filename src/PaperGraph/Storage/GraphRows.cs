using System.Runtime.InteropServices;
using System.Text;
using PaperGraph.Graph;
using PaperGraph.Graph.Building;
using PaperGraph.Graph.Image;

namespace PaperGraph.Storage;

/// <summary>Writes the rows in which two graphs differ.</summary>
/// <remarks>Rows are written in the order in which the tables keep them, so that the file grows at its end instead of being opened everywhere, and while one
/// batch goes into the tables the next one is put into words on another thread.</remarks>
internal sealed class GraphRows(StoreConnection store, GraphDifference difference)
{
    private const int RowsAtOnce = 4096;
    private const int RowsBetweenReleases = 16 * RowsAtOnce;

    /// <summary>Ranks of the types' names in ordinal order, by type: how the tables sort them.</summary>
    private static readonly int[] TypeRanks = Ranks();

    private static readonly byte[][] TypeNames = [.. GraphSchema.EdgeTypes.Select(type => Encoding.UTF8.GetBytes(GraphSchema.NameOf(type)))];
    private static readonly byte[][] LabelNames = [.. GraphSchema.Labels.Select(label => Encoding.UTF8.GetBytes(GraphSchema.NameOf(label)))];

    private readonly KnowledgeGraph _old = difference.Old;
    private readonly KnowledgeGraph _new = difference.New;
    private readonly long[] _oldNumbers = NodeNumber.OfAll(difference.Old);
    private readonly long[] _newNumbers = NodeNumber.OfAll(difference.New);

    public void Write()
    {
        Task<int[]> edges = Task.Run(EdgesAsTheTable);
        try
        {
            DropEdges();
            DropNodes();
            using (BuildStage.Start("nodes"))
            {
                PutNodes();
            }

            using (BuildStage.Start("edges"))
            {
                PutEdges(edges.GetAwaiter().GetResult());
            }
        }
        finally
        {
            // The other thread must not outlive the graphs.
            edges.ContinueWith(static _ => { }, TaskScheduler.Default).GetAwaiter().GetResult();
        }
    }

    private void DropEdges()
    {
        using RowStatement drop = store.RowStatement("DELETE FROM edge WHERE source = ?1 AND type = ?2 AND target = ?3");
        foreach (int place in difference.EdgesToDrop)
        {
            Edge edge = _old.EdgeAt(place);
            drop.Bind(1, _oldNumbers[edge.Source.Index]).Bind(2, TypeNames[(int)edge.Type]).Bind(3, _oldNumbers[edge.Target.Index]).Run();
        }
    }

    /// <summary>The words of a paper that changes go too.</summary>
    private void DropNodes()
    {
        using RowStatement drop = store.RowStatement("DELETE FROM node WHERE number = ?1");
        using RowStatement dropText = store.RowStatement("INSERT INTO paper_search (paper_search, rowid, title, abstract) VALUES ('delete', ?1, ?2, ?3)");
        foreach (int place in difference.NodesToDrop)
        {
            DropText(new NodeId(place));
            drop.Bind(1, _oldNumbers[place]).Run();
        }

        foreach (int place in difference.NodesToPut)
        {
            if (difference.Before(new NodeId(place)) is { } before)
            {
                DropText(before);
            }
        }

        void DropText(NodeId node)
        {
            if (_old.LabelOf(node) == NodeLabel.Paper)
            {
                (Range title, Range text) = Texts(_old.RawPropertiesOf(node));
                dropText.Bind(1, _oldNumbers[node.Index]).Bind(2, _old.RawPropertiesOf(node)[title]).Bind(3, _old.RawPropertiesOf(node)[text]).Run();
            }
        }
    }

    private void PutNodes()
    {
        const string ById = "CREATE UNIQUE INDEX node_by_id ON node (label, id)";

        // The second line is what FTS5 does unless it is told otherwise.
        const string WordsInBulk = "INSERT INTO paper_search (paper_search, rank) VALUES ('hashsize', 16777216), ('automerge', 0)";
        const string WordsAsUsual = "INSERT INTO paper_search (paper_search, rank) VALUES ('hashsize', 1048576), ('automerge', 4)";
        bool isFirst = _old.NodeCount == 0;
        if (isFirst)
        {
            // Sorted at the end, it is made in a fraction of the time. So are the papers' words, many at once and not merged again and again: in two thirds.
            store.Execute("DROP INDEX node_by_id");
            store.Execute(WordsInBulk);
        }

        int[] order = [.. difference.NodesToPut];
        Array.Sort(Array.ConvertAll(order, place => _newNumbers[place]), order);
        string[] columns = ["number", "label", "id", "properties"];
        using BulkInsert put = isFirst
            ? BulkInsert.OfNew(store, "node", columns)
            : BulkInsert.OfAny(store, "node", columns, "ON CONFLICT (number) DO UPDATE SET properties = excluded.properties WHERE id = excluded.id AND label = excluded.label");
        using RowStatement putText = store.RowStatement("INSERT INTO paper_search (rowid, title, abstract) VALUES (?1, ?2, ?3)");
        WriteAhead(order, EncodeNode, batch =>
        {
            put.Write(batch, static (statement, place, row) =>
                statement.Bind(place, row.Number(0)).Bind(place + 1, LabelNames[row.Number(1)]).Bind(place + 2, row.Text(0)).Bind(place + 3, row.Text(1)));
            for (int i = 0; i < batch.Count; i++)
            {
                RowBatch.Row row = batch[i];
                if ((NodeLabel)row.Number(1) == NodeLabel.Paper)
                {
                    putText.Bind(1, row.Number(0)).Bind(2, row.Text(2)).Bind(3, row.Text(3)).Run();
                }
            }
        });
        if (isFirst)
        {
            using (BuildStage.Start("nodes by id"))
            {
                store.Execute(ById);
            }

            store.Execute(WordsAsUsual);
        }
    }

    private void PutEdges(int[] order)
    {
        string[] columns = ["source", "type", "target", "properties"];
        using BulkInsert put = _old.EdgeCount == 0
            ? BulkInsert.OfNew(store, "edge", columns)
            : BulkInsert.OfAny(store, "edge", columns, "ON CONFLICT (source, type, target) DO UPDATE SET properties = excluded.properties");
        WriteAhead(order, EncodeEdge, batch => put.Write(batch, static (statement, place, row) =>
            statement.Bind(place, row.Number(0)).Bind(place + 1, TypeNames[row.Number(1)]).Bind(place + 2, row.Number(2)).Bind(place + 3, row.Text(0))));
    }

    /// <summary>Number and label; key, properties and, of a paper, title and abstract.</summary>
    private void EncodeNode(int place, RowBatch row)
    {
        var node = new NodeId(place);
        NodeLabel label = _new.LabelOf(node);
        ReadOnlySpan<byte> properties = _new.RawPropertiesOf(node);
        row.Add(_newNumbers[place]);
        row.Add((long)label);
        row.Add(_new.RawKeyOf(node));
        row.AddJson(properties);
        (Range title, Range text) = label == NodeLabel.Paper ? Texts(properties) : default;
        row.Add(properties[title]);
        row.Add(properties[text]);
    }

    /// <summary>Numbers of source, type and target; properties.</summary>
    private void EncodeEdge(int place, RowBatch row)
    {
        Edge edge = _new.EdgeAt(place);
        row.Add(_newNumbers[edge.Source.Index]);
        row.Add((long)edge.Type);
        row.Add(_newNumbers[edge.Target.Index]);
        row.AddJson(_new.RawPropertiesOf(edge));
    }

    /// <summary>Writes one batch while another thread reads the next one out of the graph and puts it into words.</summary>
    private void WriteAhead(int[] places, Action<int, RowBatch> encode, Action<RowBatch> write)
    {
        using var batch = new RowBatch();
        using var other = new RowBatch();
        (RowBatch Now, RowBatch Next) batches = (batch, other);
        Task encoding = Encode(batches.Now, 0);
        for (int start = 0; start < places.Length; start += RowsAtOnce)
        {
            encoding.GetAwaiter().GetResult();
            encoding = Encode(batches.Next, start + RowsAtOnce);
            try
            {
                write(batches.Now);
            }
            catch
            {
                // The other thread must not outlive its buffer.
                encoding.GetAwaiter().GetResult();
                throw;
            }

            batches = (batches.Next, batches.Now);
            if (start % RowsBetweenReleases == 0)
            {
                // Written, it is not needed in memory any more: a large graph would be most of it.
                _new.ReleasePages();
            }
        }

        encoding.GetAwaiter().GetResult();

        Task Encode(RowBatch next, int start) => Task.Run(() =>
        {
            next.Clear();
            for (int i = start; i < Math.Min(start + RowsAtOnce, places.Length); i++)
            {
                encode(places[i], next);
                next.EndRow();
            }
        });
    }

    /// <summary>The edges to be put, by source's number, name of the type, target's number.</summary>
    private int[] EdgesAsTheTable()
    {
        List<int> edges = difference.EdgesToPut;
        // They stand by source and type: the stretches of one source are put in order, then each in itself.
        var stretches = new List<(int Start, int Length)>();
        for (int start = 0; start < edges.Count;)
        {
            int end = start + 1;
            NodeId source = _new.EdgeAt(edges[start]).Source;
            while (end < edges.Count && _new.EdgeAt(edges[end]).Source == source)
            {
                end++;
            }

            stretches.Add((start, end - start));
            start = end;
        }

        (int Start, int Length)[] bySource = [.. stretches];
        Array.Sort(Array.ConvertAll(bySource, stretch => _newNumbers[_new.EdgeAt(edges[stretch.Start]).Source.Index]), bySource);
        var sorted = new int[edges.Count];
        int at = 0;
        foreach ((int start, int length) in bySource)
        {
            Span<int> stretch = sorted.AsSpan(at, length);
            CollectionsMarshal.AsSpan(edges).Slice(start, length).CopyTo(stretch);
            var keys = new (int Rank, long Target)[length];
            for (int i = 0; i < length; i++)
            {
                Edge edge = _new.EdgeAt(stretch[i]);
                keys[i] = (TypeRanks[(int)edge.Type], _newNumbers[edge.Target.Index]);
            }

            keys.AsSpan().Sort(stretch);
            at += length;
        }

        return sorted;
    }

    /// <summary>Where title and abstract stand in a paper's properties.</summary>
    private static (Range Title, Range Abstract) Texts(ReadOnlySpan<byte> properties)
    {
        (Range Title, Range Abstract) texts = (default, default);
        var reader = new PropertyReader(properties);
        while (reader.Read())
        {
            if (reader.Key is PropertyKey.Title or PropertyKey.Abstract)
            {
                ReadOnlySpan<byte> text = reader.Text();
                properties.Overlaps(text, out int start);
                Range range = text.IsEmpty ? default : start..(start + text.Length);
                texts = reader.Key == PropertyKey.Title ? (range, texts.Abstract) : (texts.Title, range);
            }
            else
            {
                reader.Skip();
            }
        }

        return texts;
    }

    private static int[] Ranks()
    {
        var ranks = new int[GraphSchema.EdgeTypes.Length];
        int rank = 0;
        foreach (EdgeType type in GraphSchema.EdgeTypes.OrderBy(GraphSchema.NameOf, StringComparer.Ordinal))
        {
            ranks[(int)type] = rank++;
        }

        return ranks;
    }
}
