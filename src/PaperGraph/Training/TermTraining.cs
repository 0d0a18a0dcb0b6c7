using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Training;

/// <summary>Learns the term tagger from papers in which experts marked every mention with its type.</summary>
internal sealed class TermTraining(PhraseTable phrases)
{
    private readonly FeatureIndex _index = new();
    private readonly List<LabelledSentence> _sentences = [];
    private readonly TermFeatures _features = new(phrases);

    /// <summary>Labels of a text by its experts' mentions; the longest mention wins where they nest.</summary>
    public static int[] Label(TokenizedText text, IReadOnlyList<GoldEntity> entities)
    {
        int[] labels = new int[text.Count];
        int[] length = new int[text.Count];
        int at = 0;
        foreach (GoldEntity entity in entities)
        {
            int type = TypeOf(entity.Type);
            int start = type < 0 ? -1 : text.Abstract.IndexOf(entity.Text, at, StringComparison.Ordinal);
            if (start < 0)
            {
                continue;
            }

            at = start;
            (int first, int last) = Covering(text, start, start + entity.Text.Length);
            if (first < 0 || Enumerable.Range(first, last - first + 1).Any(i => length[i] > last - first + 1))
            {
                continue;
            }

            for (int i = first; i <= last; i++)
            {
                if (length[i] > 0 && (i == last) && i + 1 < text.Count && labels[i + 1] == labels[i] && !TermLabel.IsBegin(labels[i + 1]))
                {
                    // A shorter mention that runs over the end is cut off as a whole.
                    labels[i + 1] = TermLabel.Outside;
                }

                labels[i] = i == first ? TermLabel.Begin(type) : TermLabel.Inside(type);
                length[i] = last - first + 1;
            }
        }

        for (int i = 0; i < labels.Length; i++)
        {
            if (!TermLabel.MayFollow(i == 0 || text[i].Has(TokenTraits.SentenceStart) ? TermLabel.Outside : labels[i - 1], labels[i]))
            {
                labels[i]--;
            }
        }

        return labels;
    }

    public void Add(TaggedText text, int[] labels)
    {
        _features.Prepare(text);
        Span<ulong> keys = stackalloc ulong[TermFeatures.Count];
        int start = 0;
        for (int end = 1; end <= text.Count; end++)
        {
            if (end < text.Count && !text.Text[end].Has(TokenTraits.SentenceStart))
            {
                continue;
            }

            int[][] features = new int[end - start][];
            for (int i = start; i < end; i++)
            {
                if (TermFeatures.IsOutside(text, i))
                {
                    labels[i] = TermLabel.Outside;
                    features[i - start] = [_index.FindOrAdd(TermFeatures.OutsideFeature)];
                    continue;
                }

                if (i > start && labels[i - 1] == TermLabel.Outside && labels[i] != TermLabel.Outside && !TermLabel.IsBegin(labels[i]))
                {
                    labels[i]--;
                }

                _features.Fill(text, i, keys);
                features[i - start] = new int[keys.Length];
                for (int f = 0; f < keys.Length; f++)
                {
                    features[i - start][f] = _index.FindOrAdd(keys[f]);
                }
            }

            _sentences.Add(new LabelledSentence(features, labels[start..end]));
            start = end;
        }
    }

    /// <param name="fewest">A feature must have been seen so many times.</param>
    public TermTagger Learn(double penalty, int iterations, int fewest, int buckets)
    {
        int[] seen = new int[_index.Count];
        foreach (int feature in _sentences.SelectMany(sentence => sentence.Features).SelectMany(token => token))
        {
            seen[feature]++;
        }

        int[] number = new int[_index.Count];
        int kept = 0;
        for (int i = 0; i < number.Length; i++)
        {
            number[i] = seen[i] >= fewest ? kept++ : -1;
        }

        List<LabelledSentence> sentences = [.. _sentences.Select(sentence =>
            sentence with { Features = [.. sentence.Features.Select(token => token.Select(f => number[f]).Where(f => f >= 0).ToArray())] })];
        var field = new ConditionalRandomField(sentences, kept, penalty);
        field.Learn(iterations);
        var rows = new List<(ulong Feature, short[] Row)>();
        for (int i = 0; i < number.Length; i++)
        {
            if (number[i] < 0)
            {
                continue;
            }

            short[] row = new short[WeightRows.Width];
            for (int label = 0; label < TermLabel.Count; label++)
            {
                row[label] = (short)Math.Clamp(Math.Round(field.Weights[(number[i] * TermLabel.Count) + label] * TermTagger.Scale), -700, 700);
            }

            int largest = row.Max(weight => Math.Abs((int)weight));
            if (largest >= 5)
            {
                rows.Add((_index.Features[i], row));
            }
        }

        WeightRows weights = WeightRows.Build(rows, buckets);
        return new TermTagger(weights, [.. field.Weights.Skip(field.TransitionStart).Select(weight => (float)weight)]);
    }

    private static (int First, int Last) Covering(TokenizedText text, int start, int end)
    {
        int first = -1, last = -1;
        for (int i = text.TitleCount; i < text.Count && text[i].Start < end; i++)
        {
            if (text[i].End > start)
            {
                first = first < 0 ? i : first;
                last = i;
            }
        }

        return (first, last);
    }

    private static int TypeOf(string type) => type switch
    {
        "Method" => TermLabel.Method,
        "Task" => TermLabel.Task,
        "Metric" => TermLabel.Metric,
        "Material" or "Dataset" => TermLabel.Material,
        "OtherScientificTerm" or "Other" => TermLabel.Other,
        "Generic" => TermLabel.Generic,
        _ => -1,
    };
}
