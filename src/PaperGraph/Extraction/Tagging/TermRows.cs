using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PaperGraph.Extraction.Text;
using PaperGraph.Models;

namespace PaperGraph.Extraction.Tagging;

/// <summary>
/// The weights of those <see cref="TermFeatures"/> that have few values, laid out by these values: one look-up by an index for one feature or
/// several, instead of a hash and a far memory access each.
/// </summary>
internal sealed class TermRows
{
    private const int Tags = TermFeatures.NoTag + 1;
    private const int Shapes = 64;
    private const int Coarse = 64;

    private readonly LineArray<Vector256<short>> _tags = new(Tags * Tags * Tags);
    private readonly LineArray<Vector256<short>> _tagsBefore = new(Tags * Tags * Tags);
    private readonly LineArray<Vector256<short>> _tagsAfter = new(Tags * Tags * Tags);
    private readonly LineArray<Vector256<short>> _shapesBefore = new(Shapes * Shapes);
    private readonly LineArray<Vector256<short>> _shapesAfter = new(Shapes * Shapes);
    private readonly LineArray<Vector256<short>> _shapePlaces = new(Shapes * 4);
    private readonly LineArray<Vector256<short>> _coarseBefore = new(Coarse * Coarse);
    private readonly LineArray<Vector256<short>> _coarseAfter = new(Coarse * Coarse);
    private readonly LineArray<Vector256<short>> _frequencies = new(16 * TermFeatures.Repeats * Tags);
    private readonly LineArray<Vector256<short>> _gazetteer = new(TermFeatures.GazetteerMarks * Tags);
    private readonly LineArray<Vector256<short>> _places = new(TermFeatures.Places * Tags);
    private readonly LineArray<Vector256<short>> _heads = new(256 * TermFeatures.Places);
    private readonly LineArray<Vector256<short>> _classesAfterTag = new(256 * Tags);

    public TermRows(WeightRows weights)
    {
        Weights = weights;
        FillTags();
        FillWords();
        OutsideRuns = weights.Sum([TextHash.Feature(33, 0), TextHash.Feature(35, 1), TextHash.Feature(36, 2), TextHash.Feature(37, 1), TextHash.Feature(43, 1)]);
        OneWord = weights.Row(TextHash.Feature(43, 1));
        WithoutVerb = weights.Row(TextHash.Feature(38, 1));
    }

    public WeightRows Weights { get; }

    /// <summary>The features of the noun phrase, for a token outside of all.</summary>
    public Vector256<short> OutsideRuns { get; }

    /// <summary>The feature of a noun phrase's last two words, where it has only one.</summary>
    public Vector256<short> OneWord { get; }

    /// <summary>The verb's feature where the sentence has none before the token.</summary>
    public Vector256<short> WithoutVerb { get; }

    /// <summary>The keys of a token's features that join it with a neighbour.</summary>
    public static PairKeys KeysOf(TaggedText text, int i)
    {
        ulong word = text.Text[i].Hash, fine = text.Words[i].Class;
        return new PairKeys(
            TextHash.Feature(5, TextHash.Append(TermFeatures.Word(text, i - 1), word)),
            TextHash.Feature(6, TextHash.Append(word, TermFeatures.Word(text, i + 1))),
            TextHash.Feature(24, (TermFeatures.Class(text, i - 1) * 256) + fine),
            TextHash.Feature(25, (fine * 256) + TermFeatures.Class(text, i + 1)));
    }

    /// <summary>Says that the rows of these keys will be asked for soon.</summary>
    public void FetchAhead(in PairKeys keys)
    {
        Weights.FetchAhead(keys.Left);
        Weights.FetchAhead(keys.Right);
        Weights.FetchAhead(keys.ClassLeft);
        Weights.FetchAhead(keys.ClassRight);
    }

    /// <summary>Says that <see cref="Sum"/> will be asked for this token soon: sends for the rows of its largest tables.</summary>
    public void FetchAhead(TaggedText text, int i)
    {
        int tagLeft = (int)TermFeatures.Tag(text, i - 1), tag = (int)text.Tags[i], tagRight = (int)TermFeatures.Tag(text, i + 1);
        Ahead.Fetch(ref _tags[(((tagLeft * Tags) + tag) * Tags) + tagRight]);
        Ahead.Fetch(ref _tagsBefore[((((int)TermFeatures.Tag(text, i - 2) * Tags) + tagLeft) * Tags) + tag]);
        Ahead.Fetch(ref _tagsAfter[(((tag * Tags) + tagRight) * Tags) + (int)TermFeatures.Tag(text, i + 2)]);
        Ahead.Fetch(ref _classesAfterTag[(text.Words[i].Class * Tags) + tagLeft]);
    }

