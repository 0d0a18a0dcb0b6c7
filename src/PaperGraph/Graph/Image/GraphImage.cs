using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace PaperGraph.Graph.Image;

/// <summary>A whole graph as one block of bytes: flat columns of numbers, keys in UTF-8, properties that are decoded when they are asked for.</summary>
/// <remarks>
/// Little-endian. A header of <see cref="HeaderLength"/> bytes: magic, version, counts, a CRC-32C of the rest (four interleaved), the SHA-256 of the rest, and
/// for each <see cref="ImageSection"/> its start and length in bytes; then the sections, each at a multiple of 8. The same graph is the same bytes.
/// A block is a pinned array or a mapped file; it is let go when the last graph on it is collected.
/// </remarks>
internal sealed unsafe partial class GraphImage
{
    public const int HeaderLength = 64 + (16 * SectionCount);
    public const int SectionCount = (int)ImageSection.EdgeProperties + 1;
    public const int Version = 1;

    internal const int DigestOffset = 32;
    internal const int DigestLength = 32;
    internal const int ChecksumOffset = 24;

    /// <summary><c>PGRAPHIX</c></summary>
    internal const ulong Magic = 0x5849_4850_4152_4750;

    // Keeps the bytes where they are: the pinned array, or the view of the mapped file.
    private readonly object _owner;
    private readonly byte* _start;
    private readonly long _length;

    private GraphImage(object owner, byte* start, long length)
    {
        _owner = owner;
        _start = start;
        _length = length;
        CheckHeader();
    }

    public int NodeCount => (int)Read(12);

    public int EdgeCount => (int)Read(16);

    /// <summary>SHA-256 of everything behind the header: tells one graph from another.</summary>
    public ReadOnlySpan<byte> Digest => new(_start + DigestOffset, DigestLength);

    /// <param name="pinned">From <see cref="GC.AllocateUninitializedArray{T}(int, bool)"/>, pinned.</param>
    public static GraphImage OfBytes(byte[] pinned)
    {
        fixed (byte* start = pinned)
        {
            return new GraphImage(pinned, start, pinned.Length);
        }
    }

    /// <summary>Maps a file.</summary>
    /// <param name="isChecked">Whether all of its bytes are looked through.</param>
    /// <exception cref="GraphImageException">The file is no image, of another version, or damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static GraphImage Map(string path, bool isChecked)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        long length = stream.Length;
        if (length < HeaderLength)
        {
            throw new GraphImageException($"it ends after {length} bytes");
        }

