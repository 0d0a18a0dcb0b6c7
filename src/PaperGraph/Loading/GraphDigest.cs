using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PaperGraph.Graph;

namespace PaperGraph.Loading;

/// <summary>Short digests of a graph's nodes and edges, by which a load knows what changed: the first 8 bytes of SHA-256.</summary>
internal sealed class GraphDigest
{
    private readonly ulong[] _nodeKeys;
    private readonly ulong[] _nodes;
    private readonly ulong[] _edges;

    private GraphDigest(ulong[] nodeKeys, ulong[] nodes, ulong[] edges) => (_nodeKeys, _nodes, _edges) = (nodeKeys, nodes, edges);

    public static GraphDigest Of(KnowledgeGraph graph)
    {
        var nodeKeys = new ulong[graph.NodeCount];
        var nodes = new ulong[graph.NodeCount];
        var edges = new ulong[graph.EdgeCount];
        var buffer = new ArrayBufferWriter<byte>(4096);
        foreach (NodeId node in graph.Nodes)
        {
            nodeKeys[node.Index] = OfKey(graph.LabelOf(node), graph.KeyOf(node));
            nodes[node.Index] = Of(graph.PropertiesOf(node), buffer);
        }

        foreach (Edge edge in graph.Edges)
        {
            edges[edge.Index] = Of(graph.PropertiesOf(edge), buffer);
        }

        return new GraphDigest(nodeKeys, nodes, edges);
    }

    /// <summary>Stands for a node in the entries of edges.</summary>
    public ulong KeyOf(NodeId node) => _nodeKeys[node.Index];

    /// <summary>Of the node's properties; never 0.</summary>
    public ulong Of(NodeId node) => _nodes[node.Index];

    /// <summary>Of the edge's properties; never 0.</summary>
    public ulong Of(Edge edge) => _edges[edge.Index];

    public static ulong OfKey(NodeLabel label, string key)
    {
        int length = Encoding.UTF8.GetByteCount(key) + 1;
        Span<byte> bytes = length <= 512 ? stackalloc byte[length] : new byte[length];
        bytes[0] = (byte)label;
        Encoding.UTF8.GetBytes(key, bytes[1..]);
        return FirstBytes(bytes);
    }

    /// <param name="buffer">Written over.</param>
    public static ulong Of(PropertySet properties, ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        foreach ((PropertyKey key, PropertyValue value) in properties)
        {
            WriteText(buffer, GraphSchema.NameOf(key));
            WriteValue(buffer, value);
        }

        return Math.Max(1, FirstBytes(buffer.WrittenSpan));
    }

    /// <summary>An empty list is one, of whatever: a database cannot tell.</summary>
    private static void WriteValue(ArrayBufferWriter<byte> buffer, PropertyValue value)
    {
        WriteNumber(buffer, (long)(value.Type == PropertyType.IntegerList ? PropertyType.TextList : value.Type));
        switch (value.Type)
        {
            case PropertyType.Text:
                WriteText(buffer, value.AsText);
                break;
            case PropertyType.Integer:
                WriteNumber(buffer, value.AsInteger);
                break;
            case PropertyType.Number:
                WriteNumber(buffer, BitConverter.DoubleToInt64Bits(value.AsNumber));
                break;
            case PropertyType.Boolean:
                WriteNumber(buffer, value.AsBoolean ? 1 : 0);
                break;
            case PropertyType.TextList:
                ImmutableArray<string> texts = value.AsTextList;
                WriteNumber(buffer, texts.Length);
                foreach (string text in texts)
                {
                    WriteText(buffer, text);
                }

                break;
            case PropertyType.IntegerList:
                ImmutableArray<int> integers = value.AsIntegerList;
                WriteNumber(buffer, integers.Length);
                foreach (int integer in integers)
                {
                    WriteNumber(buffer, integer);
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value.Type, "No such type.");
        }
    }

    private static void WriteNumber(ArrayBufferWriter<byte> buffer, long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(8), number);
        buffer.Advance(8);
    }

    private static void WriteText(ArrayBufferWriter<byte> buffer, string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        WriteNumber(buffer, length);
        buffer.Advance(Encoding.UTF8.GetBytes(text, buffer.GetSpan(length)));
    }

    private static ulong FirstBytes(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
