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

    /// <summary>What is no sum of a group: so that 0 stands for a group that was not met yet, each sum is kept with these bits turned.</summary>
    private const int Unmet = unchecked((int)0x8000_8000);

    private readonly uint _buckets = (uint)(slots.Length / 2);

    /// <summary>Sums of the groups that were met so far, the choice's in the upper half: worked out by whichever thread comes first, they are the same.</summary>
    private readonly int[] _groups = new int[FeatureGroup.Places];

    public FeatureWeight[] Slots { get; } = slots;

    public static FeatureWeights Read(ModelFile file) => new(file.Section<FeatureWeight>("ranker"));

    /// <summary>Takes a candidate's features and gives their sums.</summary>
    public Sums BeginSums() => new(this, isAlone: false);

    /// <summary>The long way round to the same sums; from then on, <see cref="BeginSums"/> knows these groups.</summary>
    public Sums BeginSumsAlone() => new(this, isAlone: true);

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

    /// <summary>Keys that were sent for.</summary>
    [InlineArray(Length)]
    private struct WaitingKeys
    {
        public const int Length = 16;

        private ulong _first;
    }

    /// <summary>Places of groups that were sent for.</summary>
    [InlineArray(FeatureGroup.Count)]
    private struct WaitingGroups
    {
        private int _first;
    }

    /// <summary>The sums of one candidate's features.</summary>
    /// <param name="isAlone">Takes each feature by itself, and keeps what its group comes to: for a candidate that <see cref="Complete"/> failed for.</param>
    public struct Sums(FeatureWeights weights, bool isAlone) : IFeatureListener
    {
        private readonly int[] _kept = weights._groups;
        private long _sum;
        private int _waiting;
        private int _waitingGroups;
        private int _group;
        private long _sumBefore;
        private WaitingKeys _keys;
        private WaitingGroups _groups;

        /// <summary>Adds what was sent for; to be called when all features were told, best after those of the next candidate.</summary>
        /// <returns>False where a group was never met before: the sums mean nothing, and the candidate is to be told to <see cref="BeginSumsAlone"/>.</returns>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public bool Complete()
        {
            AddWaiting();
            bool met = true;
            foreach (int place in _groups[.._waitingGroups])
            {
                int kept = _kept[place];
                met &= kept != 0;
                kept ^= Unmet;
                _sum += ((long)(kept >> 16) << 32) + (short)kept;
            }

            _waitingGroups = 0;
            return met;
        }

        /// <summary>In log-odds, once complete.</summary>
        public readonly float Choice => (float)((int)((_sum - Lower) >> 32) / Scale);

        /// <inheritdoc cref="Choice"/>
        public readonly float Term => (float)(Lower / Scale);

        private readonly int Lower => (int)_sum;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Add(int template, ulong value)
        {
            if (_waiting == WaitingKeys.Length)
            {
                AddWaiting();
            }

            ulong feature = CandidateFeatures.Key(template, value);
            Ahead.Fetch(ref weights.Bucket(feature));
            _keys[_waiting++] = feature;
        }

        public void Add(int template, ulong first, ulong second) => Add(template, CandidateFeatures.Join(first, second));

        public void Add(int template, ulong first, ulong second, ulong third) => Add(template, CandidateFeatures.Join(CandidateFeatures.Join(first, second), third));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Begins(FeatureGroup group)
        {
            if (!isAlone)
            {
                Ahead.Fetch(ref _kept[group.Index]);
                _groups[_waitingGroups++] = group.Index;
                return false;
            }

            AddWaiting();
            (_group, _sumBefore) = (group.Index, _sum);
            return true;
        }

        public void Ends()
        {
            AddWaiting();
            long sum = _sum - _sumBefore;
            int term = (int)sum, choice = (int)((sum - term) >> 32);
            // A sum that needs more bits is not kept: its candidates are told twice each time.
            if (Math.Abs(term) <= short.MaxValue && Math.Abs(choice) <= short.MaxValue)
            {
                _kept[_group] = ((choice << 16) | (ushort)term) ^ Unmet;
            }
        }

        private void AddWaiting()
        {
            for (int i = 0; i < _waiting; i++)
            {
                _sum += weights.Find(_keys[i]);
            }

            _waiting = 0;
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
