using System.Buffers;
using System.Text;
using PaperGraph.Graph;
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
        DropEdges();
        DropNodes();
        PutNodes();
        PutEdges();
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
        bool isFirst = _old.NodeCount == 0;
        if (isFirst)
        {
            // Sorted at the end, it is made in a fraction of the time.
            store.Execute("DROP INDEX node_by_id");
        }

        int[] order = [.. difference.NodesToPut];
        Array.Sort(Array.ConvertAll(order, place => _newNumbers[place]), order);
        using RowStatement put = store.RowStatement(
            "INSERT INTO node (number, label, id, properties) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (number) DO UPDATE SET properties = excluded.properties WHERE id = excluded.id AND label = excluded.label");
        using RowStatement putText = store.RowStatement("INSERT INTO paper_search (rowid, title, abstract) VALUES (?1, ?2, ?3)");
        WriteAhead(order, place => _new.RawPropertiesOf(new NodeId(place)), (place, json) =>
        {
            var node = new NodeId(place);
            NodeLabel label = _new.LabelOf(node);
            if (put.Bind(1, _newNumbers[place]).Bind(2, LabelNames[(int)label]).Bind(3, _new.RawKeyOf(node)).Bind(4, json).Run() != 1)
            {
                throw new StoreException($"Two nodes have the number {_newNumbers[place]}; one is the {label} '{_new.KeyOf(node)}'.");
            }

            if (label == NodeLabel.Paper)
            {
                (Range title, Range text) = Texts(_new.RawPropertiesOf(node));
                putText.Bind(1, _newNumbers[place]).Bind(2, _new.RawPropertiesOf(node)[title]).Bind(3, _new.RawPropertiesOf(node)[text]).Run();
            }
        }, _new.ReleasePages);
        if (isFirst)
        {
            store.Execute(ById);
        }
    }

    private void PutEdges()
    {
        int[] order = [.. difference.EdgesToPut];
        SortAsTheTable(order);
        using RowStatement put = store.RowStatement(
            "INSERT INTO edge (source, type, target, properties) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (source, type, target) DO UPDATE SET properties = excluded.properties");
        WriteAhead(order, place => _new.RawPropertiesOf(_new.EdgeAt(place)), (place, json) =>
        {
            Edge edge = _new.EdgeAt(place);
            put.Bind(1, _newNumbers[edge.Source.Index]).Bind(2, TypeNames[(int)edge.Type]).Bind(3, _newNumbers[edge.Target.Index]).Bind(4, json).Run();
        }, _new.ReleasePages);
    }

    private delegate ReadOnlySpan<byte> PropertiesOf(int place);

    private delegate void WriteRow(int place, ReadOnlySpan<byte> json);

    /// <summary>Writes one batch while the next one's properties become JSON.</summary>
    private static void WriteAhead(int[] places, PropertiesOf propertiesOf, WriteRow write, Action release)
    {
        using var batch = new Batch();
        using var next = new Batch();
        (Batch Now, Batch Next) batches = (batch, next);
        Task encoding = Encode(batches.Now, 0);
        for (int start = 0; start < places.Length; start += RowsAtOnce)
        {
            encoding.GetAwaiter().GetResult();
            encoding = Encode(batches.Next, start + RowsAtOnce);
            try
            {
                for (int i = 0; i < batches.Now.Count; i++)
                {
                    write(places[start + i], batches.Now[i]);
                }
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
                release();
            }
        }

        encoding.GetAwaiter().GetResult();

        Task Encode(Batch batch, int start) => Task.Run(() =>
        {
            batch.Clear();
            for (int i = start; i < Math.Min(start + RowsAtOnce, places.Length); i++)
            {
                batch.Add(propertiesOf(places[i]));
            }
        });
    }

    /// <summary>By source's number, name of the type, target's number.</summary>
    private void SortAsTheTable(int[] edges)
    {
        // They stand by source and type: the stretches of one source are put in order, then each in itself.
        var stretches = new List<(int Start, int Length)>();
        for (int start = 0; start < edges.Length;)
        {
            int end = start + 1;
            NodeId source = _new.EdgeAt(edges[start]).Source;
            while (end < edges.Length && _new.EdgeAt(edges[end]).Source == source)
            {
                end++;
            }

            stretches.Add((start, end - start));
            start = end;
        }

        (int Start, int Length)[] bySource = [.. stretches];
        Array.Sort(Array.ConvertAll(bySource, stretch => _newNumbers[_new.EdgeAt(edges[stretch.Start]).Source.Index]), bySource);
        var sorted = new int[edges.Length];
        int at = 0;
        foreach ((int start, int length) in bySource)
        {
            Span<int> stretch = sorted.AsSpan(at, length);
            edges.AsSpan(start, length).CopyTo(stretch);
            var keys = new (int Rank, long Target)[length];
            for (int i = 0; i < length; i++)
            {
                Edge edge = _new.EdgeAt(stretch[i]);
                keys[i] = (TypeRanks[(int)edge.Type], _newNumbers[edge.Target.Index]);
            }

            keys.AsSpan().Sort(stretch);
            at += length;
        }

        sorted.CopyTo(edges, 0);
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

    /// <summary>Some rows' properties as JSON.</summary>
    private sealed class Batch : IDisposable
    {
        private readonly ArrayBufferWriter<byte> _text = new(1 << 20);
        private readonly List<int> _ends = new(RowsAtOnce);
        private readonly PropertyJson _json;

        public Batch() => _json = new PropertyJson(_text);

        public int Count => _ends.Count;

        public ReadOnlySpan<byte> this[int row] => _text.WrittenSpan[(row == 0 ? 0 : _ends[row - 1]).._ends[row]];

        public void Clear()
        {
            _text.ResetWrittenCount();
            _ends.Clear();
        }

        public void Add(ReadOnlySpan<byte> properties)
        {
            _json.Write(properties);
            _ends.Add(_text.WrittenCount);
        }

        public void Dispose() => _json.Dispose();
    }
}
