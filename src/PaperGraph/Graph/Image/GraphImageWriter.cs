using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace PaperGraph.Graph.Image;

/// <summary>A node on its way into an image.</summary>
/// <param name="PropertiesStart">In the builder's buffer.</param>
internal readonly record struct ImageNode(NodeLabel Label, string Key, long PropertiesStart, int PropertiesLength);

/// <summary>Edges on their way into an image, between nodes by place, in the order of source, type, target.</summary>
/// <param name="PropertiesAt">An edge's properties in the builder's buffer, and its score: NaN where it has none.</param>
internal sealed record ImageEdges(int[] Sources, byte[] Types, int[] Targets, Func<int, (long Start, int Length, float Score)> PropertiesAt)
{
    public int Count => Sources.Length;
}

/// <summary>Writes a graph as an image (<see cref="GraphImage"/>).</summary>
/// <param name="nodeAt">In the order of label, then key.</param>
internal sealed class GraphImageWriter(int nodes, Func<int, ImageNode> nodeAt, ImageEdges edges, ByteBuffer nodeProperties, ByteBuffer edgeProperties)
{
    private readonly long[] _lengths = Lengths(nodes, nodeAt, edges);

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
        WriteSection(body, ImageSection.EdgeSources, () => body.Write(MemoryMarshal.AsBytes<int>(edges.Sources)));
        WriteSection(body, ImageSection.EdgeTargets, () => body.Write(MemoryMarshal.AsBytes<int>(edges.Targets)));
        WriteSection(body, ImageSection.EdgeTypes, () => body.Write(edges.Types));
        WriteInts(body, FirstEdges(edges.Sources));
        int[] firstInEdges = FirstEdges(edges.Targets);
        WriteInts(body, firstInEdges);
        WriteInts(body, InEdges(firstInEdges));
        WriteSection(body, ImageSection.EdgeScores, () => WriteEach(edges.Count, place => body.Write(BitConverter.SingleToInt32Bits(edges.PropertiesAt(place).Score))));
        WriteSection(body, ImageSection.NodePropertyStarts, () => WriteStarts(body, nodes, place => nodeAt(place).PropertiesLength));
        WriteSection(body, ImageSection.EdgePropertyStarts, () => WriteStarts(body, edges.Count, place => edges.PropertiesAt(place).Length));
        WriteSection(body, ImageSection.NodeProperties, () => WriteEach(nodes, place => nodeProperties.CopyTo(nodeAt(place).PropertiesStart, nodeAt(place).PropertiesLength, body)));
        WriteSection(body, ImageSection.EdgeProperties, () => WriteEach(edges.Count, place => edgeProperties.CopyTo(edges.PropertiesAt(place).Start, edges.PropertiesAt(place).Length, body)));
        WriteHeader(stream, body);
    }

    private static long[] Lengths(int nodes, Func<int, ImageNode> nodeAt, ImageEdges edges)
    {
        var lengths = new long[GraphImage.SectionCount];
        lengths[(int)ImageSection.FirstNodes] = sizeof(int) * (GraphSchema.Labels.Length + 1L);
        lengths[(int)ImageSection.KeyStarts] = lengths[(int)ImageSection.NodePropertyStarts] = sizeof(long) * (nodes + 1L);
        lengths[(int)ImageSection.EdgeSources] = lengths[(int)ImageSection.EdgeTargets] = lengths[(int)ImageSection.InEdges] = sizeof(int) * (long)edges.Count;
        lengths[(int)ImageSection.EdgeScores] = sizeof(float) * (long)edges.Count;
        lengths[(int)ImageSection.EdgeTypes] = edges.Count;
        lengths[(int)ImageSection.FirstOutEdges] = lengths[(int)ImageSection.FirstInEdges] = sizeof(int) * (nodes + 1L);
        lengths[(int)ImageSection.EdgePropertyStarts] = sizeof(long) * (edges.Count + 1L);
        for (int place = 0; place < nodes; place++)
        {
            ImageNode node = nodeAt(place);
            lengths[(int)ImageSection.Keys] += Encoding.UTF8.GetByteCount(node.Key);
            lengths[(int)ImageSection.NodeProperties] += node.PropertiesLength;
        }

        for (int place = 0; place < edges.Count; place++)
        {
            lengths[(int)ImageSection.EdgeProperties] += edges.PropertiesAt(place).Length;
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
        stream.Write(MemoryMarshal.AsBytes<int>(numbers));
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

    private int[] FirstEdges(int[] ends)
    {
        var first = new int[nodes + 1];
        foreach (int end in ends)
        {
            first[end + 1]++;
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

    /// <summary>By target, then type, then source: counted by type, then by target, each keeping the order that it finds.</summary>
    private int[] InEdges(int[] first)
    {
        var nextOfType = new int[GraphSchema.EdgeTypes.Length + 1];
        foreach (byte type in edges.Types)
        {
            nextOfType[type + 1]++;
        }

        Accumulated(nextOfType);
        var byType = new int[edges.Count];
        for (int place = 0; place < byType.Length; place++)
        {
            byType[nextOfType[edges.Types[place]]++] = place;
        }

        int[] next = first[..^1];
        var inEdges = new int[edges.Count];
        foreach (int place in byType)
        {
            inEdges[next[edges.Targets[place]]++] = place;
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
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], edges.Count);
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

    /// <summary>Collects small writes; while more come in, what is full is hashed and written on another thread.</summary>
    private sealed class BodyStream(Stream inner) : Stream
    {
        private byte[] _buffer = new byte[ImageChecksum.Stretch];
        private byte[] _passing = new byte[ImageChecksum.Stretch];
        private Task _pass = Task.CompletedTask;
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
            _pass.GetAwaiter().GetResult();
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
            _pass.GetAwaiter().GetResult();
            (_buffer, _passing) = (_passing, _buffer);
            int count = _count;
            _count = 0;
            _pass = Task.Run(() =>
            {
                _hash.AppendData(_passing, 0, count);
                _checksum.Append(_passing.AsSpan(0, count));
                inner.Write(_passing, 0, count);
            });
        }
    }
}