    /// <summary>The sum over all features of <see cref="TermFeatures.Fill"/> but those of the noun phrase and the verb.</summary>
    /// <param name="keys">As <see cref="KeysOf"/> gave them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Vector256<short> Sum(TaggedText text, WordCache cache, TermFeatures features, int i, in PairKeys keys)
    {
        ref readonly Token token = ref text.Text[i];
        int tagLeft2 = (int)TermFeatures.Tag(text, i - 2), tagLeft = (int)TermFeatures.Tag(text, i - 1), tag = (int)text.Tags[i], tagRight = (int)TermFeatures.Tag(text, i + 1), tagRight2 = (int)TermFeatures.Tag(text, i + 2);
        WordAttributes word = text.Words[i];
        Vector256<short> pairs = Weights.Row(keys.Left) + Weights.Row(keys.Right) + Weights.Row(keys.ClassLeft) + Weights.Row(keys.ClassRight);
        Vector256<short> words = cache.Row(text.CachedWord(i), WordRow.TermOwn)
            + cache.Row(text.CachedWord(i - 1), WordRow.TermOfNext)
            + cache.Row(text.CachedWord(i + 1), WordRow.TermOfPrevious)
            + cache.Row(text.CachedWord(i - 2), WordRow.TermOfSecondNext)
            + cache.Row(text.CachedWord(i + 2), WordRow.TermOfSecondPrevious);
        Vector256<short> tags = _tags[(((tagLeft * Tags) + tag) * Tags) + tagRight]
            + _tagsBefore[(((tagLeft2 * Tags) + tagLeft) * Tags) + tag]
            + _tagsAfter[(((tag * Tags) + tagRight) * Tags) + tagRight2]
            + _classesAfterTag[(word.Class * Tags) + tagLeft]
            + _frequencies[(((word.Frequency * TermFeatures.Repeats) + features.RepeatCounts[i]) * Tags) + tag]
            + _gazetteer[(features.Gazetteer[i] * Tags) + tag];
        int shape = text.Shapes[i], coarse = word.CoarseClass;
        Vector256<short> shapes = _shapesBefore[(shape * Shapes) + (int)TermFeatures.Shape(text, i - 1)]
            + _shapesAfter[(shape * Shapes) + (int)TermFeatures.Shape(text, i + 1)]
            + _shapePlaces[(shape * 4) + (token.Has(TokenTraits.Bracketed) ? 1 : 0) + (token.Has(TokenTraits.Title) ? 2 : 0)]
            + _coarseBefore[(coarse * Coarse) + (int)TermFeatures.Coarse(text, i - 1)]
            + _coarseAfter[(coarse * Coarse) + (int)TermFeatures.Coarse(text, i + 1)];
        return pairs + words + tags + shapes;
    }

    /// <summary>The token's place in its noun phrase.</summary>
    public Vector256<short> Place(int place, int tag, int headClass) => _places[(place * Tags) + tag] + _heads[(headClass * TermFeatures.Places) + place];

    private void FillTags()
    {
        for (int tag = 0; tag < Tags; tag++)
        {
            Vector256<short> own = Weights.Row(TextHash.Feature(15, (ulong)tag));
            for (int left = 0; left < Tags; left++)
            {
                Vector256<short> pair = own + Weights.Row(TextHash.Feature(16, (ulong)((left * 32) + tag)));
                for (int right = 0; right < Tags; right++)
                {
                    _tags[(((left * Tags) + tag) * Tags) + right] = pair
                        + Weights.Row(TextHash.Feature(17, (ulong)((tag * 32) + right)))
                        + Weights.Row(TextHash.Feature(18, (ulong)((((left * 32) + tag) * 32) + right)));
                    _tagsBefore[(((tag * Tags) + left) * Tags) + right] = Weights.Row(TextHash.Feature(19, (ulong)((((tag * 32) + left) * 32) + right)));
                    _tagsAfter[(((tag * Tags) + left) * Tags) + right] = Weights.Row(TextHash.Feature(20, (ulong)((((tag * 32) + left) * 32) + right)));
                }
            }

            for (int mark = 0; mark < TermFeatures.GazetteerMarks; mark++)
            {
                _gazetteer[(mark * Tags) + tag] = Weights.Row(TextHash.Feature(29, (ulong)mark)) + Weights.Row(TextHash.Feature(30, (ulong)((mark * 32) + tag)));
            }

            for (int place = 0; place < TermFeatures.Places; place++)
            {
                _places[(place * Tags) + tag] = Weights.Row(TextHash.Feature(32, (ulong)((place * 32) + tag)));
            }

            for (int frequency = 0; frequency < 16; frequency++)
            {
                for (int repeats = 0; repeats < TermFeatures.Repeats; repeats++)
                {
                    _frequencies[(((frequency * TermFeatures.Repeats) + repeats) * Tags) + tag] = Weights.Row(TextHash.Feature(28, (ulong)((frequency * 32) + tag)))
                        + Weights.Row(TextHash.Feature(31, (ulong)((repeats * 32) + tag)));
                }
            }
        }
    }

    private void FillWords()
    {
        for (int own = 0; own < Shapes; own++)
        {
            for (int other = 0; other < Shapes; other++)
            {
                _shapesBefore[(own * Shapes) + other] = Weights.Row(TextHash.Feature(13, (ulong)((own * 64) + other)));
                _shapesAfter[(own * Shapes) + other] = Weights.Row(TextHash.Feature(14, (ulong)((own * 64) + other)));
                _coarseBefore[(own * Coarse) + other] = Weights.Row(TextHash.Feature(26, (ulong)((own * 64) + other)));
                _coarseAfter[(own * Coarse) + other] = Weights.Row(TextHash.Feature(27, (ulong)((own * 64) + other)));
            }

            for (int place = 0; place < 4; place++)
            {
                _shapePlaces[(own * 4) + place] = Weights.Row(TextHash.Feature(12, (ulong)own)) + Weights.Row(TextHash.Feature(39, (ulong)((own * 4) + place)));
            }
        }

        for (int word = 0; word < 256; word++)
        {
            for (int place = 0; place < TermFeatures.Places; place++)
            {
                _heads[(word * TermFeatures.Places) + place] = Weights.Row(TextHash.Feature(34, (ulong)((word * 32) + place)));
            }

            for (int tag = 0; tag < Tags; tag++)
            {
                _classesAfterTag[(word * Tags) + tag] = Weights.Row(TextHash.Feature(40, (ulong)((word * 32) + tag)));
            }
        }
    }
}

/// <summary>Keys of a token's features that depend on it and its left or right neighbour: the words, the words' classes.</summary>
internal readonly record struct PairKeys(ulong Left, ulong Right, ulong ClassLeft, ulong ClassRight);
