using PaperGraph.Extraction.Tagging;

namespace PaperGraph.Training;

/// <summary>A sentence to learn from: the features of each token by number, and the labels.</summary>
internal sealed record LabelledSentence(int[][] Features, int[] Labels);

/// <summary>Linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), trained by L-BFGS on the penalised likelihood.</summary>
internal sealed class ConditionalRandomField
{
    private const int Labels = TermLabel.Count;
    private const int History = 6;

    private readonly IReadOnlyList<LabelledSentence> _sentences;
    private readonly int _features;
    private readonly double _penalty;

    /// <param name="penalty">Weight of half the squared norm.</param>
    public ConditionalRandomField(IReadOnlyList<LabelledSentence> sentences, int features, double penalty)
    {
        (_sentences, _features, _penalty) = (sentences, features, penalty);
        Weights = new double[(features * Labels) + (Labels * Labels) + Labels];
    }

    /// <summary>Emissions by feature and label, then transitions by label and label, then the first token's labels.</summary>
    public double[] Weights { get; private set; }

    public int TransitionStart => _features * Labels;

    public int OpeningStart => TransitionStart + (Labels * Labels);

    public void Learn(int iterations)
    {
        double[] weights = Weights;
        int size = weights.Length;
        double[] gradient = new double[size];
        double loss = Evaluate(weights, gradient);
        var steps = new List<double[]>();
        var changes = new List<double[]>();
        var curvatures = new List<double>();
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            double[] direction = Direction(gradient, steps, changes, curvatures);
            double slope = Dot(direction, gradient);
            double rate = iteration == 0 ? 1 / Math.Sqrt(Dot(gradient, gradient)) : 1;
            double[] next = new double[size];
            double[] nextGradient = new double[size];
            double nextLoss = double.PositiveInfinity;
            for (int attempt = 0; attempt < 20; attempt++)
            {
                for (int i = 0; i < size; i++)
                {
                    next[i] = weights[i] + (rate * direction[i]);
                }

                nextLoss = Evaluate(next, nextGradient);
                if (nextLoss <= loss + (1e-4 * rate * slope))
                {
                    break;
                }

                rate /= 2;
            }

            double[] step = new double[size], change = new double[size];
            for (int i = 0; i < size; i++)
            {
                step[i] = next[i] - weights[i];
                change[i] = nextGradient[i] - gradient[i];
            }

            double curvature = Dot(step, change);
            if (curvature > 1e-10)
            {
                steps.Add(step);
                changes.Add(change);
                curvatures.Add(curvature);
                if (steps.Count > History)
                {
                    steps.RemoveAt(0);
                    changes.RemoveAt(0);
                    curvatures.RemoveAt(0);
                }
            }

            bool settled = loss - nextLoss < 1e-5 * Math.Abs(loss);
            (weights, gradient, loss) = (next, nextGradient, nextLoss);
            if (settled)
            {
                break;
            }
        }

