using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PaperGraph.Extraction.Tagging;

/// <summary>Forward and backward probabilities of one text, and what they say about its stretches.</summary>
internal sealed class TermLattice
{
    private const int Width = WeightRows.Width;

    /// <summary>What is less likely as a beginning is not followed to its end.</summary>
    private const float Negligible = 1e-7f;

    private float[] _forward = [];
    private float[] _backward = [];
    private float[] _scales = [];
    private int[] _sentenceEnds = [];
    private Moves[] _moves = [];
    private bool[] _hasMoves = [];
    private bool[] _isOutside = [];
    private readonly Vector256<float>[] _leavingFirst = new Vector256<float>[TermLabel.Count];
    private readonly Vector256<float>[] _leavingLater = new Vector256<float>[TermLabel.Count];
    private Vector256<float> _fromBegin;
    private Vector256<float> _fromInside;
    private float[] _transitions = [];

    public float[] Emissions { get; private set; } = [];

    public void Reset(int count)
    {
        if (_scales.Length < count)
        {
            int capacity = Math.Max(count, Math.Max(512, _scales.Length * 2));
            Emissions = new float[capacity * Width];
            _forward = new float[capacity * Width];
            _backward = new float[capacity * Width];
            _scales = new float[capacity];
            _sentenceEnds = new int[capacity];
            _moves = new Moves[capacity];
            _hasMoves = new bool[capacity];
            _isOutside = new bool[capacity];
        }

        Array.Clear(_hasMoves, 0, count);
        Array.Clear(_isOutside, 0, count);
    }

    /// <summary>The token is outside for certain.</summary>
    public void EmitOutside(int token)
    {
        Emissions.AsSpan(token * Width, Width).Clear();
        Emissions[(token * Width) + TermLabel.Outside] = 1;
        _isOutside[token] = true;
    }

