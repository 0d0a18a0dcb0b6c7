using PaperGraph.Models;

namespace PaperGraph.Extraction.Concepts;

/// <summary>Logistic regression over <see cref="CentralFeatures"/>: is it what the paper is about?</summary>
internal sealed class CentralWeights
{
    private readonly float[] _weights;

    /// <param name="weights">As many as there are features.</param>
    /// <exception cref="InvalidDataException">More or fewer.</exception>
    public CentralWeights(float[] weights) =>
        _weights = weights.Length == CentralFeatures.Count ? weights : throw new InvalidDataException($"The model weighs {weights.Length} signs of central concepts; this version has {CentralFeatures.Count}: train it again.");

    /// <summary>Ranks as the log-odds of being chosen do: what there is before anything is learned.</summary>
    public static CentralWeights Unlearned()
    {
        float[] weights = new float[CentralFeatures.Count];
        weights[1] = 2;
        return new CentralWeights(weights);
    }

    public static CentralWeights Read(ModelFile file) => new(file.Section<float>("central"));

    public ReadOnlySpan<float> Values => _weights;

    /// <returns>Log-odds.</returns>
    public float Of(ReadOnlySpan<float> features)
    {
        float sum = 0;
        for (int i = 0; i < _weights.Length; i++)
        {
            sum += _weights[i] * features[i];
        }

        return sum;
    }
}
