using System.Buffers;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PaperGraph.Relatedness;

/// <summary>The index as a file that is mapped, not read: opening costs the same for ten papers and for a hundred thousand.</summary>
/// <remarks>Little-endian: <c>PGRELIX4</c>, the stamp's 32 bytes, the number of papers and the lengths of the twelve arrays (8 bytes each), then the
/// arrays, each from a multiple of 8 bytes.</remarks>
public sealed partial class RelatednessIndex
{
    /// <summary>Bytes that tell what an index was built from: a digest.</summary>
    public const int StampLength = 32;

    private const int Arrays = 12;
    private const int HeaderLength = 8 + StampLength + (8 * (Arrays + 1));

    private static ReadOnlySpan<byte> Magic => "PGRELIX4"u8;

    /// <param name="stamp">Of what it was built from, <see cref="StampLength"/> bytes.</param>
    public void Save(Stream stream, ReadOnlySpan<byte> stamp)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNotEqual(stamp.Length, StampLength);
        long[] numbers =
        [
            _papers, _terms.Length, _firstPostings.Length, _postingPapers.Length, _postingWeights.Length, _firstPaperTerms.Length, _paperTerms.Length, _paperWeights.Length,
            _leads.Length, _rests.Length, _restLengths.Length, _code.Length, _codeByPaper.Length,
        ];
        stream.Write(Magic);
        stream.Write(stamp);
        stream.Write(MemoryMarshal.AsBytes<long>(numbers.AsSpan()));
        Write(stream, _terms.Span);
        Write(stream, _firstPostings.Span);
        Write(stream, _postingPapers.Span);
        Write(stream, _postingWeights.Span);
        Write(stream, _firstPaperTerms.Span);
        Write(stream, _paperTerms.Span);
        Write(stream, _paperWeights.Span);
        Write(stream, _leads.Span);
        Write(stream, _rests.Span);
        Write(stream, _restLengths.Span);
        Write(stream, _code.Span);
        Write(stream, _codeByPaper.Span);
    }

    /// <summary>Says of a saved index what it was built from.</summary>
    /// <param name="file">Must be able to seek.</param>
    internal static void SetStamp(Stream file, ReadOnlySpan<byte> stamp)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(stamp.Length, StampLength);
        file.Position = Magic.Length;
        file.Write(stamp);
    }

    /// <summary>Maps the file where it is there, whole, and built from what the stamp says.</summary>
    /// <returns>Null where it is not: build it again.</returns>
    public static RelatednessIndex? TryOpen(string path, ReadOnlySpan<byte> stamp)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path) || new FileInfo(path).Length < HeaderLength)
        {
            return null;
        }

        var mapping = new Mapping(path);
        RelatednessIndex? index = TryRead(mapping, stamp);
        if (index is null)
        {
            ((IDisposable)mapping).Dispose();
        }

        return index;
    }

    private static RelatednessIndex? TryRead(Mapping mapping, ReadOnlySpan<byte> stamp)
    {
        ReadOnlySpan<byte> bytes = mapping.GetSpan();
        if (!bytes.StartsWith(Magic) || !bytes.Slice(Magic.Length, StampLength).SequenceEqual(stamp))
        {
            return null;
        }

        ReadOnlySpan<long> numbers = MemoryMarshal.Cast<byte, long>(bytes[(8 + StampLength)..HeaderLength]);
        ReadOnlySpan<int> sizes = [sizeof(ulong), sizeof(int), sizeof(int), sizeof(ushort), sizeof(int), sizeof(int), sizeof(ushort), sizeof(sbyte), sizeof(sbyte), sizeof(int), sizeof(ulong), sizeof(int)];
        long length = HeaderLength;
        for (int i = 0; i < Arrays; i++)
        {
            if (numbers[i + 1] < 0 || numbers[i + 1] > int.MaxValue)
            {
                return null;
            }

            length += Aligned(numbers[i + 1] * sizes[i]);
        }

        bool isWhole = length == bytes.Length && numbers[0] >= 0 && numbers[5] == numbers[0] + 1 && numbers[2] == numbers[1] + 1 && numbers[10] == numbers[0] && numbers[11] == numbers[12] * 3
            && (numbers[0] == 0 || (numbers[8] % numbers[0] == 0 && numbers[9] % numbers[0] == 0));
        if (!isWhole)
        {
            return null;
        }

        int at = HeaderLength;
        return new RelatednessIndex(
            (int)numbers[0], Next<ulong>(numbers[1]), Next<int>(numbers[2]), Next<int>(numbers[3]), Next<ushort>(numbers[4]),
            Next<int>(numbers[5]), Next<int>(numbers[6]), Next<ushort>(numbers[7]),
            Next<sbyte>(numbers[8]), Next<sbyte>(numbers[9]), Next<int>(numbers[10]), Next<ulong>(numbers[11]), Next<int>(numbers[12]), mapping);

        ReadOnlyMemory<T> Next<T>(long count)
            where T : unmanaged
        {
            ReadOnlyMemory<T> array = new MappedArray<T>(mapping, at, (int)count).Memory;
            at += (int)Aligned(count * Unsafe.SizeOf<T>());
            return array;
        }
    }

    private static long Aligned(long length) => (length + 7) & ~7L;

    private static void Write<T>(Stream stream, ReadOnlySpan<T> array)
        where T : unmanaged
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(array);
        stream.Write(bytes);
        stream.Write(stackalloc byte[(int)(Aligned(bytes.Length) - bytes.Length)]);
    }

    /// <summary>The whole file as read-only memory of the process.</summary>
    private sealed unsafe class Mapping : MemoryManager<byte>
    {
        private readonly MemoryMappedFile _file;
        private readonly MemoryMappedViewAccessor _view;
        private readonly int _length;
        private byte* _start;

        public Mapping(string path)
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            _length = checked((int)stream.Length);
            _file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        }

        public override Span<byte> GetSpan() => new(_start, _length);

        public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

        public override void Unpin()
        {
        }

        public T* At<T>(int offset)
            where T : unmanaged => (T*)(_start + offset);

        protected override void Dispose(bool disposing)
        {
            if (_start is not null)
            {
                _view.SafeMemoryMappedViewHandle.ReleasePointer();
                _start = null;
                _view.Dispose();
                _file.Dispose();
            }
        }
    }

    /// <summary>A stretch of the mapping as an array.</summary>
    private sealed unsafe class MappedArray<T>(Mapping mapping, int offset, int count) : MemoryManager<T>
        where T : unmanaged
    {
        public override Span<T> GetSpan() => new(mapping.At<T>(offset), count);

        public override MemoryHandle Pin(int elementIndex = 0) => new(mapping.At<T>(offset) + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
