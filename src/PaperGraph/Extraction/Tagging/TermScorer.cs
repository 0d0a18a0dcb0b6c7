using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Extraction.Tagging;

/// <summary>The summed weights of one token after the other of a text whose words are cached: the same numbers as a sum over <see cref="TermFeatures.Fill"/>.</summary>
/// <remarks>What all tokens of a noun phrase share, and what all tokens after a verb share, is summed once for them.</remarks>
internal ref struct TermScorer(TermRows rows, TaggedText text, WordCache cache, TermFeatures features)
{
    /// <summary>Tokens that the far rows are sent for before they are needed.</summary>
    private const int Lead = 4;

    private int _known;
    private LeadKeys _keys;
    private LeadRuns _runs;
    private int _sentVerb = -1;
    private int _run = NounPhrases.None;
    private int _verb = -1;
    private int _headClass;
    private Vector256<short> _runRow;
    private Vector256<short> _headRow;
    private Vector256<short> _lastRow;
    private Vector256<short> _openingRow;
    private Vector256<short> _laterRow;
    private Vector256<short> _verbRow;
    private Vector256<short> _verbRowInRun;

    /// <param name="i">A token that can be part of a term; ascending from call to call.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Vector256<short> Sum(int i)
    {
        int first = features.RunFirsts[i], last = features.RunLasts[i], verb = features.Verbs[i];
        FetchUpTo(Math.Min(i + Lead, text.Count - 1), i);
        Vector256<short> sum = rows.Sum(text, cache, features, i, in _keys[i % LeadKeys.Length]);
        if (verb != _verb)
        {
            EnterVerb(verb);
        }

        sum += verb < 0 ? rows.WithoutVerb : first < 0 ? _verbRow : _verbRowInRun;
        if (first < 0)
        {
            return sum + rows.OutsideRuns + rows.Place(0, (int)text.Tags[i], 0);
        }

        if (first != _run)
        {
            EnterRun(first, last);
        }

        return sum + _runRow + (i == last ? _lastRow : _headRow) + (i == first ? _openingRow : _laterRow)
            + rows.Place(TermFeatures.PlaceInRun(i, first, last), (int)text.Tags[i], _headClass);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FetchUpTo(int token, int needed)
    {
        for (int i = Math.Max(_known, needed); i <= token; i++)
        {
            if (i == needed || !TermFeatures.IsOutside(text, i))
            {
                ref PairKeys keys = ref _keys[i % LeadKeys.Length];
                keys = TermRows.KeysOf(text, i);
                rows.FetchAhead(in keys);
                rows.FetchAhead(text, i);
                if (features.RunFirsts[i] == i)
                {
                    ref RunKeys run = ref _runs[i % LeadRuns.Length];
                    run = RunKeysOf(i, features.RunLasts[i]);
                    FetchAhead(in run, isOneWord: features.RunLasts[i] == i);
                }

                if (features.Verbs[i] is >= 0 and int verb && verb != _sentVerb)
                {
                    _sentVerb = verb;
                    rows.Weights.FetchAhead(TextHash.Feature(38, text.Text[verb].Hash));
                    rows.Weights.FetchAhead(TextHash.Feature(38, text.Text[verb].Hash + 1));
                }
            }
        }

        _known = token + 1;
    }

    private void EnterVerb(int verb)
    {
        _verb = verb;
        if (verb >= 0)
        {
            _verbRow = rows.Weights.Row(TextHash.Feature(38, text.Text[verb].Hash));
            _verbRowInRun = rows.Weights.Row(TextHash.Feature(38, text.Text[verb].Hash + 1));
        }
    }

    private void EnterRun(int first, int last)
    {
        _run = first;
        _headClass = text.Words[last].Class;
        ref readonly RunKeys keys = ref _runs[first % LeadRuns.Length];
        _lastRow = rows.Weights.Row(keys.Last);
        _openingRow = rows.Weights.Row(keys.Opening);
        _runRow = rows.Weights.Row(keys.ClassBefore) + rows.Weights.Row(keys.After);
        if (first == last)
        {
            _runRow += rows.OneWord;
            return;
        }

        _headRow = rows.Weights.Row(keys.Head);
        _laterRow = rows.Weights.Row(keys.Later);
        _runRow += rows.Weights.Row(keys.LastTwo);
    }

    private readonly RunKeys RunKeysOf(int first, int last)
    {
        ulong head = text.Lemmas[last], before = TermFeatures.Word(text, first - 1);
        return new RunKeys(
            TextHash.Feature(33, head + 1),
            TextHash.Feature(35, before + 1),
            TextHash.Feature(36, (TermFeatures.Coarse(text, first - 1) * 256) + text.Words[last].Class),
            TextHash.Feature(37, TermFeatures.Word(text, last + 1)),
            TextHash.Feature(33, head),
            TextHash.Feature(35, before),
            first == last ? 0 : TextHash.Feature(43, text.PhraseOf(last - 1, last)));
    }

    private readonly void FetchAhead(in RunKeys keys, bool isOneWord)
    {
        rows.Weights.FetchAhead(keys.Last);
        rows.Weights.FetchAhead(keys.Opening);
        rows.Weights.FetchAhead(keys.ClassBefore);
        rows.Weights.FetchAhead(keys.After);
        if (!isOneWord)
        {
            rows.Weights.FetchAhead(keys.Head);
            rows.Weights.FetchAhead(keys.Later);
            rows.Weights.FetchAhead(keys.LastTwo);
        }
    }

    /// <summary>Keys of the features that the tokens of a noun phrase share.</summary>
    /// <param name="Last">The head's, for the head itself; <paramref name="Head"/> for the words before.</param>
    /// <param name="Opening">The word before's, for the first word; <paramref name="Later"/> for the others.</param>
    private readonly record struct RunKeys(ulong Last, ulong Opening, ulong ClassBefore, ulong After, ulong Head, ulong Later, ulong LastTwo);

    /// <summary>Of the noun phrases that begin among those tokens, by their first.</summary>
    [System.Runtime.CompilerServices.InlineArray(Length)]
    private struct LeadRuns
    {
        public const int Length = LeadKeys.Length;

        private RunKeys _first;
    }

    /// <summary>Of one token and those that are sent for.</summary>
    [System.Runtime.CompilerServices.InlineArray(Length)]
    private struct LeadKeys
    {
        public const int Length = 8;

        private PairKeys _first;
    }
}
