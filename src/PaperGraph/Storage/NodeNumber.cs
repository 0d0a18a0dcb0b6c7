using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PaperGraph.Graph;

namespace PaperGraph.Storage;

/// <summary>A node's number in the tables: made from its label and id, so that it is the same in every store.</summary>
internal static class NodeNumber
{
    /// <summary>The first 63 bits of the SHA-256 of label, line break and id. Two of a million nodes meet with a chance of one in ten million; the tables then refuse the second.</summary>
    public static long Of(NodeLabel label, string id)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(GraphSchema.NameOf(label) + "\n" + id));
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(hash) >> 1);
    }
}
