using PaperGraph.Extraction.Tagging;
using PaperGraph.Models;

namespace PaperGraph.Extraction.Concepts;

/// <summary>Two logistic regressions over one set of features: would an expert choose the phrase, and is it a term at all.</summary>
internal sealed class ConceptRanker(KeyTable keys, float[] weights, PhraseTable phrases)
{
    /// <summary>Weights of a feature: choice, then term.</summary>
    public const int Heads = 2;

    private readonly CandidateFeatures _features = new(phrases);

    public KeyTable Keys { get; } = keys;

    public float[] Weights { get; } = weights;

    public static ConceptRanker Read(ModelFile file, PhraseTable phrases) => new(new KeyTable(file.Section<uint>("ranker.keys")), file.Section<float>("ranker.weights"), phrases);

    public void Score(TaggedText text, TermFeatures runs, CandidateSet candidates)
    {
        Span<ulong> features = stackalloc ulong[CandidateFeatures.Count];
        for (int i = 0; i < candidates.Count; i++)
        {
            ref Candidate candidate = ref candidates.Items[i];
            _features.Fill(text, runs, in candidate, features);
            float choice = 0, term = 0;
            foreach (ulong feature in features)
            {
                int slot = Keys.Find(feature);
                if (slot >= 0)
                {
                    choice += Weights[slot * Heads];
                    term += Weights[(slot * Heads) + 1];
                }
            }

            candidate.Score = Logistic(choice);
            candidate.TermScore = Logistic(term);
        }
    }

    private static float Logistic(float evidence) => (float)(1 / (1 + Math.Exp(-evidence)));
}
