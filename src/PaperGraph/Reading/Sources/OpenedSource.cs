using System.Text;

namespace PaperGraph.Reading;

/// <summary>The bytes of one source as UTF-8: unpacked where they are gzip, converted where a BOM says UTF-16, the BOM left out, never more than the limit.</summary>
/// <remarks>What goes wrong on the way ends the bytes and is told by <see cref="Failure"/>; nothing here throws once it is open.</remarks>
internal sealed class OpenedSource : IDisposable
{
    private const int HeadBytes = 1 << 16;

    private readonly string _name;
    private readonly long _limit;
    private readonly DigestStream? _digest;
    private readonly PeekStream _bytes;
    private long _count;

    private OpenedSource(string name, ReadingLimits limits, DigestStream? digest, PeekStream bytes) =>
        (_name, _limit, _digest, _bytes) = (name, limits.SourceBytes, digest, bytes);

    /// <summary>Why the bytes ended before their end; null while they have not.</summary>
    public ReadingProblem? Failure { get; private set; }

    /// <summary>1-based line reached, for <see cref="Failure"/>: set by whoever counts them.</summary>
    public int Line { get; set; } = 1;

    /// <param name="withDigest">Whether <see cref="Complete"/> will be asked for.</param>
    /// <exception cref="IOException">The source cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    /// <exception cref="InvalidDataException">It is gzip whose first bytes are damaged.</exception>
    public static OpenedSource Open(SourceInput input, ReadingLimits limits, bool withDigest)
    {
        Stream raw = input.Open();
        DigestStream? digest = withDigest ? new DigestStream(raw) : null;
        var packed = new PeekStream(digest ?? raw);
        try
        {
            bool isGzip = packed.Peek(2) is [0x1F, 0x8B];
            PeekStream plain = isGzip ? new PeekStream(new GzipStreamReader(packed)) : packed;
            return new OpenedSource(input.Name, limits, digest, WithoutByteOrderMark(plain));
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            packed.Dispose();
            throw;
        }
    }

    /// <summary>The next bytes without taking them: 64 KiB, or all that is left, or whatever is there once <paramref name="isEnough"/> says so.</summary>
    public ReadOnlySpan<byte> PeekHead(Func<ReadOnlyMemory<byte>, bool>? isEnough = null)
    {
        try
        {
            return _bytes.Peek(HeadBytes, isEnough);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // What was unpacked before the damage is still there to be read; the damage is met again after it.
            return _bytes.Peek(0);
        }
    }

    /// <returns>0 at the end, and where <see cref="Failure"/> has been set.</returns>
    public int Read(Span<byte> buffer)
    {
        if (Failure is not null || buffer.IsEmpty)
        {
            return 0;
        }

        try
        {
            int read = _bytes.Read(buffer);
            if ((_count += read) <= _limit)
            {
                return read;
            }

            Failure = new ReadingProblem(ProblemCode.SourceTooLarge, _name, Line, $"holds more than {_limit} bytes, unpacked: the rest was not read. Split it.");
        }
        catch (InvalidDataException exception)
        {
            Failure = new ReadingProblem(ProblemCode.BrokenCompression, _name, Line, $"the gzip data is damaged or cut, what follows is lost ({exception.Message})");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Failure = new ReadingProblem(ProblemCode.Unreadable, _name, Line, $"could not be read on: {exception.Message}");
        }

        return 0;
    }

    /// <summary>The digest of all bytes as they lie (<see cref="SourceDigest"/>); what was not read yet is read for it.</summary>
    public string? Complete()
    {
        try
        {
            return _digest?.Complete();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose() => _bytes.Dispose();

    private static PeekStream WithoutByteOrderMark(PeekStream bytes)
    {
        switch (bytes.Peek(3))
        {
            case [0xEF, 0xBB, 0xBF]:
                Skip(bytes, 3);
                return bytes;
            case [0xFF, 0xFE, ..]:
                Skip(bytes, 2);
                return new PeekStream(Encoding.CreateTranscodingStream(bytes, new UnicodeEncoding(bigEndian: false, byteOrderMark: false), new UTF8Encoding(false)));
            case [0xFE, 0xFF, ..]:
                Skip(bytes, 2);
                return new PeekStream(Encoding.CreateTranscodingStream(bytes, new UnicodeEncoding(bigEndian: true, byteOrderMark: false), new UTF8Encoding(false)));
            default:
                return bytes;
        }
    }

    private static void Skip(PeekStream bytes, int count)
    {
        Span<byte> skipped = stackalloc byte[count];
        bytes.ReadExactly(skipped);
    }
}
