using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Extraction.Tagging;

/// <summary>What the term tagger looks at; training and tagging share it.</summary>
internal sealed class TermFeatures(PhraseTable phrases)
{
    public const int Count = 44;

    /// <summary>The one feature of a token that is outside for certain; the field learns what comes after such.</summary>
    public static readonly ulong OutsideFeature = TextHash.Feature(99, 0);

    /// <summary>What stands for the word, its class, its class of classes, its shape and its tag before the text and behind it.</summary>
    public const ulong NoWord = 7;
    public const int NoClass = 255;
    public const int NoCoarseClass = 63;
    public const int NoShape = 63;
    public const int NoTag = 16;

    /// <summary>Values below which these stay: a token's place in its noun phrase, its mark as a known phrase, its repetitions.</summary>
    public const int Places = 17;
    public const int GazetteerMarks = 64;
    public const int Repeats = 5;
    private const int LongestGazetteerPhrase = 4;

    private int[] _repeats = new int[512];
    private byte[] _gazetteer = new byte[512];
    private int[] _firsts = new int[512];
    private int[] _lasts = new int[512];
    private int[] _verbs = new int[512];

    /// <summary>Open addressing: first token with a lemma, + 1, and how many have it.</summary>
    private (int Token, int Count)[] _counts = new (int, int)[1024];

    /// <summary>Phrases of the prepared text.</summary>
    public PhraseSpans Phrases { get; } = new(phrases);

    public ReadOnlySpan<int> RunFirsts => _firsts;

    public ReadOnlySpan<int> RunLasts => _lasts;

    /// <summary>How often the token's word stands in noun phrases, 4 for more.</summary>
    public ReadOnlySpan<int> RepeatCounts => _repeats;

    /// <summary>What known phrase the token is part of, and which part; 0 for none.</summary>
    public ReadOnlySpan<byte> Gazetteer => _gazetteer;

    /// <summary>The last verb of the sentence before the token; -1 for none.</summary>
    public ReadOnlySpan<int> Verbs => _verbs;

    /// <summary>Looks over the whole text once; <see cref="Fill"/> then asks about its tokens.</summary>
    public void Prepare(TaggedText text)
    {
        if (_repeats.Length < text.Count)
        {
            int capacity = Math.Max(text.Count, _repeats.Length * 2);
            _repeats = new int[capacity];
            _gazetteer = new byte[capacity];
            _firsts = new int[capacity];
            _lasts = new int[capacity];
            _verbs = new int[capacity];
        }

        NounPhrases.Mark(text, _firsts, _lasts);
        Phrases.Read(text, _lasts);
        CountRepeats(text);
        MarkKnownPhrases(text);
        int verb = -1;
        for (int i = 0; i < text.Count; i++)
        {
            if (text.Text[i].Has(TokenTraits.SentenceStart))
            {
                verb = -1;
            }

            _verbs[i] = verb;
            if (text.Tags[i] is PartOfSpeech.FiniteVerb or PartOfSpeech.PastVerb or PartOfSpeech.BaseVerb || (_firsts[i] < 0 && text.Tags[i] is PartOfSpeech.Gerund or PartOfSpeech.Participle))
            {
                verb = i;
            }
        }
    }

    /// <summary>Whether the token can be no part of a term, so that nothing is weighed: finite verbs, pronouns and articles, most marks.</summary>
    public static bool IsOutside(TaggedText text, int i) => text.Tags[i] switch
    {
        PartOfSpeech.FiniteVerb or PartOfSpeech.PastVerb or PartOfSpeech.Determiner => true,
        PartOfSpeech.Other => text.Text[i].Kind switch
        {
            TokenKind.Punctuation => (text.Signs[i] & WordSigns.JoiningMark) == 0,
            TokenKind.Address => true,
            _ => false,
        },
        _ => false,
    };

