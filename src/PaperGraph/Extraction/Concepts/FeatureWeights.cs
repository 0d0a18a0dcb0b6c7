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

    /// <summary>Values of one template that have a place in <see cref="_small"/>.</summary>
    private const int SmallValues = 4096;

    /// <summary>Added to what is known, so that 0 is what is not.</summary>
    private const long Known = 1L << 62;

    private readonly uint _buckets = (uint)(slots.Length / 2);
    private readonly long[] _small = new long[CandidateFeatures.Count * SmallValues];

    public FeatureWeight[] Slots { get; } = slots;

    public static FeatureWeights Read(ModelFile file) => new(file.Section<FeatureWeight>("ranker"));

    /// <summary>Takes a candidate's features and gives their sums.</summary>
    public Sums BeginSums() => new(this);

    /// <summary>Both weights as one number, so that one addition adds both: the first in the upper half.</summary>
    private long Find(ulong feature)
    {
        ref FeatureWeight first = ref Bucket(feature);
        ref FeatureWeight second = ref Unsafe.Add(ref first, 1);
        uint fingerprint = (uint)(feature >> 32) | 1;
        return (first.Fingerprint == fingerprint ? Pair(first) : 0) + (second.Fingerprint == fingerprint ? Pair(second) : 0);
    }

    private ref FeatureWeight Bucket(ulong feature) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Slots), (nuint)((uint)(((ulong)(uint)feature * _buckets) >> 32) * 2));

    private static long Pair(in FeatureWeight weight) => ((long)weight.Choice << 32) + weight.Term;

    /// <summary>
    /// The weights of values that are all small, which most are, found by an index instead of a hash. An entry is worked out when it is first asked
    /// for: by whichever thread, it is the same.
    /// </summary>
    private long SmallEntry(int index, ulong feature)
    {
        long pair = Find(feature);
        _small[index] = pair + Known;
        return pair;
    }

    /// <summary>Keys that were sent for.</summary>
    [InlineArray(Length)]
    private struct WaitingKeys
    {
        public const int Length = 16;

        private ulong _first;
    }

    /// <summary>The sums of one candidate's features.</summary>
    public struct Sums(FeatureWeights weights) : IFeatureListener
    {
        private readonly long[] _small = weights._small;
        private long _sum;
        private int _waiting;
        private WaitingKeys _keys;

        /// <summary>Adds what was sent for; to be called when all features were told, best after those of the next candidate.</summary>
        public void Complete()
        {
            for (int i = 0; i < _waiting; i++)
            {
                _sum += weights.Find(_keys[i]);
            }

            _waiting = 0;
        }

        /// <summary>In log-odds, once complete.</summary>
        public readonly float Choice => (float)((int)((_sum - Lower) >> 32) / Scale);

        /// <inheritdoc cref="Choice"/>
        public readonly float Term => (float)(Lower / Scale);

        private readonly int Lower => (int)_sum;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(int template, ulong value)
        {
            if (value < SmallValues)
            {
                AddSmall((template * SmallValues) + (int)value, template, value);
            }
            else
            {
                AddLarge(CandidateFeatures.Key(template, value));
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(int template, ulong first, ulong second)
        {
            if ((first | second) < 32)
            {
                AddSmall((template * SmallValues) + (int)((first * 32) + second), template, CandidateFeatures.Join(first, second));
            }
            else
            {
                AddLarge(CandidateFeatures.Key(template, CandidateFeatures.Join(first, second)));
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(int template, ulong first, ulong second, ulong third)
        {
            if ((first | second | third) < 16)
            {
                AddSmall((template * SmallValues) + (int)((((first * 16) + second) * 16) + third), template, CandidateFeatures.Join(CandidateFeatures.Join(first, second), third));
            }
            else
            {
                AddLarge(CandidateFeatures.Key(template, CandidateFeatures.Join(CandidateFeatures.Join(first, second), third)));
            }
        }

        private void AddLarge(ulong feature)
        {
            if (_waiting == WaitingKeys.Length)
            {
                Complete();
            }

            Ahead.Fetch(ref weights.Bucket(feature));
            _keys[_waiting++] = feature;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void AddSmall(int index, int template, ulong value)
        {
            long pair = _small[index];
            _sum += pair != 0 ? pair - Known : weights.SmallEntry(index, CandidateFeatures.Key(template, value));
        }
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
