using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace PaperGraph.Models;

/// <summary>Tables of models are larger than the caches near a core: what will be needed soon is sent for before.</summary>
internal static class Ahead
{
    /// <summary>Begins to fetch the line of memory that this value is in, where the processor can be told to; changes nothing else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch<T>(ref readonly T value)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            // The address may be stale by the time that it is used: then a line is fetched in vain.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in value)));
        }
    }
}
