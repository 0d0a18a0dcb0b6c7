using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace PaperGraph.Graph.Image;

/// <summary>A node on its way into an image.</summary>
/// <param name="PropertiesStart">In the builder's buffer.</param>
internal readonly record struct ImageNode(NodeLabel Label, string Key, long PropertiesStart, int PropertiesLength);

/// <summary>An edge on its way into an image, between nodes by place.</summary>
/// <param name="Score">NaN where it has none.</param>
internal readonly record struct ImageEdge(int Source, EdgeType Type, int Target, float Score, long PropertiesStart, int PropertiesLength);

/// <summary>Writes a graph as an image (<see cref="GraphImage"/>).</summary>
/// <param name="nodeAt">In the order of label, then key.</param>
/// <param name="edgeAt">In the order of source, type, target.</param>
internal sealed class GraphImageWriter(int nodes, int edges, Func<int, ImageNode> nodeAt, Func<int, ImageEdge> edgeAt, ByteBuffer nodeProperties, ByteBuffer edgeProperties)
{
    private readonly long[] _lengths = Lengths(nodes, edges, nodeAt, edgeAt);

    /// <summary>Bytes of the whole image.</summary>
    public long Length => GraphImage.HeaderLength + _lengths.Sum(Padded);

    /// <param name="stream">Written from its start; must be able to seek back to it.</param>
    public void Write(Stream stream)
    {
        var body = new BodyStream(stream);
        stream.Position = GraphImage.HeaderLength;
        WriteInts(body, FirstNodes());
        WriteSection(body, ImageSection.KeyStarts, () => WriteStarts(body, nodes, place => Encoding.UTF8.GetByteCount(nodeAt(place).Key)));
        WriteSection(body, ImageSection.Keys, () => WriteKeys(body));
        WriteSection(body, ImageSection.EdgeSources, () => WriteEach(edges, place => body.Write(edgeAt(place).Source)));
        WriteSection(body, ImageSection.EdgeTargets, () => WriteEach(edges, place => body.Write(edgeAt(place).Target)));
        WriteSection(body, ImageSection.EdgeTypes, () => WriteEach(edges, place => body.WriteByte((byte)edgeAt(place).Type)));
        WriteInts(body, FirstEdges(static edge => edge.Source));
        int[] firstInEdges = FirstEdges(static edge => edge.Target);
        WriteInts(body, firstInEdges);
        WriteInts(body, InEdges(firstInEdges));
        WriteSection(body, ImageSection.EdgeScores, () => WriteEach(edges, place => body.Write(BitConverter.SingleToInt32Bits(edgeAt(place).Score))));
        WriteSection(body, ImageSection.NodePropertyStarts, () => WriteStarts(body, nodes, place => nodeAt(place).PropertiesLength));
        WriteSection(body, ImageSection.EdgePropertyStarts, () => WriteStarts(body, edges, place => edgeAt(place).PropertiesLength));
        WriteSection(body, ImageSection.NodeProperties, () => WriteEach(nodes, place => nodeProperties.CopyTo(nodeAt(place).PropertiesStart, nodeAt(place).PropertiesLength, body)));
        WriteSection(body, ImageSection.EdgeProperties, () => WriteEach(edges, place => edgeProperties.CopyTo(edgeAt(place).PropertiesStart, edgeAt(place).PropertiesLength, body)));
        WriteHeader(stream, body);
    }

    private static long[] Lengths(int nodes, int edges, Func<int, ImageNode> nodeAt, Func<int, ImageEdge> edgeAt)
    {
        var lengths = new long[GraphImage.SectionCount];
        lengths[(int)ImageSection.FirstNodes] = sizeof(int) * (GraphSchema.Labels.Length + 1L);
        lengths[(int)ImageSection.KeyStarts] = lengths[(int)ImageSection.NodePropertyStarts] = sizeof(long) * (nodes + 1L);
        lengths[(int)ImageSection.EdgeSources] = lengths[(int)ImageSection.EdgeTargets] = lengths[(int)ImageSection.InEdges] = sizeof(int) * (long)edges;
        lengths[(int)ImageSection.EdgeScores] = sizeof(float) * (long)edges;
        lengths[(int)ImageSection.EdgeTypes] = edges;
        lengths[(int)ImageSection.FirstOutEdges] = lengths[(int)ImageSection.FirstInEdges] = sizeof(int) * (nodes + 1L);
        lengths[(int)ImageSection.EdgePropertyStarts] = sizeof(long) * (edges + 1L);
        for (int place = 0; place < nodes; place++)
        {
            ImageNode node = nodeAt(place);
            lengths[(int)ImageSection.Keys] += Encoding.UTF8.GetByteCount(node.Key);
            lengths[(int)ImageSection.NodeProperties] += node.PropertiesLength;
        }

        for (int place = 0; place < edges; place++)
        {
            lengths[(int)ImageSection.EdgeProperties] += edgeAt(place).PropertiesLength;
        }

        return lengths;
    }

