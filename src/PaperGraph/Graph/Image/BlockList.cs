namespace PaperGraph.Graph.Image;

/// <summary>A list that only grows, in blocks, so that growing copies nothing and never takes its room twice.</summary>
internal sealed class BlockList<T>
{
    private const int BlockBits = 15;
    private const int BlockLength = 1 << BlockBits;

    private readonly List<T[]> _blocks = [];

    public int Count { get; private set; }

    public ref T this[int index] => ref _blocks[index >> BlockBits][index & (BlockLength - 1)];

    public void Add(T item)
    {
        if (Count >> BlockBits == _blocks.Count)
        {
            _blocks.Add(new T[BlockLength]);
        }

        this[Count++] = item;
    }
}
