using System.Collections;

namespace PaperGraph.Graph;

/// <summary>Edges that leave a node, or reach it: a view on the graph's own columns, which it keeps alive.</summary>
public readonly struct EdgeList : IReadOnlyList<Edge>
{
    private readonly KnowledgeGraph _graph;
    private readonly int _start;
    private readonly bool _isIn;

    internal EdgeList(KnowledgeGraph graph, int start, int count, bool isIn) => (_graph, _start, Count, _isIn) = (graph, start, count, isIn);

    public int Count { get; }

    public bool IsEmpty => Count == 0;

    /// <exception cref="ArgumentOutOfRangeException">Below 0, or <see cref="Count"/> or more.</exception>
    public Edge this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return _isIn ? _graph.InEdgeAt(_start + index) : _graph.EdgeAt(_start + index);
        }
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<Edge> IEnumerable<Edge>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The part of one type: edges stand in the order of their types.</summary>
    internal EdgeList Of(EdgeType type)
    {
        int start = FirstFrom(type);
        int end = FirstFrom(type + 1);
        return new EdgeList(_graph, _start + start, end - start, _isIn);
    }

    /// <summary>First edge whose type is not before the given one.</summary>
    private int FirstFrom(EdgeType type)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = this[middle].Type < type ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    public struct Enumerator : IEnumerator<Edge>
    {
        private readonly EdgeList _list;
        private int _index = -1;

        internal Enumerator(EdgeList list) => _list = list;

        public readonly Edge Current => _list[_index];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++_index < _list.Count;

        public void Reset() => _index = -1;

        public readonly void Dispose()
        {
        }
    }
}
