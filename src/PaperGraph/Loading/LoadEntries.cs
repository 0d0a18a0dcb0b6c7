using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PaperGraph.Graph;

namespace PaperGraph.Loading;

/// <summary>What a batch wrote, as the database keeps it: the keys, and the digest of what each was given; 0: taken off.</summary>
/// <remarks>Nodes: length and UTF-8 of the id, digest. Edges, in runs of one source: the source's key, the run's length, then each target's key and digest.
/// Lengths are 4 bytes, keys and digests 8, little-endian; the whole in Base64.</remarks>
internal static class LoadEntries
{
    public static string EncodeNodes(IReadOnlyList<(string Id, ulong Digest)> nodes)
    {
        var buffer = new ArrayBufferWriter<byte>(nodes.Count * 48 + 1);
        foreach ((string id, ulong digest) in nodes)
        {
            int length = Encoding.UTF8.GetByteCount(id);
            Span<byte> span = buffer.GetSpan(length + 12);
            BinaryPrimitives.WriteInt32LittleEndian(span, length);
            Encoding.UTF8.GetBytes(id, span[4..]);
            BinaryPrimitives.WriteUInt64LittleEndian(span[(4 + length)..], digest);
            buffer.Advance(length + 12);
        }

        return Convert.ToBase64String(buffer.WrittenSpan);
    }

    /// <param name="edges">Those of one source one after another.</param>
    public static string EncodeEdges(IReadOnlyList<(EdgeKey Key, ulong Digest)> edges)
    {
        var buffer = new ArrayBufferWriter<byte>(edges.Count * 20 + 1);
        for (int start = 0; start < edges.Count;)
        {
            int end = start + 1;
            while (end < edges.Count && edges[end].Key.Source == edges[start].Key.Source)
            {
                end++;
            }

            int length = 12 + (end - start) * 16;
            Span<byte> span = buffer.GetSpan(length);
            BinaryPrimitives.WriteUInt64LittleEndian(span, edges[start].Key.Source);
            BinaryPrimitives.WriteInt32LittleEndian(span[8..], end - start);
            for (int at = 12; start < end; start++, at += 16)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(span[at..], edges[start].Key.Target);
                BinaryPrimitives.WriteUInt64LittleEndian(span[(at + 8)..], edges[start].Digest);
            }

            buffer.Advance(length);
        }

        return Convert.ToBase64String(buffer.WrittenSpan);
    }

    /// <summary>Plays a batch on top of what earlier ones left.</summary>
    /// <exception cref="FormatException">The entries are damaged.</exception>
    public static void DecodeNodes(string entries, Dictionary<string, ulong> digestsById)
    {
        ReadOnlySpan<byte> bytes = Convert.FromBase64String(entries);
        while (!bytes.IsEmpty)
        {
            int length = Take(ref bytes, 4) is var prefix ? BinaryPrimitives.ReadInt32LittleEndian(prefix) : 0;
            string id = Encoding.UTF8.GetString(Take(ref bytes, length));
            Put(digestsById, id, BinaryPrimitives.ReadUInt64LittleEndian(Take(ref bytes, 8)));
        }
    }

    /// <summary>Plays a batch on top of what earlier ones left.</summary>
    /// <exception cref="FormatException">The entries are damaged.</exception>
    public static void DecodeEdges(string entries, Dictionary<EdgeKey, ulong> digestsByKey)
    {
        ReadOnlySpan<byte> bytes = Convert.FromBase64String(entries);
        while (!bytes.IsEmpty)
        {
            ulong source = BinaryPrimitives.ReadUInt64LittleEndian(Take(ref bytes, 8));
            int count = BinaryPrimitives.ReadInt32LittleEndian(Take(ref bytes, 4));
            for (int i = 0; i < count; i++)
            {
                ulong target = BinaryPrimitives.ReadUInt64LittleEndian(Take(ref bytes, 8));
                Put(digestsByKey, new EdgeKey(source, target), BinaryPrimitives.ReadUInt64LittleEndian(Take(ref bytes, 8)));
            }
        }
    }

    /// <summary>SHA-256 of the entries, 64 hex digits.</summary>
    public static string DigestOf(string entries) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(entries)));

    private static void Put<TKey>(Dictionary<TKey, ulong> digests, TKey key, ulong digest)
        where TKey : notnull
    {
        if (digest == 0)
        {
            digests.Remove(key);
        }
        else
        {
            digests[key] = digest;
        }
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, int count)
    {
        if (count < 0 || count > bytes.Length)
        {
            throw new FormatException("A batch's entries are cut short.");
        }

        ReadOnlySpan<byte> taken = bytes[..count];
        bytes = bytes[count..];
        return taken;
    }
}

/// <summary>An edge of one kind by the keys of its ends (<see cref="GraphDigest.OfKey(NodeLabel, string)"/>).</summary>
internal readonly record struct EdgeKey(ulong Source, ulong Target);
