using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PaperGraph.Models;

namespace PaperGraph.Extraction.Tagging;

/// <summary>Feature → sixteen whole-number weights, one a label. Whole numbers add up to the same on every machine, in any order.</summary>
internal sealed class WeightRows(KeyTable keys, short[] weights)
{
    public const int Width = 16;

    public KeyTable Keys { get; } = keys;

    public short[] Weights { get; } = weights;

    /// <summary>Adds the feature's row to <paramref name="scores"/>; nothing for a feature that the model does not know.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong feature, ref Vector256<short> scores)
    {
        int slot = Keys.Find(feature);
        if (slot >= 0)
        {
            scores += Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Weights), (nuint)(slot * Width));
        }
    }

    public static WeightRows Read(ModelFile file, string name) => new(new KeyTable(file.Section<uint>(name + ".keys")), file.Section<short>(name + ".weights"));
}
