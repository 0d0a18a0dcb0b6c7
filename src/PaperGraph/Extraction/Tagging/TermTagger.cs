using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PaperGraph.Extraction.Text;
using PaperGraph.Models;

namespace PaperGraph.Extraction.Tagging;

/// <summary>A linear-chain conditional random field over the tokens: how likely each stretch is a term, and of which type.</summary>
/// <remarks>
/// Emissions are whole numbers, 1/<see cref="Scale"/> of a unit of log-likelihood; probabilities are computed from a table of powers in a fixed
/// order, so that every machine gets the same.
/// </remarks>
internal sealed class TermTagger
{
    public const double Scale = 96;
    private const int Width = WeightRows.Width;

    private static readonly float[] s_powers = Powers();
    private static readonly Vector256<short> s_labels = Vector256.LessThan(Vector256<short>.Indices, Vector256.Create((short)TermLabel.Count));

    private readonly TermRows _rows;
    private readonly float[] _transitions = new float[Width * Width];
    private readonly float[] _opening = new float[Width];

    /// <summary>Transposed: a row holds what leads to its label.</summary>
    private readonly float[] _returns = new float[Width * Width];

    public TermTagger(WeightRows weights, float[] transitions)
    {
        (Weights, Transitions, _rows) = (weights, transitions, new TermRows(weights));
        for (int from = 0; from < TermLabel.Count; from++)
        {
            for (int to = 0; to < TermLabel.Count; to++)
            {
                _transitions[(from * Width) + to] = TermLabel.MayFollow(from, to) ? (float)Math.Exp(transitions[(from * TermLabel.Count) + to]) : 0;
                _returns[(to * Width) + from] = _transitions[(from * Width) + to];
            }
        }

        for (int label = 0; label < TermLabel.Count; label++)
        {
            _opening[label] = TermLabel.MayFollow(TermLabel.Outside, label) ? (float)Math.Exp(transitions[(TermLabel.Count * TermLabel.Count) + label]) : 0;
        }
    }

    public WeightRows Weights { get; }

    /// <summary>Label × label, then the opening labels; natural logarithms.</summary>
    public float[] Transitions { get; }

    public static TermTagger Read(ModelFile file) => new(WeightRows.Read(file, "terms"), file.Section<float>("terms.transitions"));

    /// <summary>Fills <paramref name="lattice"/> with the probabilities of this text.</summary>
    public void Tag(TaggedText text, TermFeatures features, TermLattice lattice)
    {
        features.Prepare(text);
        lattice.Reset(text.Count);
        if (text.Cache is { } cache)
        {
            var scorer = new TermScorer(_rows, text, cache, features);
            for (int i = 0; i < text.Count; i++)
            {
                if (TermFeatures.IsOutside(text, i))
                {
                    lattice.EmitOutside(i);
                }
                else
                {
                    Emit(lattice, i, scorer.Sum(i));
                }
            }
        }
        else
        {
            Span<ulong> keys = stackalloc ulong[TermFeatures.Count];
            for (int i = 0; i < text.Count; i++)
            {
                if (TermFeatures.IsOutside(text, i))
                {
                    lattice.EmitOutside(i);
                    continue;
                }

                features.Fill(text, i, keys);
                Emit(lattice, i, Weights.Sum(keys));
            }
        }

        int start = 0;
        for (int i = 1; i <= text.Count; i++)
        {
            if (i == text.Count || text.Text[i].Has(TokenTraits.SentenceStart))
            {
                lattice.Run(start, i, _transitions, _returns, _opening);
                start = i;
            }
        }
    }

    /// <summary>The labels' likelihoods, that of the likeliest 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Emit(TermLattice lattice, int token, Vector256<short> scores)
    {
        int top = HighestOf(scores);
        (Vector256<int> low, Vector256<int> high) = Vector256.Widen(scores);
        var last = Vector256.Create(s_powers.Length - 1);
        Span<int> below = stackalloc int[Width];
        Vector256.Min(Vector256.Create(top) - low, last).CopyTo(below);
        Vector256.Min(Vector256.Create(top) - high, last).CopyTo(below[8..]);
        Span<float> emission = lattice.Emissions.AsSpan(token * Width, Width);
        emission[TermLabel.Count..].Clear();
        for (int label = 0; label < TermLabel.Count; label++)
        {
            emission[label] = s_powers[below[label]];
        }
    }

    private static int HighestOf(Vector256<short> scores)
    {
        // The lanes behind the labels hold no scores.
        scores = Vector256.ConditionalSelect(s_labels, scores, Vector256.Create(short.MinValue));
        var top = Vector128.Max(scores.GetLower(), scores.GetUpper());
        top = Vector128.Max(top, Vector128.Shuffle(top, Vector128.Create(4, 5, 6, 7, 0, 1, 2, 3)));
        top = Vector128.Max(top, Vector128.Shuffle(top, Vector128.Create(2, 3, 0, 1, 6, 7, 4, 5)));
        return Math.Max(top[0], top[1]);
    }

    /// <summary>exp(-n / Scale), by repeated multiplication; the last is 0, for all that are less likely.</summary>
    private static float[] Powers()
    {
        float[] powers = new float[(int)(Scale * 18) + 1];
        double step = Math.Exp(-1 / Scale);
        double power = 1;
        for (int i = 0; i < powers.Length - 1; i++)
        {
            powers[i] = (float)power;
            power *= step;
        }

        return powers;
    }
}
