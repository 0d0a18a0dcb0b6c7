using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PaperGraph.Extraction.Text;
using PaperGraph.Models;

namespace PaperGraph.Extraction.Tagging;

/// <summary>The weights of <see cref="PosFeatures"/>, laid out so that most are looked up by an index: the same sums in a fraction of the time.</summary>
internal sealed class PosRows
{
    private const int Tags = PosFeatures.Boundary + 1;
    private const int ShapePlaces = 256;

    private readonly WeightRows _weights;

    /// <summary>By the two tags before.</summary>
    private readonly LineArray<Vector256<short>> _before = new(Tags * Tags);

    /// <summary>By shape, and whether the token opens a sentence and stands in the title.</summary>
    private readonly LineArray<Vector256<short>> _shapes = new(ShapePlaces);

    /// <summary>By the word's class and the tag before; by the next word's class and the tag before.</summary>
    private readonly LineArray<Vector256<short>> _classes = new(256 * Tags);
    private readonly LineArray<Vector256<short>> _nextClasses = new(256 * Tags);

    public PosRows(WeightRows weights)
    {
        _weights = weights;
        for (int previous = 0; previous < Tags; previous++)
        {
            for (int second = 0; second < Tags; second++)
            {
                _before[(previous * Tags) + second] = weights.Row(TextHash.Feature(3, (ulong)previous)) + weights.Row(TextHash.Feature(4, (ulong)((previous * Tags) + second)));
            }

            for (int word = 0; word < 256; word++)
            {
                _classes[(word * Tags) + previous] = weights.Row(TextHash.Feature(11, (ulong)((word * 32) + previous)));
                _nextClasses[(word * Tags) + previous] = weights.Row(TextHash.Feature(12, (ulong)((word * 32) + previous)));
            }
        }

        for (int place = 0; place < ShapePlaces; place++)
        {
            _shapes[place] = weights.Row(TextHash.Feature(10, (ulong)place));
        }
    }

    /// <summary>Says that the token will soon be tagged: sends for the rows that will be needed, if the token before gets the tag that it has by itself.</summary>
    public void FetchAhead(TaggedText text, WordCache cache, int index)
    {
        if (PosFeatures.Certain(text, index) >= 0)
        {
            return;
        }

        int own = text.Words[index].Class, nextClass = PosFeatures.ClassAt(text, index, 1);
        int previous = text.Text[index].Has(TokenTraits.SentenceStart) || index == 0 ? PosFeatures.Boundary : PosFeatures.Certain(text, index - 1);
        if (previous < 0)
        {
            previous = cache[text.CachedWord(index - 1)].LikelyTag;
        }

        _weights.FetchAhead(TextHash.Feature(14, (ulong)((nextClass * 256) + own)));
        _weights.FetchAhead(TextHash.Feature(5, text.Text[index].Hash + (ulong)previous));
        _weights.FetchAhead(TextHash.Feature(8, (cache[text.CachedWord(index + 1)].Suffix * 32) + (ulong)previous));
        Ahead.Fetch(ref _classes[(own * Tags) + previous]);
        Ahead.Fetch(ref _nextClasses[(nextClass * Tags) + previous]);
    }

    /// <summary>The sum of the rows of <see cref="PosFeatures.Fill"/>'s features.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Vector256<short> Sum(TaggedText text, WordCache cache, int index, int previous, int beforePrevious)
    {
        ref readonly Token token = ref text.Text[index];
        int word = text.CachedWord(index), next = text.CachedWord(index + 1);
        int own = text.Words[index].Class, nextClass = PosFeatures.ClassAt(text, index, 1);
        int place = (text.Shapes[index] * 4) + (token.Has(TokenTraits.SentenceStart) ? 1 : 0) + (token.Has(TokenTraits.Title) ? 2 : 0);
        return cache.Row(word, WordRow.TagOwn)
            + cache.Row(text.CachedWord(index - 1), WordRow.TagOfNext)
            + cache.Row(next, WordRow.TagOfPrevious)
            + cache.Row(text.CachedWord(index + 2), WordRow.TagOfSecondPrevious)
            + _before[(previous * Tags) + beforePrevious]
            + _shapes[place]
            + _classes[(own * Tags) + previous]
            + _nextClasses[(nextClass * Tags) + previous]
            + _weights.Row(TextHash.Feature(5, token.Hash + (ulong)previous))
            + _weights.Row(TextHash.Feature(8, (cache[next].Suffix * 32) + (ulong)previous))
            + _weights.Row(TextHash.Feature(14, (ulong)((nextClass * 256) + own)));
    }
}
