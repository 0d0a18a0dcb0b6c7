using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PaperGraph.Graph;

namespace PaperGraph.Storage;

/// <summary>A node's number in the tables: made from its label and id, so that it is the same in every store.</summary>
internal static class NodeNumber
{
    private static readonly byte[][] Prefixes = [.. GraphSchema.Labels.Select(label => Encoding.UTF8.GetBytes(GraphSchema.NameOf(label) + "\n"))];

    /// <summary>The first 63 bits of the SHA-256 of label, line break and id. Two of a million nodes meet with a chance of one in ten million; the tables then refuse the second.</summary>
    /// <param name="id">UTF-8.</param>
    public static long Of(NodeLabel label, ReadOnlySpan<byte> id)
    {
        byte[] prefix = Prefixes[(int)label];
        int length = prefix.Length + id.Length;
        byte[]? rented = length > 512 ? System.Buffers.ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> text = rented ?? stackalloc byte[512];
        prefix.CopyTo(text);
        id.CopyTo(text[prefix.Length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        if (rented is not null)
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        }

        return (long)(BinaryPrimitives.ReadUInt64BigEndian(hash) >> 1);
    }

    /// <summary>Of every node of a graph, by its place in it.</summary>
    public static long[] OfAll(KnowledgeGraph graph)
    {
        var numbers = new long[graph.NodeCount];
        Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(0, Math.Max(1, numbers.Length)), range =>
        {
            for (int i = range.Item1; i < Math.Min(range.Item2, numbers.Length); i++)
            {
                var node = new NodeId(i);
                numbers[i] = Of(graph.LabelOf(node), graph.RawKeyOf(node));
            }
        });
        return numbers;
    }
}
