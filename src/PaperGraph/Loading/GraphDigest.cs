using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PaperGraph.Graph;
using PaperGraph.Graph.Image;

namespace PaperGraph.Loading;

/// <summary>Short digests of a graph's nodes and edges, by which a load knows what changed: the first 8 bytes of SHA-256.</summary>
internal sealed class GraphDigest(KnowledgeGraph graph)
{
    private readonly ulong[] _nodeKeys = new ulong[graph.NodeCount];

    /// <summary>Stands for a node in the entries of edges.</summary>
    public ulong KeyOf(NodeId node)
    {
        ref ulong key = ref _nodeKeys[node.Index];
        if (key == 0)
        {
            key = OfKey(graph.LabelOf(node), graph.RawKeyOf(node));
            GC.KeepAlive(graph);
        }

        return key;
    }

    /// <summary>Of the node's properties; never 0.</summary>
    public ulong Of(NodeId node)
    {
        ulong digest = OfProperties(graph.RawPropertiesOf(node));
        GC.KeepAlive(graph);
        return digest;
    }

    /// <summary>Of the edge's properties; never 0.</summary>
    public ulong Of(Edge edge)
    {
        ulong digest = OfProperties(graph.RawPropertiesOf(edge));
        GC.KeepAlive(graph);
        return digest;
    }

    public static ulong OfKey(NodeLabel label, string key) => OfKey(label, Encoding.UTF8.GetBytes(key));

    /// <summary>Of properties from elsewhere. What no load writes, such as a text where a number belongs, has the digest 1.</summary>
    /// <param name="buffer">Written over.</param>
    public static ulong Of(PropertySet properties, ByteBuffer buffer)
    {
        buffer.Clear();
        try
        {
            PropertyEncoding.Write(buffer, properties);
        }
        catch (ArgumentException)
        {
            return 1;
        }

        var bytes = new byte[buffer.Length];
        buffer.CopyTo(0, bytes);
        return OfProperties(bytes);
    }

    private static ulong OfKey(NodeLabel label, ReadOnlySpan<byte> key)
    {
        Span<byte> bytes = key.Length < 512 ? stackalloc byte[key.Length + 1] : new byte[key.Length + 1];
        bytes[0] = (byte)label;
        key.CopyTo(bytes[1..]);
        return FirstBytes(bytes);
    }

    private static ulong OfProperties(ReadOnlySpan<byte> bytes) => Math.Max(2, FirstBytes(bytes));

    private static ulong FirstBytes(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
