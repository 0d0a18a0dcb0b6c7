namespace PaperGraph.Training;

/// <summary>A place for each term of a vocabulary, moved by AdaGrad (Duchi, Hazan and Singer 2011) with one rate a term: a term that was moved much moves less.</summary>
internal sealed class TermPlaces
{
    private readonly float[] _places;     // by term, then dimension
    private readonly float[] _gradients;  // likewise; 0 but for the terms of the batch
    private readonly float[] _moved;      // by term: mean squares of its gradients, added up
    private readonly List<int> _terms = [];
    private readonly bool[] _inBatch;

    /// <param name="dimensions">A multiple of eight.</param>
    public TermPlaces(int terms, int dimensions, SplitMix64 lot)
    {
        (Dimensions, _places, _gradients, _moved, _inBatch) = (dimensions, new float[terms * dimensions], new float[terms * dimensions], new float[terms], new bool[terms]);
        double widest = Math.Sqrt(3.0 / dimensions); // a place's length is about 1
        for (int i = 0; i < _places.Length; i++)
        {
            _places[i] = (float)(((lot.NextUnit() * 2) - 1) * widest);
        }
    }

    public int Dimensions { get; }

    public ReadOnlySpan<float> Of(int term) => _places.AsSpan(term * Dimensions, Dimensions);

    /// <summary>Sum of the terms' places by their weights, brought to length 1.</summary>
    /// <returns>The length before; 0 for a text without terms, whose place is 0.</returns>
    public float Place(WeightedTerms text, Span<float> place)
    {
        place.Clear();
        for (int i = 0; i < text.Rows.Length; i++)
        {
            FloatVector.Add(place, Of(text.Rows[i]), text.Weights[i]);
        }

        float length = MathF.Sqrt(FloatVector.Dot(place, place));
        FloatVector.Scale(place, length > 0 ? 1 / length : 0);
        return length;
    }

    /// <summary>Notes how a text's place should move.</summary>
    /// <param name="place">As <see cref="Place"/> gave it, with its length before.</param>
    /// <param name="gradient">Of what is to become less, by the place; overwritten.</param>
    public void Note(WeightedTerms text, ReadOnlySpan<float> place, float length, Span<float> gradient)
    {
        if (length <= 0)
        {
            return;
        }

        // Along the place itself nothing is to be had: it has length 1 in any case.
        FloatVector.Add(gradient, place, -FloatVector.Dot(place, gradient));
        for (int i = 0; i < text.Rows.Length; i++)
        {
            int term = text.Rows[i];
            if (!_inBatch[term])
            {
                _inBatch[term] = true;
                _terms.Add(term);
            }

            FloatVector.Add(_gradients.AsSpan(term * Dimensions, Dimensions), gradient, text.Weights[i] / length);
        }
    }

    /// <summary>Moves what was noted, and forgets it.</summary>
    public void Move(float rate)
    {
        foreach (int term in _terms)
        {
            Span<float> gradient = _gradients.AsSpan(term * Dimensions, Dimensions);
            float squares = FloatVector.Dot(gradient, gradient);
            _moved[term] += squares / Dimensions;
            if (squares > 0)
            {
                FloatVector.Add(_places.AsSpan(term * Dimensions, Dimensions), gradient, -rate / MathF.Sqrt(_moved[term] * Dimensions));
            }

            gradient.Clear();
            _inBatch[term] = false;
        }

        _terms.Clear();
    }
}
