using System.Runtime.Intrinsics;

namespace PaperGraph.Extraction.Tagging;

/// <summary>Forward and backward probabilities of one text, and what they say about its stretches.</summary>
internal sealed class TermLattice
{
    private const int Width = WeightRows.Width;

    private float[] _forward = [];
    private float[] _backward = [];
    private float[] _scales = [];
    private int[] _sentenceEnds = [];
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
        }
    }

    /// <summary>One sentence, from a token to one past its last (Rabiner 1989, scaled).</summary>
    public void Run(int start, int end, float[] transitions, float[] returns, float[] opening)
    {
        _transitions = transitions;
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
                for (int before = 0; before < TermLabel.Count; before++)
                {
                    var share = Vector256.Create(_forward[((t - 1) * Width) + before]);
                    low += share * Vector256.Create(transitions, before * Width);
                    high += share * Vector256.Create(transitions, (before * Width) + 8);
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

        Vector256<float>.One.CopyTo(_backward, (end - 1) * Width);
        Vector256<float>.One.CopyTo(_backward, ((end - 1) * Width) + 8);
        for (int t = end - 2; t >= start; t--)
        {
            Vector256<float> low = Vector256<float>.Zero, high = Vector256<float>.Zero;
            int next = (t + 1) * Width;
            float scale = 1 / _scales[t + 1];
            for (int after = 0; after < TermLabel.Count; after++)
            {
                var share = Vector256.Create(Emissions[next + after] * _backward[next + after] * scale);
                low += share * Vector256.Create(returns, after * Width);
                high += share * Vector256.Create(returns, (after * Width) + 8);
            }

            low.CopyTo(_backward, t * Width);
            high.CopyTo(_backward, (t * Width) + 8);
        }
    }

    /// <summary>Chance that exactly this stretch of one sentence is a mention of this type.</summary>
    public float Chance(int first, int last, int type)
    {
        int begin = TermLabel.Begin(type), inside = begin + 1;
        float chance = _forward[(first * Width) + begin];
        int label = begin;
        for (int t = first + 1; t <= last; t++)
        {
            chance *= _transitions[(label * Width) + inside] * Emissions[(t * Width) + inside] / _scales[t];
            label = inside;
        }

        if (chance < 1e-7f || last + 1 == _sentenceEnds[first])
        {
            return chance;
        }

        int next = (last + 1) * Width;
        float leave = 0;
        for (int after = 0; after < TermLabel.Count; after++)
        {
            leave += after == inside ? 0 : _transitions[(label * Width) + after] * Emissions[next + after] * _backward[next + after];
        }

        return chance * leave / _scales[last + 1];
    }

    /// <summary>Chance that the token lies inside a mention of this type.</summary>
    public float Inside(int token, int type)
    {
        int at = (token * Width) + TermLabel.Begin(type);
        return (_forward[at] * _backward[at]) + (_forward[at + 1] * _backward[at + 1]);
    }

    /// <summary>Chance that a mention of this type begins at the token.</summary>
    public float Begins(int token, int type)
    {
        int at = (token * Width) + TermLabel.Begin(type);
        return _forward[at] * _backward[at];
    }
}
