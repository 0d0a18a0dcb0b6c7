namespace PaperGraph.Reading;

/// <summary>A forward stream whose next bytes can be looked at before they are read.</summary>
internal sealed class PeekStream(Stream inner) : ForwardStream
{
    private byte[] _buffer = [];
    private int _start;
    private int _end;

    /// <summary>Up to <paramref name="count"/> of the next bytes; fewer only where the stream ends before, or where <paramref name="isEnough"/> says so.</summary>
    /// <param name="isEnough">Asked after each read of the inner stream, so that a slow pipe is not waited for longer than needed.</param>
    public ReadOnlySpan<byte> Peek(int count, Func<ReadOnlyMemory<byte>, bool>? isEnough = null)
    {
        while (_end - _start < count)
        {
            Reserve(count);
            int read = inner.Read(_buffer, _end, count - (_end - _start));
            _end += read;
            if (read == 0 || (isEnough is not null && isEnough(_buffer.AsMemory(_start, _end - _start))))
            {
                break;
            }
        }

        return _buffer.AsSpan(_start, _end - _start);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_start == _end)
        {
            return inner.Read(buffer);
        }

        int count = Math.Min(buffer.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _start >= count)
        {
            return;
        }

        byte[] larger = new byte[count];
        _buffer.AsSpan(_start, _end - _start).CopyTo(larger);
        (_buffer, _start, _end) = (larger, 0, _end - _start);
    }
}