        Weights = weights;
    }

    private static double[] Direction(double[] gradient, List<double[]> steps, List<double[]> changes, List<double> curvatures)
    {
        double[] direction = new double[gradient.Length];
        for (int i = 0; i < direction.Length; i++)
        {
            direction[i] = -gradient[i];
        }

        double[] alphas = new double[steps.Count];
        for (int k = steps.Count - 1; k >= 0; k--)
        {
            alphas[k] = Dot(steps[k], direction) / curvatures[k];
            AddScaled(direction, changes[k], -alphas[k]);
        }

        if (steps.Count > 0)
        {
            double scale = curvatures[^1] / Dot(changes[^1], changes[^1]);
            for (int i = 0; i < direction.Length; i++)
            {
                direction[i] *= scale;
            }
        }

        for (int k = 0; k < steps.Count; k++)
        {
            AddScaled(direction, steps[k], alphas[k] - (Dot(changes[k], direction) / curvatures[k]));
        }

        return direction;
    }

    private double Evaluate(double[] weights, double[] gradient)
    {
        double loss = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            gradient[i] = _penalty * weights[i];
            loss += 0.5 * _penalty * weights[i] * weights[i];
        }

        double[] transitions = new double[Labels * Labels];
        for (int from = 0; from < Labels; from++)
        {
            for (int to = 0; to < Labels; to++)
            {
                transitions[(from * Labels) + to] = TermLabel.MayFollow(from, to) ? Math.Exp(weights[TransitionStart + (from * Labels) + to]) : 0;
            }
        }

        double[] opening = new double[Labels];
        for (int label = 0; label < Labels; label++)
        {
            opening[label] = TermLabel.MayFollow(TermLabel.Outside, label) ? Math.Exp(weights[OpeningStart + label]) : 0;
        }

        foreach (LabelledSentence sentence in _sentences)
        {
            loss += Evaluate(sentence, weights, gradient, transitions, opening);
        }

        return loss;
    }

    /// <summary>Forward and backward in probabilities scaled at each token (Rabiner 1989); returns the negative log-likelihood.</summary>
    private double Evaluate(LabelledSentence sentence, double[] weights, double[] gradient, double[] transitions, double[] opening)
    {
        int length = sentence.Labels.Length;
        double[] emissions = new double[length * Labels];
        double[] forward = new double[length * Labels];
        double[] backward = new double[length * Labels];
        double[] scales = new double[length];
        double logPartition = 0, score = 0;
        for (int t = 0; t < length; t++)
        {
            Span<double> emission = emissions.AsSpan(t * Labels, Labels);
            foreach (int feature in sentence.Features[t])
            {
                ReadOnlySpan<double> row = weights.AsSpan(feature * Labels, Labels);
                for (int label = 0; label < Labels; label++)
                {
                    emission[label] += row[label];
                }
            }

            int gold = sentence.Labels[t];
            score += emission[gold] + weights[t == 0 ? OpeningStart + gold : TransitionStart + (sentence.Labels[t - 1] * Labels) + gold];
            double top = emission[0];
            for (int label = 1; label < Labels; label++)
            {
                top = Math.Max(top, emission[label]);
            }

            double sum = 0;
            for (int label = 0; label < Labels; label++)
            {
                emission[label] = Math.Exp(emission[label] - top);
                double inflow = 0;
                if (t == 0)
                {
                    inflow = opening[label];
                }
                else
                {
                    for (int before = 0; before < Labels; before++)
                    {
                        inflow += forward[((t - 1) * Labels) + before] * transitions[(before * Labels) + label];
                    }
                }

                forward[(t * Labels) + label] = inflow * emission[label];
                sum += inflow * emission[label];
            }

            for (int label = 0; label < Labels; label++)
            {
                forward[(t * Labels) + label] /= sum;
            }

            scales[t] = sum;
            logPartition += Math.Log(sum) + top;
        }

        Array.Fill(backward, 1, (length - 1) * Labels, Labels);
        for (int t = length - 2; t >= 0; t--)
        {
            for (int label = 0; label < Labels; label++)
            {
                double outflow = 0;
                for (int after = 0; after < Labels; after++)
                {
                    outflow += transitions[(label * Labels) + after] * emissions[((t + 1) * Labels) + after] * backward[((t + 1) * Labels) + after];
                }

                backward[(t * Labels) + label] = outflow / scales[t + 1];
            }
        }

        AddExpectations(sentence, gradient, transitions, emissions, forward, backward, scales);
        return logPartition - score;
    }

    private void AddExpectations(LabelledSentence sentence, double[] gradient, double[] transitions, double[] emissions, double[] forward, double[] backward, double[] scales)
    {
        Span<double> expected = stackalloc double[Labels];
        for (int t = 0; t < sentence.Labels.Length; t++)
        {
            for (int label = 0; label < Labels; label++)
            {
                expected[label] = forward[(t * Labels) + label] * backward[(t * Labels) + label];
            }

            expected[sentence.Labels[t]] -= 1;
            foreach (int feature in sentence.Features[t])
            {
                Span<double> row = gradient.AsSpan(feature * Labels, Labels);
                for (int label = 0; label < Labels; label++)
                {
                    row[label] += expected[label];
                }
            }

            if (t == 0)
            {
                for (int label = 0; label < Labels; label++)
                {
                    gradient[OpeningStart + label] += expected[label];
                }

                continue;
            }

            for (int before = 0; before < Labels; before++)
            {
                double reached = forward[((t - 1) * Labels) + before] / scales[t];
                for (int label = 0; label < Labels; label++)
                {
                    gradient[TransitionStart + (before * Labels) + label] +=
                        reached * transitions[(before * Labels) + label] * emissions[(t * Labels) + label] * backward[(t * Labels) + label];
                }
            }

            gradient[TransitionStart + (sentence.Labels[t - 1] * Labels) + sentence.Labels[t]] -= 1;
        }
    }

    private static double Dot(double[] left, double[] right)
    {
        double dot = 0;
        for (int i = 0; i < left.Length; i++)
        {
            dot += left[i] * right[i];
        }

        return dot;
    }

    private static void AddScaled(double[] target, double[] source, double by)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] += by * source[i];
        }
    }
}
