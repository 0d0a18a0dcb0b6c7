namespace PaperGraph.Relatedness;

/// <summary>A text's weighted terms, of length 1. It depends on the text and the model alone: no other paper changes it.</summary>
/// <remarks>A term weighs (1 + ln tf)·√(g·idf), where tf model the abstract once and the title twice, idf comes with the model, and g is 1 for a stem and
/// <see cref="PhraseShare"/> for a phrase, whose words are counted already. Concepts are no terms: their words are, and counted twice they made the
/// ranking of judged papers worse.</remarks>
internal sealed class TermVector
{
    public const float PhraseShare = 0.3f;
    private const int TitleWeight = 2;

    private TermVector(ulong[] hashes, float[] weights) => (Hashes, Weights) = (hashes, weights);

    /// <summary>Ascending, each once.</summary>
    public ulong[] Hashes { get; }

    /// <summary>Above 0, at most 1.</summary>
    public float[] Weights { get; }

    public static TermVector Of(RelatednessPaper paper, RelatednessModel model)
    {
        List<Term> terms = TermReader.EmptyListOfThread();
        TermReader.Read(paper.Title, terms);
        int inTitle = terms.Count;
        TermReader.Read(paper.Abstract, terms);
        var places = new ulong[terms.Count];
        var frequencies = new int[terms.Count];
        for (int i = 0; i < places.Length; i++)
        {
            (places[i], frequencies[i]) = (terms[i].Hash, i < inTitle ? TitleWeight : 1);
        }

        Array.Sort(places, frequencies);
        int distinct = 0;
        for (int i = 0; i < places.Length; i++)
        {
            if (i > 0 && places[i] == places[distinct - 1])
            {
                frequencies[distinct - 1] += frequencies[i];
            }
            else
            {
                (places[distinct], frequencies[distinct]) = (places[i], frequencies[i]);
                distinct++;
            }
        }

        return new TermVector(places[..distinct], Weigh(places.AsSpan(0, distinct), frequencies, model));
    }

    public static float ShareOf(ulong term) => TermHash.WordsOf(term) == 1 ? 1 : PhraseShare;

    private static float[] Weigh(ReadOnlySpan<ulong> hashes, int[] frequencies, RelatednessModel model)
    {
        var weights = new float[hashes.Length];
        double squares = 0;
        for (int i = 0; i < hashes.Length; i++)
        {
            weights[i] = (1 + MathF.Log(frequencies[i])) * MathF.Sqrt(ShareOf(hashes[i]) * model.Idf(hashes[i]));
            squares += weights[i] * (double)weights[i];
        }

        float length = (float)Math.Sqrt(squares);
        for (int i = 0; i < weights.Length && length > 0; i++)
        {
            weights[i] /= length;
        }

        return weights;
    }
}
