namespace PaperGraph.Relatedness;

/// <summary>A text's weighted terms, of length 1. It depends on the text and the counts alone: no other paper changes it.</summary>
/// <remarks>A term weighs (1 + ln tf)·√(g·idf), where tf counts the abstract once and the title twice, idf comes with the model, and g is 1 for a stem and
/// <see cref="PhraseShare"/> for a phrase, whose words are counted already, and <see cref="ConceptShare"/> for a concept, whose phrase is: what it adds is
/// that a short form meets its long one.</remarks>
internal sealed class TermVector
{
    public const float PhraseShare = 0.3f;
    public const float ConceptShare = 0.1f;
    private const int TitleWeight = 2;

    private TermVector(ulong[] hashes, float[] weights) => (Hashes, Weights) = (hashes, weights);

    /// <summary>Ascending, each once.</summary>
    public ulong[] Hashes { get; }

    /// <summary>Above 0, at most 1.</summary>
    public float[] Weights { get; }

    public static TermVector Of(RelatednessPaper paper, TermCounts counts)
    {
        var frequencies = new Dictionary<ulong, int>();
        var terms = new List<Term>();
        Count(paper.Title, TitleWeight);
        Count(paper.Abstract, 1);
        var idfs = new Dictionary<ulong, float>();
        foreach (RelatednessConcept concept in paper.Concepts)
        {
            ulong hash = TermHash.Node(concept.Id);
            frequencies[hash] = Math.Max(1, concept.Frequency);
            idfs[hash] = IdfOfKey(concept.Id, counts);
        }

        ulong[] hashes = [.. frequencies.Keys];
        Array.Sort(hashes);
        var weights = new float[hashes.Length];
        double squares = 0;
        for (int i = 0; i < hashes.Length; i++)
        {
            float idf = idfs.TryGetValue(hashes[i], out float known) ? known : counts.Idf(hashes[i]);
            float share = ShareOf(TermHash.WordsOf(hashes[i]));
            weights[i] = (1 + MathF.Log(frequencies[hashes[i]])) * MathF.Sqrt(share * idf);
            squares += weights[i] * (double)weights[i];
        }

        float length = (float)Math.Sqrt(squares);
        for (int i = 0; i < weights.Length && length > 0; i++)
        {
            weights[i] /= length;
        }

        return new TermVector(hashes, weights);

        void Count(string text, int weight)
        {
            terms.Clear();
            TermReader.Read(text, terms);
            foreach (Term term in terms)
            {
                frequencies[term.Hash] = frequencies.GetValueOrDefault(term.Hash) + weight;
            }
        }
    }

    private static float ShareOf(int words) => words switch
    {
        0 => ConceptShare,
        1 => 1,
        _ => PhraseShare,
    };

    /// <summary>A concept is as rare as its key: the rarest of the words and phrases that it is made of. The name may change with a new paper; the key stays.</summary>
    private static float IdfOfKey(string key, TermCounts counts)
    {
        var terms = new List<Term>();
        TermReader.Read(key, terms);
        float idf = 0;
        foreach (Term term in terms)
        {
            idf = Math.Max(idf, counts.Idf(term.Hash));
        }

        return idf;
    }
}
