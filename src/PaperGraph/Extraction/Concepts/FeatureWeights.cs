using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PaperGraph.Models;

namespace PaperGraph.Extraction.Concepts;

/// <summary>A feature's weights for the ranker's two questions, in 1/<see cref="FeatureWeights.Scale"/> of a unit of log-odds.</summary>
internal readonly record struct FeatureWeight(uint Fingerprint, short Choice, short Term);

/// <summary>Feature → two weights, in buckets of two as <see cref="Tagging.WeightRows"/> has them.</summary>
internal sealed class FeatureWeights(FeatureWeight[] slots)
{
    public const double Scale = 1024;

    private readonly uint _buckets = (uint)(slots.Length / 2);

    public FeatureWeight[] Slots { get; } = slots;

    public static FeatureWeights Read(ModelFile file) => new(file.Section<FeatureWeight>("ranker"));

    /// <summary>The sums over the features, in log-odds.</summary>
    public (float Choice, float Term) Sum(ReadOnlySpan<ulong> features)
    {
        int choice = 0, term = 0;
        ref FeatureWeight slots = ref MemoryMarshal.GetArrayDataReference(Slots);
        foreach (ulong feature in features)
        {
            ref FeatureWeight first = ref Unsafe.Add(ref slots, (nuint)((uint)(((ulong)(uint)feature * _buckets) >> 32) * 2));
            ref FeatureWeight second = ref Unsafe.Add(ref first, 1);
            uint fingerprint = (uint)(feature >> 32) | 1;
            int inFirst = first.Fingerprint == fingerprint ? -1 : 0, inSecond = second.Fingerprint == fingerprint ? -1 : 0;
            choice += (first.Choice & inFirst) + (second.Choice & inSecond);
            term += (first.Term & inFirst) + (second.Term & inSecond);
        }

        return ((float)(choice / Scale), (float)(term / Scale));
    }

    /// <summary>A table of these weights, the largest first: what finds its bucket full is left out.</summary>
    public static FeatureWeights Build(IEnumerable<(ulong Feature, double Choice, double Term)> weights, int buckets)
    {
        var slots = new FeatureWeight[buckets * 2];
        foreach ((ulong feature, double choice, double term) in weights.OrderByDescending(weight => Math.Abs(weight.Choice) + Math.Abs(weight.Term)).ThenBy(weight => weight.Feature))
        {
            int bucket = (int)(((ulong)(uint)feature * (uint)buckets) >> 32) * 2;
            int at = slots[bucket].Fingerprint == 0 ? bucket : bucket + 1;
            if (slots[at].Fingerprint == 0)
            {
                slots[at] = new FeatureWeight((uint)(feature >> 32) | 1, Whole(choice), Whole(term));
            }
        }

        return new FeatureWeights(slots);
    }

    private static short Whole(double weight) => (short)Math.Clamp(Math.Round(weight * Scale), short.MinValue, short.MaxValue);
}
