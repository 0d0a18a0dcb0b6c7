using PaperGraph.Extraction.Text;

namespace PaperGraph.Training;

/// <summary>Numbers that look drawn by lot and are the same on every machine (Steele, Lea and Flood, <i>Fast splittable pseudorandom number generators</i>, 2014).</summary>
/// <param name="start">Another start gives other numbers.</param>
internal sealed class SplitMix64(ulong start)
{
    private ulong _state = start;

    public ulong Next() => TextHash.Finish(_state += 0x9E3779B97F4A7C15);

    /// <summary>0 to 1, 1 not among them.</summary>
    public double NextUnit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>0 to <paramref name="end"/>, that not among them.</summary>
    public int NextBelow(int end) => (int)(NextUnit() * end);

    /// <summary>Brings a list into another order (Fisher and Yates).</summary>
    public void Shuffle(Span<int> values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int other = NextBelow(i + 1);
            (values[i], values[other]) = (values[other], values[i]);
        }
    }
}
