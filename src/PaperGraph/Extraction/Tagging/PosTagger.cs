using System.Runtime.Intrinsics;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Extraction.Tagging;

/// <summary>Gives each token its part of speech, left to right (Collins 2002's averaged perceptron, greedy).</summary>
internal sealed class PosTagger(WeightRows weights)
{
    /// <summary>Tokens that the far rows are sent for before they are needed.</summary>
    private const int Lead = 4;

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
            if (i + Lead < text.Count && text.Cache is not null)
            {
                _rows.FetchAhead(text, i + Lead);
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

    private static int Best(Vector256<short> scores)
    {
        int best = 0;
        for (int i = 1; i < WeightRows.Labels; i++)
        {
            if (scores[i] > scores[best])
            {
                best = i;
            }
        }

        return best;
    }
}
