using System.Buffers;

namespace PaperGraph.Storage;

/// <summary>Some rows of a table as their statement takes them: each of as many numbers as the others, and of as many texts. Used again and again.</summary>
internal sealed class RowBatch : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 20);
    private readonly List<int> _ends = [];     // of the texts in the bytes
    private readonly List<long> _numbers = [];
    private readonly PropertyJson _json;

    public RowBatch() => _json = new PropertyJson(_bytes);

    /// <summary>Rows that were ended.</summary>
    public int Count { get; private set; }

    public Row this[int row] => new(this, row);

    public void Add(long number) => _numbers.Add(number);

    /// <param name="text">UTF-8.</param>
    public void Add(ReadOnlySpan<byte> text)
    {
        _bytes.Write(text);
        _ends.Add(_bytes.WrittenCount);
    }

    /// <summary>A text: the properties as <see cref="PropertyJson"/> writes them.</summary>
    public void AddJson(ReadOnlySpan<byte> properties)
    {
        _json.Write(properties);
        _ends.Add(_bytes.WrittenCount);
    }

    public void EndRow() => Count++;

    public void Clear()
    {
        Count = 0;
        _bytes.ResetWrittenCount();
        _ends.Clear();
        _numbers.Clear();
    }

    public void Dispose() => _json.Dispose();

    /// <summary>One row.</summary>
    public readonly struct Row(RowBatch batch, int row)
    {
        /// <param name="place">In the order in which they were added.</param>
        public long Number(int place) => batch._numbers[(row * (batch._numbers.Count / batch.Count)) + place];

        /// <summary>UTF-8.</summary>
        /// <param name="place">In the order in which they were added.</param>
        public ReadOnlySpan<byte> Text(int place)
        {
            int text = (row * (batch._ends.Count / batch.Count)) + place;
            return batch._bytes.WrittenSpan[(text == 0 ? 0 : batch._ends[text - 1])..batch._ends[text]];
        }
    }
}