        ulong checksum = isChecked ? ChecksumOf(stream) : 0;
        using var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        MemoryMappedViewAccessor view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        var mapping = new Mapping(view);
        var image = new GraphImage(mapping, mapping.Start, length);
        return !isChecked || checksum == BinaryPrimitives.ReadUInt64LittleEndian(new ReadOnlySpan<byte>(image._start + ChecksumOffset, 8))
            ? image
            : throw new GraphImageException("its checksum is wrong");
    }

    /// <summary>A section as numbers; their count must be as stated.</summary>
    public Column<T> Column<T>(ImageSection section, int count)
        where T : unmanaged
    {
        (long start, long length) = Place(section);
        return length == (long)count * sizeof(T)
            ? new Column<T>((T*)(_start + start), count, this)
            : throw new GraphImageException($"{section} has {length} bytes for {count} numbers");
    }

    /// <summary>A stretch of a section. Only to be used while this object is referred to.</summary>
    public ReadOnlySpan<byte> Bytes(ImageSection section, long start, long end)
    {
        (long first, long length) = Place(section);
        return start >= 0 && start <= end && end <= length && end - start <= int.MaxValue
            ? new ReadOnlySpan<byte>(_start + first + start, (int)(end - start))
            : throw new GraphImageException($"a stretch lies outside of {section}");
    }

    /// <summary>All bytes, for writing them elsewhere.</summary>
    public void CopyTo(Stream stream)
    {
        for (long at = 0; at < _length; at += 1 << 24)
        {
            stream.Write(new ReadOnlySpan<byte>(_start + at, (int)Math.Min(1 << 24, _length - at)));
        }

        GC.KeepAlive(this);
    }

    /// <summary>Gives the memory of pages that were read back to the system; they come from the file again when they are asked for. Does nothing for bytes
    /// that stand in no file, and on systems that do without such advice.</summary>
    public void ReleasePages()
    {
        if (_owner is Mapping && OperatingSystem.IsLinux())
        {
            const int DontNeed = 4;
            _ = Advise((nint)_start, (nuint)_length, DontNeed);   // Refused, the pages stay: no harm.
            GC.KeepAlive(this);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nuint length, int advice);

    private (long Start, long Length) Place(ImageSection section)
    {
        byte* entry = _start + 64 + (16 * (int)section);
        long start = BinaryPrimitives.ReadInt64LittleEndian(new ReadOnlySpan<byte>(entry, 8));
        long length = BinaryPrimitives.ReadInt64LittleEndian(new ReadOnlySpan<byte>(entry + 8, 8));
        return start >= HeaderLength && start % 8 == 0 && length >= 0 && start <= _length - length
            ? (start, length)
            : throw new GraphImageException($"{section} lies outside of the file");
    }

    private void CheckHeader()
    {
        if (BinaryPrimitives.ReadUInt64LittleEndian(new ReadOnlySpan<byte>(_start, 8)) != Magic)
        {
            throw new GraphImageException("it does not begin as an index does");
        }

        if (Read(8) != Version || (int)Read(12) < 0 || (int)Read(16) < 0)
        {
            throw new GraphImageException($"it has version {Read(8)}, this program reads {Version}");
        }
    }

    /// <summary>Of all bytes behind the header. They are read, not mapped: what a question does not look at takes no room.</summary>
    private static ulong ChecksumOf(FileStream stream)
    {
        var checksum = new ImageChecksum();
        byte[] buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(ImageChecksum.Stretch);
        stream.Position = HeaderLength;
        int count;
        do
        {
            count = stream.ReadAtLeast(buffer.AsSpan(0, ImageChecksum.Stretch), ImageChecksum.Stretch, throwOnEndOfStream: false);
            checksum.Append(buffer.AsSpan(0, count));
        }
        while (count == ImageChecksum.Stretch);
        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        return checksum.Value;
    }

    private uint Read(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(new ReadOnlySpan<byte>(_start + offset, 4));

    /// <summary>Holds a view's pointer; gives it back when nothing refers to it any more.</summary>
    private sealed class Mapping
    {
        private readonly MemoryMappedViewAccessor _view;

        public Mapping(MemoryMappedViewAccessor view)
        {
            _view = view;
            byte* start = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            Start = start + view.PointerOffset;
        }

        ~Mapping()
        {
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.SafeMemoryMappedViewHandle.Dispose();
        }

        public byte* Start { get; }
    }
}

/// <summary>The parts of an image, in their order.</summary>
internal enum ImageSection
{
    /// <summary>int32 by label, and one past the end: its first node.</summary>
    FirstNodes,

    /// <summary>int64 by node, and one past the end, into <see cref="Keys"/>.</summary>
    KeyStarts,

    /// <summary>UTF-8, without separators.</summary>
    Keys,

    /// <summary>int32 by edge.</summary>
    EdgeSources,

    /// <summary>int32 by edge.</summary>
    EdgeTargets,

    /// <summary>byte by edge.</summary>
    EdgeTypes,

    /// <summary>int32 by node, and one past the end, into edges.</summary>
    FirstOutEdges,

    /// <summary>int32 by node, and one past the end, into <see cref="InEdges"/>.</summary>
    FirstInEdges,

    /// <summary>int32: edge numbers by target, then type, then source.</summary>
    InEdges,

    /// <summary>float32 by edge: its score; NaN where it has none.</summary>
    EdgeScores,

    /// <summary>int64 by node, and one past the end, into <see cref="NodeProperties"/>.</summary>
    NodePropertyStarts,

    /// <summary>int64 by edge, and one past the end, into <see cref="EdgeProperties"/>.</summary>
    EdgePropertyStarts,

    /// <summary>As <see cref="PropertyEncoding"/> writes them.</summary>
    NodeProperties,

    /// <summary>As <see cref="PropertyEncoding"/> writes them.</summary>
    EdgeProperties,
}
