using System.IO.Compression;

namespace PaperGraph.Reading;

/// <summary>Unpacks gzip, of one member or several, and notices where the data ends in the middle, which the framework's stream takes for an end.</summary>
/// <remarks>Behind the last byte a small member of our own is handed to the decoder. Where the data is whole, the decoder gives that member's content; where it is cut, it gives anything else.
/// By the time the decoder asks for those bytes it has given all that it could make of the others, so that nothing of ours gets into the text.</remarks>
internal sealed class GzipStreamReader : ForwardStream
{
    private static readonly byte[] Mark = "papergraph: end of the packed data"u8.ToArray();
    private static readonly byte[] PackedMark = Pack(Mark);

    private readonly MarkedStream _packed;
    private readonly GZipStream _gzip;

    public GzipStreamReader(Stream packed)
    {
        _packed = new MarkedStream(packed);
        _gzip = new GZipStream(_packed, CompressionMode.Decompress);
    }

    /// <exception cref="InvalidDataException">The data is damaged, or ends in the middle; what came before has been given.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        int read;
        try
        {
            read = _gzip.Read(buffer);
        }
        catch (InvalidDataException exception) when (_packed.IsMarkTaken)
        {
            throw Cut(exception);
        }

        if (!_packed.IsMarkTaken)
        {
            return read;
        }

        return EndsWithMark(buffer[..read]) ? 0 : throw Cut(null);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
            _packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool EndsWithMark(ReadOnlySpan<byte> first)
    {
        byte[] found = new byte[Mark.Length + 1];
        first[..Math.Min(first.Length, found.Length)].CopyTo(found);
        int length = first.Length;
        while (length < found.Length)
        {
            int read;
            try
            {
                read = _gzip.Read(found.AsSpan(length));
            }
            catch (InvalidDataException)
            {
                return false;
            }

            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return length == Mark.Length && found.AsSpan(0, length).SequenceEqual(Mark);
    }

    private static InvalidDataException Cut(Exception? inner) => new("it ends in the middle", inner);

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    /// <summary>The packed bytes, and once they are at their end the packed mark, in a read of its own.</summary>
    private sealed class MarkedStream(Stream packed) : ForwardStream
    {
        private int _marked;

        public bool IsMarkTaken { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            int read = IsMarkTaken ? 0 : packed.Read(buffer);
            if (read > 0 || _marked == PackedMark.Length)
            {
                return read;
            }

            IsMarkTaken = true;
            int count = Math.Min(buffer.Length, PackedMark.Length - _marked);
            PackedMark.AsSpan(_marked, count).CopyTo(buffer);
            _marked += count;
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                packed.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
