using PaperGraph.Extraction.Tagging;
using PaperGraph.Models;

namespace PaperGraph.Extraction.Concepts;

/// <summary>Two logistic regressions over one set of features: would an expert choose the phrase, and is it a term at all.</summary>
internal sealed class ConceptRanker(FeatureWeights weights, PhraseTable phrases)
{
    /// <summary>What is surely a term comes before what is not, among equals.</summary>
    private const float TermShare = 0.3f;
    private const float LeastTerm = -3;

    private readonly CandidateFeatures _features = new(phrases);

    public static ConceptRanker Read(ModelFile file, PhraseTable phrases) => new(FeatureWeights.Read(file), phrases);

    public void Score(TaggedText text, TermFeatures runs, CandidateSet candidates)
    {
        for (int i = 0; i < candidates.Count; i++)
        {
            ref Candidate candidate = ref candidates.Items[i];
            FeatureWeights.Sums sums = weights.BeginSums();
            _features.Tell(text, runs, in candidate, ref sums);
            (float choice, float term) = (sums.Choice, sums.Term);
            choice += Centrality.Of(text, in candidate) + (TermShare * Math.Max(LeastTerm, term));
            candidate.Score = Logistic(choice);
            candidate.TermScore = Logistic(term);
        }
    }

    public static float Logistic(float evidence) => (float)(1 / (1 + Math.Exp(-evidence)));
}
