namespace PaperGraph.Training;

/// <summary>Moves terms so that the texts of a pair lie near each other, and nearer than to any other pair of their batch.</summary>
/// <remarks>The loss is the softmax over the cosines of a batch, from each text to the other ones and back (InfoNCE: van den Oord, Li and Vinyals 2018;
/// Sohn 2016). Papers are drawn in an order of their own from a fixed start, on one thread.</remarks>
internal sealed class ContrastiveTraining
{
    private const int PairsInBatch = 256;
    private const int Rounds = 8;
    private const float Temperature = 0.08f;
    private const float FirstRate = 3;

    /// <summary>The rate falls by this share from the first round to past the last.</summary>
    private const float RateLost = 0.9f;

    private readonly TermPlaces _places;
    private readonly int _width;
    private readonly Side _ones, _others;
    private readonly float[] _pull; // by one, then other: what its cosine should become less by

    private ContrastiveTraining(TermPlaces places, int pairs)
    {
        (_places, _width) = (places, places.Dimensions);
        (_ones, _others, _pull) = (new Side(pairs, _width), new Side(pairs, _width), new float[pairs * pairs]);
    }

    public static void Learn(TermPlaces places, TextPairs pairs, SplitMix64 lot, CancellationToken cancellation)
    {
        int batch = Math.Min(PairsInBatch, pairs.Papers);
        var training = new ContrastiveTraining(places, batch);
        int[] order = [.. Enumerable.Range(0, pairs.Papers)];
        for (int round = 0; round < Rounds; round++)
        {
            lot.Shuffle(order);
            float rate = FirstRate * (1 - (RateLost * round / Rounds));
            for (int start = 0; start + batch <= order.Length; start += batch)
            {
                cancellation.ThrowIfCancellationRequested();
                training.Learn(pairs, order.AsSpan(start, batch), lot, rate);
            }
        }
    }

    private void Learn(TextPairs pairs, ReadOnlySpan<int> papers, SplitMix64 lot, float rate)
    {
        int count = papers.Length;
        for (int i = 0; i < count; i++)
        {
            (_ones.Texts[i], _others.Texts[i]) = pairs.Draw(papers[i], lot);
            _ones.Lengths[i] = _places.Place(_ones.Texts[i], _ones.PlaceOf(i));
            _others.Lengths[i] = _places.Place(_others.Texts[i], _others.PlaceOf(i));
        }

        Compare(count);
        Pull(count);
        for (int i = 0; i < count; i++)
        {
            _places.Note(_ones.Texts[i], _ones.PlaceOf(i), _ones.Lengths[i], _ones.GradientOf(i));
            _places.Note(_others.Texts[i], _others.PlaceOf(i), _others.Lengths[i], _others.GradientOf(i));
        }

        _places.Move(rate);
    }

    /// <summary>The softmax's gradient by the cosines: the chance that a text is given the other, less 1 where that is right; from both sides.</summary>
    private void Compare(int count)
    {
        var cosines = new float[count * count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                cosines[(i * count) + j] = FloatVector.Dot(_ones.PlaceOf(i), _others.PlaceOf(j));
            }
        }

        Array.Clear(_pull);
        var chances = new double[count];
        for (int i = 0; i < count; i++)
        {
            AddChances(cosines, i * count, 1, chances);
            AddChances(cosines, i, count, chances);
            _pull[(i * count) + i] -= 2;
        }
    }

    private void AddChances(float[] cosines, int first, int step, double[] chances)
    {
        // Cosines are at most 1, so the largest chance is known without looking.
        double sum = 0;
        for (int i = 0; i < chances.Length; i++)
        {
            chances[i] = Math.Exp((cosines[first + (i * step)] - 1) / Temperature);
            sum += chances[i];
        }

        for (int i = 0; i < chances.Length; i++)
        {
            _pull[first + (i * step)] += (float)(chances[i] / sum);
        }
    }

    private void Pull(int count)
    {
        _ones.ClearGradients();
        _others.ClearGradients();
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                float pull = _pull[(i * count) + j] / (2 * Temperature * count);
                FloatVector.Add(_ones.GradientOf(i), _others.PlaceOf(j), pull);
                FloatVector.Add(_others.GradientOf(j), _ones.PlaceOf(i), pull);
            }
        }
    }

    /// <summary>One text of each pair.</summary>
    private sealed class Side(int pairs, int width)
    {
        private readonly float[] _places = new float[pairs * width];
        private readonly float[] _gradients = new float[pairs * width];

        public WeightedTerms[] Texts { get; } = new WeightedTerms[pairs];

        public float[] Lengths { get; } = new float[pairs];

        public Span<float> PlaceOf(int pair) => _places.AsSpan(pair * width, width);

        public Span<float> GradientOf(int pair) => _gradients.AsSpan(pair * width, width);

        public void ClearGradients() => Array.Clear(_gradients);
    }
}
