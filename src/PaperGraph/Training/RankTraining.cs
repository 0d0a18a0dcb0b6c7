using PaperGraph.Extraction.Concepts;
using PaperGraph.Extraction.Tagging;

namespace PaperGraph.Training;

/// <summary>How much a collection counts for each of the ranker's two questions; 0 leaves it out.</summary>
internal readonly record struct RankWeights(double Choice, double Term);

/// <summary>Learns the ranker: one logistic regression a head, by stochastic gradient with per-weight rates (AdaGrad, Duchi et al. 2011).</summary>
internal sealed class RankTraining
{
    /// <summary>Experts marked every term of the text.</summary>
    public static readonly RankWeights Terms = new(0.1, 1);

    /// <summary>Indexers chose.</summary>
    public static readonly RankWeights Indexed = new(1, 0);

    /// <summary>Authors chose a few.</summary>
    public static readonly RankWeights Authored = new(3, 0);

    /// <summary>Authors' own keywords in the corpus.</summary>
    public static readonly RankWeights Keywords = new(0.8, 0);

    /// <summary>Annotators of pages of recent papers chose …</summary>
    public static readonly RankWeights Annotated = new(4, 0);

    /// <summary>… and named among these what the paper is about.</summary>
    public static readonly RankWeights AnnotatedAsMain = new(8, 0);

    /// <summary>The part of papers that every ranker learns from.</summary>
    public const int InAll = -1;

    private const int Rounds = 8;

    /// <summary>The last rounds' weights are averaged: where the last papers came to stand in the shuffle counts for less.</summary>
    private const int AveragedRounds = 4;

    private const double FirstRate = 0.1;
    private const double Penalty = 1e-4;
    private const int FewestSeen = 4;
    private const int Buckets = 100_000;

    private readonly FeatureIndex _index = new();
    private readonly List<Example> _examples = [];
    private double[]? _termOfAll;

    private readonly record struct Example(int[] Features, bool Chosen, RankWeights Weights, int Part);

    /// <param name="gold">Hashes of the phrases that experts chose.</param>
    /// <param name="part">The paper is kept from a ranker that leaves this part out; <see cref="InAll"/> for none.</param>
    /// <param name="undecided">Hashes of phrases that are neither right nor wrong.</param>
    public void Add(TaggedText text, TermFeatures runs, CandidateSet candidates, IReadOnlySet<ulong> gold, IReadOnlySet<ulong> undecided, RankWeights weights, int part)
    {
        Span<ulong> keys = stackalloc ulong[CandidateFeatures.Count];
        for (int i = 0; i < candidates.Count; i++)
        {
            if (undecided.Contains(candidates.Items[i].Phrase))
            {
                continue;
            }

            var listener = new FeatureKeys(keys);
            CandidateFeatures.Tell(text, runs, in candidates.Items[i], ref listener);
            int[] numbers = new int[keys.Length];
            for (int f = 0; f < keys.Length; f++)
            {
                numbers[f] = _index.FindOrAdd(keys[f]);
            }

            _examples.Add(new Example(numbers, gold.Contains(candidates.Items[i].Phrase), weights, part));
        }
    }

    /// <param name="leftOut">Part of the papers not to learn from.</param>
    public FeatureWeights Learn(int leftOut = InAll)
    {
        (int rounds, double rate, double penalty, int fewest) = (Rounds, FirstRate, Penalty, FewestSeen);
        int[] seen = new int[_index.Count];
        foreach (Example example in _examples)
        {
            foreach (int feature in example.Features)
            {
                seen[feature]++;
            }
        }

        double[] choice = LearnHead(seen, fewest, rounds, rate, penalty, example => example.Part == InAll || example.Part != leftOut ? example.Weights.Choice : 0);
        double[] term = leftOut == InAll || _examples.Exists(example => example.Part == leftOut && example.Weights.Term > 0)
            ? LearnHead(seen, fewest, rounds, rate, penalty, example => example.Part == InAll || example.Part != leftOut ? example.Weights.Term : 0)
            : _termOfAll ?? throw new InvalidOperationException("learn from all first");
        _termOfAll ??= leftOut == InAll ? term : null;
        int[] kept = [.. Enumerable.Range(0, _index.Count).Where(i => Math.Abs(choice[i]) + Math.Abs(term[i]) > 0.02)];
        return FeatureWeights.Build(kept.Select(i => (_index.Features[i], choice[i], term[i])), Buckets);
    }

    private double[] LearnHead(int[] seen, int fewest, int rounds, double rate, double penalty, Func<Example, double> weightOf)
    {
        double[] weights = new double[_index.Count];
        double[] squares = new double[_index.Count];
        double[] sums = new double[_index.Count];
        Array.Fill(squares, 1e-2);
        var lot = new SplitMix64(start: 17);
        int[] order = [.. Enumerable.Range(0, _examples.Count)];
        for (int round = 0; round < rounds; round++)
        {
            Shuffle(order, lot);
            foreach (int number in order)
            {
                Example example = _examples[number];
                double importance = weightOf(example);
                if (importance == 0)
                {
                    continue;
                }

                double evidence = 0;
                foreach (int feature in example.Features)
                {
                    evidence += weights[feature];
                }

                double error = ((example.Chosen ? 1 : 0) - (1 / (1 + Math.Exp(-evidence)))) * importance;
                foreach (int feature in example.Features)
                {
                    if (seen[feature] >= fewest)
                    {
                        double gradient = error - (penalty * weights[feature]);
                        squares[feature] += gradient * gradient;
                        weights[feature] += rate * gradient / Math.Sqrt(squares[feature]);
                    }
                }
            }

            rate *= 0.85;
            if (round >= rounds - AveragedRounds)
            {
                for (int i = 0; i < sums.Length; i++)
                {
                    sums[i] += weights[i] / AveragedRounds;
                }
            }
        }

        return sums;
    }

    private static void Shuffle(int[] order, SplitMix64 lot)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = (int)(lot.Next() % (ulong)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