    public void Fill(TaggedText text, int i, Span<ulong> f)
    {
        TokenizedText tokens = text.Text;
        ReadOnlySpan<char> form = tokens.FormOf(i);
        ulong word = tokens[i].Hash, left = Word(text, i - 1), right = Word(text, i + 1);
        ulong tag = Tag(text, i), tagLeft = Tag(text, i - 1), tagRight = Tag(text, i + 1), tagLeft2 = Tag(text, i - 2), tagRight2 = Tag(text, i + 2);
        ulong fine = Class(text, i), coarse = Coarse(text, i);
        ulong shape = text.Shapes[i];
        int first = _firsts[i], last = _lasts[i];
        f[0] = TextHash.Feature(0, word);
        f[1] = TextHash.Feature(1, left);
        f[2] = TextHash.Feature(2, right);
        f[3] = TextHash.Feature(3, Word(text, i - 2));
        f[4] = TextHash.Feature(4, Word(text, i + 2));
        f[5] = TextHash.Feature(5, TextHash.Append(left, word));
        f[6] = TextHash.Feature(6, TextHash.Append(word, right));
        f[7] = TextHash.Feature(7, text.Lemmas[i]);
        f[8] = TextHash.Feature(8, PosFeatures.Suffix(form, 2));
        f[9] = TextHash.Feature(9, PosFeatures.Suffix(form, 3));
        f[10] = TextHash.Feature(10, PosFeatures.Suffix(form, 4));
        f[11] = TextHash.Feature(11, PosFeatures.Suffix(form[..Math.Min(3, form.Length)], 3));
        f[12] = TextHash.Feature(12, shape);
        f[13] = TextHash.Feature(13, (shape * 64) + Shape(text, i - 1));
        f[14] = TextHash.Feature(14, (shape * 64) + Shape(text, i + 1));
        f[15] = TextHash.Feature(15, tag);
        f[16] = TextHash.Feature(16, (tagLeft * 32) + tag);
        f[17] = TextHash.Feature(17, (tag * 32) + tagRight);
        f[18] = TextHash.Feature(18, (((tagLeft * 32) + tag) * 32) + tagRight);
        f[19] = TextHash.Feature(19, (((tagLeft2 * 32) + tagLeft) * 32) + tag);
        f[20] = TextHash.Feature(20, (((tag * 32) + tagRight) * 32) + tagRight2);
        f[21] = TextHash.Feature(21, fine);
        f[22] = TextHash.Feature(22, Class(text, i - 1));
        f[23] = TextHash.Feature(23, Class(text, i + 1));
        f[24] = TextHash.Feature(24, (Class(text, i - 1) * 256) + fine);
        f[25] = TextHash.Feature(25, (fine * 256) + Class(text, i + 1));
        f[26] = TextHash.Feature(26, (coarse * 64) + Coarse(text, i - 1));
        f[27] = TextHash.Feature(27, (coarse * 64) + Coarse(text, i + 1));
        f[28] = TextHash.Feature(28, ((ulong)text.Words[i].Frequency * 32) + tag);
        f[29] = TextHash.Feature(29, _gazetteer[i]);
        f[30] = TextHash.Feature(30, ((ulong)_gazetteer[i] * 32) + tag);
        f[31] = TextHash.Feature(31, ((ulong)_repeats[i] * 32) + tag);
        ulong head = last >= 0 ? text.Lemmas[last] : 0;
        ulong headClass = last >= 0 ? Class(text, last) : 0;
        ulong place = (ulong)PlaceInRun(i, first, last);
        f[32] = TextHash.Feature(32, (place * 32) + tag);
        f[33] = TextHash.Feature(33, head + (i == last ? 1UL : 0));
        f[34] = TextHash.Feature(34, (headClass * 32) + place);
        f[35] = TextHash.Feature(35, first >= 0 ? Word(text, first - 1) + (i == first ? 1UL : 0) : 1);
        f[36] = TextHash.Feature(36, first >= 0 ? ((ulong)Coarse(text, first - 1) * 256) + headClass : 2);
        f[37] = TextHash.Feature(37, last >= 0 ? Word(text, last + 1) : 1);
        f[38] = TextHash.Feature(38, _verbs[i] >= 0 ? tokens[_verbs[i]].Hash + (first >= 0 ? 1UL : 0) : 1);
        f[39] = TextHash.Feature(39, (tokens[i].Has(TokenTraits.Bracketed) ? 1UL : 0) + (tokens[i].Has(TokenTraits.Title) ? 2UL : 0) + (shape * 4));
        f[40] = TextHash.Feature(40, (fine * 32) + tagLeft);
        f[41] = TextHash.Feature(41, Class(text, i - 2));
        f[42] = TextHash.Feature(42, Class(text, i + 2));
        f[43] = TextHash.Feature(43, first >= 0 && first != last ? text.PhraseOf(Math.Max(first, last - 1), last) : 1);
    }

