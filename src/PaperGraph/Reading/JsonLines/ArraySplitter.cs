namespace PaperGraph.Reading;

/// <summary>The elements of one JSON array, over as many lines as it likes.</summary>
/// <remarks>Only strings, brackets and commas are looked at; whether an element is valid JSON is its parser's business.</remarks>
internal sealed class ArraySplitter : IRecordSplitter
{
    private static readonly System.Buffers.SearchValues<byte> Marks = System.Buffers.SearchValues.Create("\"{}[],\n"u8);
    private static readonly System.Buffers.SearchValues<byte> StringMarks = System.Buffers.SearchValues.Create("\"\\\n"u8);

    private int _depth;
    private bool _inString;
    private bool _escaped;
    private bool _hasText;
    private bool _isClosed;
    private int _recordLine = 1;

    public int RecordStart { get; set; }

    public bool HasDropped { get; set; }

    public int Line { get; private set; } = 1;

    public void Scan(ReadOnlySpan<byte> buffer, int from, int to, List<RecordSegment> segments)
    {
        for (int i = from; i < to; i++)
        {
            if (_escaped)
            {
                _escaped = false;
                continue;
            }

            int next = buffer[i..to].IndexOfAny(_inString ? StringMarks : Marks);
            int skipped = next < 0 ? to - i : next;
            NoteText(buffer.Slice(i, skipped));
            i += skipped;
            if (i < to)
            {
                See(buffer[i], i, segments);
            }
        }
    }

    public string? Finish(int end, List<RecordSegment> segments)
    {
        if (_isClosed)
        {
            return _hasText ? "text after the array's closing bracket" : null;
        }

        if (_hasText || HasDropped)
        {
            Add(end, segments);
        }

        return "the array is not closed: the file is cut";
    }

    /// <summary>An element starts on the line of its first character that is no white space.</summary>
    private void NoteText(ReadOnlySpan<byte> text)
    {
        if (!_hasText && _depth > 0 | _isClosed && !text.Trim(" \t\r"u8).IsEmpty)
        {
            _hasText = true;
            _recordLine = Line;
        }
    }

    private void See(byte mark, int index, List<RecordSegment> segments)
    {
        switch (mark)
        {
            case (byte)'\n':
                Line++;
                return;
            case (byte)'"':
                NoteText("\""u8);
                _inString = !_inString;
                return;
            case (byte)'\\':
                _escaped = true;
                return;
            case (byte)'[' when _depth == 0 && !_isClosed:
                _depth = 1;
                RecordStart = index + 1;
                return;
            case (byte)'[' or (byte)'{':
                NoteText("{"u8);
                _depth++;
                return;
            case (byte)',' when _depth == 1:
                Add(index, segments);
                RecordStart = index + 1;
                return;
            case (byte)']' when _depth == 1:
                if (_hasText || HasDropped)
                {
                    Add(index, segments);
                }

                (_depth, _isClosed, RecordStart) = (0, true, index + 1);
                return;
            case (byte)']' or (byte)'}':
                _depth = Math.Max(_depth - 1, _isClosed ? 0 : 1);
                return;
        }
    }

    private void Add(int end, List<RecordSegment> segments)
    {
        int line = _hasText ? _recordLine : Line;
        segments.Add(HasDropped ? new RecordSegment(0, 0, line, IsTooLong: true) : new RecordSegment(RecordStart, end - RecordStart, line));
        (_hasText, HasDropped) = (false, false);
    }
}