    private static long Padded(long length) => (length + 7) & ~7L;

    private static void WriteEach(int count, Action<int> write)
    {
        for (int place = 0; place < count; place++)
        {
            write(place);
        }
    }

    private static void WriteStarts(BodyStream stream, int count, Func<int, int> lengthAt)
    {
        long start = 0;
        stream.Write(start);
        for (int place = 0; place < count; place++)
        {
            stream.Write(start += lengthAt(place));
        }
    }

    private void WriteKeys(BodyStream stream)
    {
        byte[] bytes = [];
        for (int place = 0; place < nodes; place++)
        {
            string key = nodeAt(place).Key;
            bytes = bytes.Length < 3 * key.Length ? new byte[4 * key.Length] : bytes;
            stream.Write(bytes.AsSpan(0, Encoding.UTF8.GetBytes(key, bytes)));
        }
    }

    private static void WriteInts(BodyStream stream, int[] numbers)
    {
        foreach (int number in numbers)
        {
            stream.Write(number);
        }

        stream.Pad();
    }

    private void WriteSection(BodyStream stream, ImageSection section, Action write)
    {
        long start = stream.Length;
        write();
        if (stream.Length - start != _lengths[(int)section])
        {
            throw new InvalidOperationException($"{section} came out with {stream.Length - start} bytes instead of {_lengths[(int)section]}.");
        }

        stream.Pad();
    }

    private int[] FirstNodes()
    {
        var first = new int[GraphSchema.Labels.Length + 1];
        for (int place = 0; place < nodes; place++)
        {
            first[(int)nodeAt(place).Label + 1]++;
        }

        return Accumulated(first);
    }

    private int[] FirstEdges(Func<ImageEdge, int> end)
    {
        var first = new int[nodes + 1];
        for (int place = 0; place < edges; place++)
        {
            first[end(edgeAt(place)) + 1]++;
        }

        return Accumulated(first);
    }

    private static int[] Accumulated(int[] counts)
    {
        for (int i = 1; i < counts.Length; i++)
        {
            counts[i] += counts[i - 1];
        }

        return counts;
    }

    /// <summary>By target, then type, then source: a stable count by target of the edges taken type by type keeps the sources' order.</summary>
    private int[] InEdges(int[] first)
    {
        var next = first[..^1];
        var inEdges = new int[edges];
        foreach (EdgeType type in GraphSchema.EdgeTypes)
        {
            for (int place = 0; place < edges; place++)
            {
                ImageEdge edge = edgeAt(place);
                if (edge.Type == type)
                {
                    inEdges[next[edge.Target]++] = place;
                }
            }
        }

        return inEdges;
    }

    private void WriteHeader(Stream stream, BodyStream body)
    {
        (byte[] digest, ulong checksum) = body.Complete();
        Span<byte> header = stackalloc byte[GraphImage.HeaderLength];
        header.Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(header, GraphImage.Magic);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], GraphImage.Version);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], nodes);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], edges);
        BinaryPrimitives.WriteUInt64LittleEndian(header[GraphImage.ChecksumOffset..], checksum);
        digest.CopyTo(header[GraphImage.DigestOffset..]);
        long start = GraphImage.HeaderLength;
        for (int section = 0; section < GraphImage.SectionCount; section++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(header[(64 + (16 * section))..], start);
            BinaryPrimitives.WriteInt64LittleEndian(header[(72 + (16 * section))..], _lengths[section]);
            start += Padded(_lengths[section]);
        }

        stream.Position = 0;
        stream.Write(header);
        stream.Flush();
    }

    /// <summary>Collects small writes, and hashes what passes.</summary>
    private sealed class BodyStream(Stream inner) : Stream
    {
        private readonly byte[] _buffer = new byte[ImageChecksum.Stretch];
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly ImageChecksum _checksum = new();
        private int _count;
        private long _length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position
        {
            get => _length;
            set => throw new NotSupportedException();
        }

        public void Write(int number) => Write(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in number)));

        public void Write(long number) => Write(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in number)));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _length += buffer.Length;
            while (!buffer.IsEmpty)
            {
                int count = Math.Min(buffer.Length, _buffer.Length - _count);
                buffer[..count].CopyTo(_buffer.AsSpan(_count));
                buffer = buffer[count..];
                _count += count;
                if (_count == _buffer.Length)
                {
                    Pass();
                }
            }
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void WriteByte(byte value) => Write([value]);

        public void Pad() => Write([0, 0, 0, 0, 0, 0, 0, 0], 0, (int)(Padded(_length) - _length));

        public (byte[] Digest, ulong Checksum) Complete()
        {
            Pass();
            byte[] digest = _hash.GetHashAndReset();
            _hash.Dispose();
            return (digest, _checksum.Value);
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        private void Pass()
        {
            _hash.AppendData(_buffer, 0, _count);
            _checksum.Append(_buffer.AsSpan(0, _count));
            inner.Write(_buffer, 0, _count);
            _count = 0;
        }
    }
}