    /// <summary>The features of <see cref="Fill"/> that the word itself decides.</summary>
    public static void AddOwn(ulong word, ulong lemma, byte fine, ReadOnlySpan<char> form, Span<Vector256<short>> rows, WeightRows weights) =>
        rows[WordRow.TermOwn] = weights.Sum(
        [
            TextHash.Feature(0, word), TextHash.Feature(7, lemma), TextHash.Feature(8, PosFeatures.Suffix(form, 2)), TextHash.Feature(9, PosFeatures.Suffix(form, 3)),
            TextHash.Feature(10, PosFeatures.Suffix(form, 4)), TextHash.Feature(11, PosFeatures.Suffix(form[..Math.Min(3, form.Length)], 3)), TextHash.Feature(21, fine),
        ]);

    /// <summary>What a word adds where it stands beside the token.</summary>
    public static void AddBeside(ulong word, ulong fine, Span<Vector256<short>> rows, WeightRows weights)
    {
        rows[WordRow.TermOfNext] = weights.Row(TextHash.Feature(1, word)) + weights.Row(TextHash.Feature(22, fine));
        rows[WordRow.TermOfPrevious] = weights.Row(TextHash.Feature(2, word)) + weights.Row(TextHash.Feature(23, fine));
        rows[WordRow.TermOfSecondNext] = weights.Row(TextHash.Feature(3, word)) + weights.Row(TextHash.Feature(41, fine));
        rows[WordRow.TermOfSecondPrevious] = weights.Row(TextHash.Feature(4, word)) + weights.Row(TextHash.Feature(42, fine));
    }

    /// <summary>Where in its noun phrase a token stands, and how long that is; 0 outside of all.</summary>
    public static int PlaceInRun(int i, int first, int last) => first < 0 ? 0 : 1 + (i == first ? 1 : 0) + (i == last ? 2 : 0) + (Math.Min(3, last - first) * 4);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountRepeats(TaggedText text)
    {
        if (_counts.Length < text.Count * 2)
        {
            _counts = new (int, int)[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)text.Count * 2)];
        }

        Array.Clear(_counts);
        int mask = _counts.Length - 1;
        for (int i = 0; i < text.Count; i++)
        {
            _repeats[i] = 0;
            if (_firsts[i] < 0)
            {
                continue;
            }

            ulong lemma = text.Lemmas[i];
            int slot = (int)lemma & mask;
            while (_counts[slot].Token != 0 && text.Lemmas[_counts[slot].Token - 1] != lemma)
            {
                slot = (slot + 1) & mask;
            }

            ref (int Token, int Count) entry = ref _counts[slot];
            entry = (entry.Token == 0 ? i + 1 : entry.Token, entry.Count + 1);
            _repeats[i] = slot;
        }

        for (int i = 0; i < text.Count; i++)
        {
            _repeats[i] = _firsts[i] < 0 ? 0 : Math.Min(Repeats - 1, _counts[_repeats[i]].Count);
        }
    }

    /// <summary>Marks the longest phrases of several words that the corpus knows as whole noun phrases or keywords.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MarkKnownPhrases(TaggedText text)
    {
        Array.Clear(_gazetteer, 0, text.Count);
        for (int first = 0; first < text.Count; first++)
        {
            if (_firsts[first] < 0)
            {
                continue;
            }

            int longest = Math.Min(_lasts[first], first + LongestGazetteerPhrase - 1);
            for (int last = longest; last >= first; last--)
            {
                if (!NounPhrases.CanClose(text, last) || (last == first && _gazetteer[first] != 0))
                {
                    continue;
                }

                PhraseCounts counts = Phrases.CountsOf(text, first, last);
                if (counts.Alone >= 3 || counts.Given > 0)
                {
                    int code = 1 + (Math.Min(3, counts.Frequency / 3) * 2) + (counts.Given > 0 ? 1 : 0);
                    for (int i = first; i <= last; i++)
                    {
                        byte marked = (byte)((code * 4) + (first == last ? 3 : i == first ? 0 : i == last ? 2 : 1));
                        _gazetteer[i] = _gazetteer[i] == 0 ? marked : _gazetteer[i];
                    }

                    break;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Word(TaggedText text, int i) => Inside(text, i) ? text.Text[i].Hash : NoWord;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Tag(TaggedText text, int i) => Inside(text, i) ? (ulong)text.Tags[i] : NoTag;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Class(TaggedText text, int i) => Inside(text, i) ? text.Words[i].Class : (ulong)NoClass;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Coarse(TaggedText text, int i) => Inside(text, i) ? text.Words[i].CoarseClass : (ulong)NoCoarseClass;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Shape(TaggedText text, int i) => Inside(text, i) ? text.Shapes[i] : (ulong)NoShape;

    private static bool Inside(TaggedText text, int i) => (uint)i < (uint)text.Count;
}