    /// <summary>One sentence, from a token to one past its last (Rabiner 1989, scaled).</summary>
    public void Run(int start, int end, float[] transitions, float[] returns, float[] opening)
    {
        UseTransitions(transitions);
        RunForward(start, end, transitions, opening);
        RunBackward(start, end, returns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunForward(int start, int end, float[] transitions, float[] opening)
    {
        ref float moves = ref MemoryMarshal.GetArrayDataReference(transitions);
        for (int t = start; t < end; t++)
        {
            _sentenceEnds[t] = end;
            Vector256<float> low, high;
            if (t == start)
            {
                (low, high) = (Vector256.Create(opening, 0), Vector256.Create(opening, 8));
            }
            else
            {
                (low, high) = (Vector256<float>.Zero, Vector256<float>.Zero);
                ReadOnlySpan<float> shares = _forward.AsSpan((t - 1) * Width, LabelsOf(t - 1));
                ref float row = ref moves;
                if (_isOutside[t])
                {
                    // The upper labels' emissions are zero.
                    foreach (float share in shares)
                    {
                        low += Vector256.Create(share) * Vector256.LoadUnsafe(ref row);
                        row = ref Unsafe.Add(ref row, Width);
                    }
                }
                else
                {
                    foreach (float share in shares)
                    {
                        var shareOfAll = Vector256.Create(share);
                        low += shareOfAll * Vector256.LoadUnsafe(ref row);
                        high += shareOfAll * Vector256.LoadUnsafe(ref row, 8);
                        row = ref Unsafe.Add(ref row, Width);
                    }
                }
            }

            low *= Vector256.Create(Emissions, t * Width);
            high *= Vector256.Create(Emissions, (t * Width) + 8);
            float sum = Vector256.Sum(low) + Vector256.Sum(high);
            _scales[t] = sum;
            var scale = Vector256.Create(1 / sum);
            (low * scale).CopyTo(_forward, t * Width);
            (high * scale).CopyTo(_forward, (t * Width) + 8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunBackward(int start, int end, float[] returns)
    {
        Vector256<float>.One.CopyTo(_backward, (end - 1) * Width);
        Vector256<float>.One.CopyTo(_backward, ((end - 1) * Width) + 8);
        for (int t = end - 2; t >= start; t--)
        {
            Vector256<float> low = Vector256<float>.Zero, high = Vector256<float>.Zero;
            float scale = 1 / _scales[t + 1];
            int labels = LabelsOf(t + 1);
            ReadOnlySpan<float> emissions = Emissions.AsSpan((t + 1) * Width, labels), rests = _backward.AsSpan((t + 1) * Width, labels);
            ref float row = ref MemoryMarshal.GetArrayDataReference(returns);
            for (int after = 0; after < emissions.Length && after < rests.Length; after++)
            {
                var share = Vector256.Create(emissions[after] * rests[after] * scale);
                low += share * Vector256.LoadUnsafe(ref row);
                high += share * Vector256.LoadUnsafe(ref row, 8);
                row = ref Unsafe.Add(ref row, Width);
            }

            low.CopyTo(_backward, t * Width);
            high.CopyTo(_backward, (t * Width) + 8);
        }
    }

    /// <summary>Chances that exactly the stretch from a token to each token up to another of its sentence is a mention, by type.</summary>
    /// <param name="chances">One for each last token, from <paramref name="first"/>; a type's lane is its number.</param>
    public void ChancesFrom(int first, int end, Span<Vector256<float>> chances)
    {
        Vector256<float> chance = Types(_forward, (first * Width) + TermLabel.Begin(0));
        for (int last = first; last <= end; last++)
        {
            if (last > first)
            {
                ref readonly Moves move = ref MovesTo(last);
                chance *= last == first + 1 ? move.Second : move.Later;
            }

            int next = last + 1;
            if (next == _sentenceEnds[first])
            {
                chances[last - first] = chance;
                continue;
            }

            ref readonly Moves leaving = ref MovesTo(next);
            Vector256<float> whole = chance * (last == first ? leaving.AfterFirst : leaving.AfterLater) / Vector256.Create(_scales[next]);
            chances[last - first] = Vector256.ConditionalSelect(Vector256.LessThan(chance, Vector256.Create(Negligible)), chance, whole);
        }
    }

    /// <summary>Chances that a mention begins at the token, by type, as <see cref="ChancesFrom"/> gives them.</summary>
    public Vector256<float> Begins(int token)
    {
        int at = (token * Width) + TermLabel.Begin(0);
        return Types(_forward, at) * Types(_backward, at);
    }

    /// <summary>Labels, from the first, that the token can have: a token outside for certain has the first alone, and sums over the others add zeros.</summary>
    private int LabelsOf(int token) => _isOutside[token] ? TermLabel.Outside + 1 : TermLabel.Count;

    private void UseTransitions(float[] transitions)
    {
        if (ReferenceEquals(_transitions, transitions))
        {
            return;
        }

        _transitions = transitions;
        Span<float> first = stackalloc float[8], later = stackalloc float[8];
        for (int after = 0; after < TermLabel.Count; after++)
        {
            for (int type = 0; type < TermLabel.Types; type++)
            {
                int begin = TermLabel.Begin(type), inside = TermLabel.Inside(type);
                first[type] = after == inside ? 0 : transitions[(begin * Width) + after];
                later[type] = after == inside ? 0 : transitions[(inside * Width) + after];
            }

            (_leavingFirst[after], _leavingLater[after]) = (Vector256.Create<float>(first), Vector256.Create<float>(later));
        }

        for (int type = 0; type < TermLabel.Types; type++)
        {
            int begin = TermLabel.Begin(type), inside = TermLabel.Inside(type);
            (first[type], later[type]) = (transitions[(begin * Width) + inside], transitions[(inside * Width) + inside]);
        }

        (_fromBegin, _fromInside) = (Vector256.Create<float>(first), Vector256.Create<float>(later));
    }

    /// <summary>Worked out when first asked for: most tokens are in or next to no stretch that is looked at.</summary>
    private ref readonly Moves MovesTo(int token)
    {
        ref Moves moves = ref _moves[token];
        if (!_hasMoves[token])
        {
            _hasMoves[token] = true;
            Vector256<float> inside = Types(Emissions, (token * Width) + TermLabel.Inside(0)), scale = Vector256.Create(_scales[token]);
            Vector256<float> afterFirst = Vector256<float>.Zero, afterLater = Vector256<float>.Zero;
            int labels = LabelsOf(token);
            for (int after = 0; after < labels; after++)
            {
                var emission = Vector256.Create(Emissions[(token * Width) + after]);
                var rest = Vector256.Create(_backward[(token * Width) + after]);
                afterFirst += _leavingFirst[after] * emission * rest;
                afterLater += _leavingLater[after] * emission * rest;
            }

            moves = new Moves(_fromBegin * inside / scale, _fromInside * inside / scale, afterFirst, afterLater);
        }

        return ref moves;
    }

    /// <summary>Every other value, from <paramref name="start"/> on: one a type.</summary>
    private static Vector256<float> Types(float[] values, int start)
    {
        // A place behind the last lane gives zero.
        ref float first = ref values.AsSpan(start, 2 * TermLabel.Types)[0];
        return Vector256.Shuffle(Vector256.LoadUnsafe(ref first), Vector256.Create(0, 2, 4, 6, 8, 8, 8, 8))
            | Vector256.Shuffle(Vector256.LoadUnsafe(ref first, 4), Vector256.Create(8, 8, 8, 8, 4, 6, 8, 8));
    }

    /// <summary>What mentions of each type do at a token.</summary>
    /// <param name="Second">Go on to it from their first token.</param>
    /// <param name="Later">Go on to it from a later token.</param>
    /// <param name="AfterFirst">End before it after one token.</param>
    /// <param name="AfterLater">End before it after several.</param>
    private readonly record struct Moves(Vector256<float> Second, Vector256<float> Later, Vector256<float> AfterFirst, Vector256<float> AfterLater);
}
