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

    /// <summary>Tags that a word nearly always has: no weighing for those.</summary>
    public static byte[] OnlyTags(WordStatistics statistics, IEnumerable<(TokenizedText Text, int[] Tags)> texts)
    {
        var counts = new Dictionary<ulong, int[]>();
        foreach ((TokenizedText text, int[] tags) in texts)
        {
            for (int i = 0; i < text.Count; i++)
            {
                if (tags[i] >= 0 && text[i].Kind == TokenKind.Word)
                {
                    if (!counts.TryGetValue(text[i].Hash, out int[]? row))
                    {
                        counts.Add(text[i].Hash, row = new int[WeightRows.Width]);
                    }

                    row[tags[i]]++;
                }
            }
        }

        return [.. statistics.Words.Select(word =>
        {
            if (!counts.TryGetValue(word, out int[]? row))
            {
                return (byte)0;
            }

            int best = Array.IndexOf(row, row.Max());
            return row.Sum() >= 20 && row[best] >= 0.985 * row.Sum() ? (byte)(best + 1) : (byte)0;
        })];
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
