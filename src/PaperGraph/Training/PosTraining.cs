using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Training;

/// <summary>Learns the part-of-speech tagger from silver tags: an averaged perceptron (Collins 2002).</summary>
internal sealed class PosTraining
{
    private const int Untagged = -1;

    private readonly FeatureIndex _index = new();
    private readonly List<int[]> _weights = [];
    private readonly List<long[]> _totals = [];
    private readonly List<int[]> _stamps = [];
    private int _clock;

    /// <summary>Tag of each token of the text; -1 where the silver tags could not be laid over it.</summary>
    public static int[] Align(TokenizedText text, IReadOnlyList<(string Token, string Tag)> tags)
    {
        int[] result = new int[text.Count];
        Array.Fill(result, Untagged);
        string whole = text.Title + ". " + text.Abstract;
        int shift = text.Title.Length + 2;
        int at = 0;
        int token = 0;
        foreach ((string form, string tag) in tags)
        {
            int found = form.Length == 0 ? -1 : whole.AsSpan(at, Math.Min(whole.Length - at, form.Length + 40)).IndexOf(form, StringComparison.Ordinal);
            if (found < 0)
            {
                continue;
            }

            int start = at + found;
            at = start + form.Length;
            while (token < text.Count && text[token].End + (token < text.TitleCount ? 0 : shift) <= start)
            {
                token++;
            }

            if (token < text.Count && text[token].Start + (token < text.TitleCount ? 0 : shift) < at && tag is not ("HYPH" or "POS"))
            {
                result[token] = Combine(result[token], PennTag.Fold(tag), text[token]);
            }
        }

        return result;
    }

    /// <summary>A hyphenated word takes the tag of its last part; a participle there makes an adjective of it.</summary>
    private static int Combine(int before, PartOfSpeech tag, in Token token) =>
        tag == PartOfSpeech.Numeral && token.Kind == TokenKind.Word ? (int)(token.Has(TokenTraits.HasDigit | TokenTraits.HasHyphen) ? PartOfSpeech.Adjective : PartOfSpeech.Determiner)
        : tag == PartOfSpeech.Other && token.Kind == TokenKind.Word ? (int)PartOfSpeech.Noun
        : before >= 0 && tag is PartOfSpeech.Participle or PartOfSpeech.PastVerb && token.Has(TokenTraits.HasHyphen) ? (int)PartOfSpeech.Adjective : (int)tag;

    /// <summary>What the silver tags say of each word by itself.</summary>
    public static WordTags[] TagsOf(WordStatistics statistics, IEnumerable<(TokenizedText Text, int[] Tags)> texts)
    {
        var tallies = new Dictionary<ulong, TagTally>();
        foreach ((TokenizedText text, int[] tags) in texts)
        {
            for (int i = 0; i < text.Count; i++)
            {
                if (tags[i] >= 0 && text[i].Kind == TokenKind.Word)
                {
                    if (!tallies.TryGetValue(text[i].Hash, out TagTally? tally))
                    {
                        tallies.Add(text[i].Hash, tally = new TagTally(text.FormOf(i) is [.. var stem, 's'] ? TextHash.OfWord(stem) : 0));
                    }

                    bool small = !text[i].Has(TokenTraits.InitialUpper | TokenTraits.AllUpper | TokenTraits.InnerUpper);
                    tally.All[tags[i]]++;
                    tally.Small[tags[i]] += small ? 1 : 0;
                    tally.SmallWithObject += small && i + 1 < text.Count && !text[i + 1].Has(TokenTraits.SentenceStart) && tags[i + 1] is (int)PartOfSpeech.Determiner or (int)PartOfSpeech.Preposition ? 1 : 0;
                }
            }
        }

        return [.. statistics.Words.Select((word, i) => tallies.TryGetValue(word, out TagTally? tally) ? tally.ToTags(statistics.IsCased[i], tallies.GetValueOrDefault(tally.Stem)) : default)];
    }

    /// <param name="stem">Hash of the word without its last s; 0 where it has none.</param>
    private sealed class TagTally(ulong stem)
    {
        private const int Fewest = 20;
        private const double NearlyAlways = 0.985;

        /// <summary>A verb's tags are taken together: <c>optimize</c> is a verb, with <c>to</c> or without. What is left is mostly where silver tags are wrong.</summary>
        private const double NearlyAlwaysVerb = 0.95;
        private const int FewestOfVerb = 6;

        /// <summary>What is no noun in the singular is none in the plural: for <c>converts</c>, less is enough where <c>convert</c> is a verb.</summary>
        private const double MostlyVerb = 0.7;
        private const double VerbOfStem = 0.9;

        /// <summary>Of <c>growing</c> or <c>floating</c> it is less, of <c>containing</c> or <c>depending</c> more.</summary>
        private const double OftenWithObject = 0.15;

