using System.Runtime.CompilerServices;

namespace PaperGraph.Graph.Image;

/// <summary>A stretch of an image as an array of numbers. Every access is checked, since a file may hold anything, and keeps the image alive.</summary>
internal readonly unsafe struct Column<T>
    where T : unmanaged
{
    private readonly T* _first;
    private readonly GraphImage? _image;

    internal Column(T* first, int count, GraphImage image)
    {
        _first = first;
        _image = image;
        Count = count;
    }

    public int Count { get; }

    public T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)Count)
            {
                throw new GraphImageException("a number points outside its column");
            }

            T value = _first[index];
            GC.KeepAlive(_image);
            return value;
        }
    }
}
