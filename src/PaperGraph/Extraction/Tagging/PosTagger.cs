using System.Numerics;
using System.Runtime.Intrinsics;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Extraction.Tagging;

/// <summary>Gives each token its part of speech, left to right (Collins 2002's averaged perceptron, greedy).</summary>
internal sealed class PosTagger(WeightRows weights)
{
    /// <summary>Tokens that the far rows are sent for before they are needed.</summary>
    private const int Lead = 4;

    private static readonly Vector256<short> s_labels = Vector256.LessThan(Vector256<short>.Indices, Vector256.Create((short)WeightRows.Labels));

    private readonly PosRows _rows = new(weights);

    public WeightRows Weights { get; } = weights;

    public void Tag(TaggedText text)
    {
        Span<ulong> features = stackalloc ulong[PosFeatures.Count];
        int previous = PosFeatures.Boundary, beforePrevious = PosFeatures.Boundary;
        for (int i = 0; i < text.Count; i++)
        {
            if (text.Text[i].Has(TokenTraits.SentenceStart))
            {
                previous = beforePrevious = PosFeatures.Boundary;
            }

            int tag = PosFeatures.Certain(text, i);
            if (i + Lead < text.Count && text.Cache is { } ahead)
            {
                _rows.FetchAhead(text, ahead, i + Lead);
            }

            if (tag < 0)
            {
                if (text.Cache is { } cache)
                {
                    tag = Best(_rows.Sum(text, cache, i, previous, beforePrevious));
                }
                else
                {
                    PosFeatures.Fill(text, i, previous, beforePrevious, features);
                    tag = Best(Weights.Sum(features));
                }
            }

            text.Tags[i] = (PartOfSpeech)tag;
            (beforePrevious, previous) = (previous, tag);
        }
    }

    /// <summary>The first of the highest.</summary>
    public static int Best(Vector256<short> scores)
    {
        // The lanes behind the labels hold no scores.
        scores = Vector256.ConditionalSelect(s_labels, scores, Vector256.Create(short.MinValue));
        var top = Vector128.Max(scores.GetLower(), scores.GetUpper());
        top = Vector128.Max(top, Vector128.Shuffle(top, Vector128.Create(4, 5, 6, 7, 0, 1, 2, 3)));
        top = Vector128.Max(top, Vector128.Shuffle(top, Vector128.Create(2, 3, 0, 1, 6, 7, 4, 5)));
        top = Vector128.Max(top, Vector128.Shuffle(top, Vector128.Create(1, 0, 3, 2, 5, 4, 7, 6)));
        return BitOperations.TrailingZeroCount(Vector256.Equals(scores, Vector256.Create(top, top)).ExtractMostSignificantBits());
    }
}