        public int[] All { get; } = new int[WeightRows.Width];

        /// <summary>Where it stands in small letters: in a title's capitals, silver tags make names of all words.</summary>
        public int[] Small { get; } = new int[WeightRows.Width];

        public int SmallWithObject { get; set; }

        public ulong Stem { get; } = stem;

        private double VerbShare => (Small[(int)PartOfSpeech.BaseVerb] + Small[(int)PartOfSpeech.FiniteVerb]) / (double)Math.Max(FewestOfVerb, Small.Sum());

        public WordTags ToTags(bool isCased, TagTally? ofStem)
        {
            int all = All.Sum(), best = Array.IndexOf(All, All.Max());
            bool known = all >= Fewest && All[best] >= NearlyAlways * all;
            int small = Small.Sum();
            if (!known && !isCased && small > 0)
            {
                best = Array.IndexOf(Small, Small.Max());
                known = small >= Fewest && PosFeatures.IsOpenClass(best) && Small[best] >= NearlyAlways * small;
                if (!known && (VerbShare >= NearlyAlwaysVerb || (VerbShare >= MostlyVerb && ofStem?.VerbShare >= VerbOfStem)))
                {
                    (best, known) = (Small[(int)PartOfSpeech.BaseVerb] > Small[(int)PartOfSpeech.FiniteVerb] ? (int)PartOfSpeech.BaseVerb : (int)PartOfSpeech.FiniteVerb, true);
                }
            }

            return new WordTags(known ? (byte)(best + 1) : (byte)0, known && best == (int)PartOfSpeech.Gerund && SmallWithObject >= OftenWithObject * small);
        }
    }

    public void Learn(TaggedText text, int[] gold)
    {
        Span<ulong> features = stackalloc ulong[PosFeatures.Count];
        Span<int> rows = stackalloc int[PosFeatures.Count];
        Span<int> scores = stackalloc int[WeightRows.Width];
        int previous = PosFeatures.Boundary, beforePrevious = PosFeatures.Boundary;
        for (int i = 0; i < text.Count; i++)
        {
            if (text.Text[i].Has(TokenTraits.SentenceStart))
            {
                previous = beforePrevious = PosFeatures.Boundary;
            }

            int tag = PosFeatures.Certain(text, i);
            if (tag < 0)
            {
                PosFeatures.Fill(text, i, previous, beforePrevious, features);
                scores.Clear();
                for (int f = 0; f < rows.Length; f++)
                {
                    rows[f] = RowOf(features[f]);
                    int[] weights = _weights[rows[f]];
                    for (int label = 0; label < weights.Length; label++)
                    {
                        scores[label] += weights[label];
                    }
                }

                tag = Best(scores);
                _clock++;
                if (gold[i] >= 0 && gold[i] != tag)
                {
                    foreach (int row in rows)
                    {
                        Change(row, gold[i], 1);
                        Change(row, tag, -1);
                    }
                }
            }

            (beforePrevious, previous) = (previous, tag);
        }
    }

    public WeightRows ToWeights(int buckets)
    {
        const double Scale = 24;
        var averages = new List<(ulong Feature, short[] Row)>();
        for (int row = 0; row < _weights.Count; row++)
        {
            short[] average = new short[WeightRows.Width];
            int largest = 0;
            for (int label = 0; label < WeightRows.Labels; label++)
            {
                double value = (_totals[row][label] + ((double)_weights[row][label] * (_clock - _stamps[row][label]))) / _clock;
                average[label] = (short)Math.Clamp(Math.Round(value * Scale), -1900, 1900);
                largest = Math.Max(largest, Math.Abs((int)average[label]));
            }

            if (largest >= 6)
            {
                averages.Add((_index.Features[row], average));
            }
        }

        return WeightRows.Build(averages, buckets);
    }

    private int RowOf(ulong feature)
    {
        int row = _index.FindOrAdd(feature);
        if (row == _weights.Count)
        {
            _weights.Add(new int[WeightRows.Width]);
            _totals.Add(new long[WeightRows.Width]);
            _stamps.Add(new int[WeightRows.Width]);
        }

        return row;
    }

    private void Change(int row, int label, int by)
    {
        _totals[row][label] += (long)_weights[row][label] * (_clock - _stamps[row][label]);
        _stamps[row][label] = _clock;
        _weights[row][label] += by;
    }

    private static int Best(ReadOnlySpan<int> scores)
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

/// <summary>What parts of speech a word has.</summary>
/// <param name="Only">The one that it nearly always has + 1, which needs no weighing; 0 for none.</param>
/// <param name="TakesObject">As <see cref="WordAttributes.TakesObject"/>.</param>
internal readonly record struct WordTags(byte Only, bool TakesObject);
