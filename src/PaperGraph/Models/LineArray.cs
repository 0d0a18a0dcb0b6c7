using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PaperGraph.Models;

/// <summary>Elements of which the first begins a line of the processor's cache and stays there: what is 64 bytes long, or divides 64, lies in one line.</summary>
/// <remarks>
/// An ordinary array begins anywhere, so that an element of 32 bytes lies in two lines as often as in one: twice the memory to read, and half of
/// it not sent for by <see cref="Ahead"/>. Unchecked like a reference: whoever holds an index sees to it that it is below <see cref="Length"/>.
/// </remarks>
internal sealed unsafe class LineArray<T>
    where T : unmanaged
{
    private const int LineBytes = 64;

    /// <summary>What <see cref="_first"/> points into lives as long as this does.</summary>
    private readonly byte[] _memory;

    /// <summary>One access to memory less than by way of <see cref="_memory"/>, in sums that ask twenty tables for each token.</summary>
    private readonly T* _first;

    /// <summary>All zeros.</summary>
    public LineArray(int length)
    {
        Length = length;
        // Pinned: the collector moves other arrays, and the lines with them.
        _memory = GC.AllocateArray<byte>(checked((length * Unsafe.SizeOf<T>()) + LineBytes), pinned: true);
        nint start = Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0);
        _first = (T*)((start + LineBytes - 1) & -LineBytes);
    }

    public LineArray(ReadOnlySpan<T> elements)
        : this(elements.Length) => elements.CopyTo(Span);

    public int Length { get; }

    public Span<T> Span => MemoryMarshal.CreateSpan(ref First, Length);

    public ref T First => ref Unsafe.AsRef<T>(_first);

    /// <param name="index">Below <see cref="Length"/>; not checked.</param>
    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref First, (nuint)(uint)index);
    }
}
