using PaperGraph.Extraction.Tagging;
using PaperGraph.Models;

namespace PaperGraph.Extraction.Concepts;

/// <summary>Two logistic regressions over one set of features: would an expert choose the phrase, and is it a term at all.</summary>
internal sealed class ConceptRanker(FeatureWeights weights)
{
    /// <summary>What is surely a term comes before what is not, among equals.</summary>
    private const float TermShare = 0.3f;
    private const float LeastTerm = -3;

    public static ConceptRanker Read(ModelFile file) => new(FeatureWeights.Read(file));

    public void Score(TaggedText text, TermFeatures runs, CandidateSet candidates)
    {
        // Each is completed after the next was told: by then, the far weights have come.
        FeatureWeights.Sums last = default;
        for (int i = 0; i < candidates.Count; i++)
        {
            FeatureWeights.Sums sums = weights.BeginSums();
            CandidateFeatures.Tell(text, runs, in candidates.Items[i], ref sums);
            if (i > 0)
            {
                Score(text, runs, ref candidates.Items[i - 1], ref last);
            }

            last = sums;
        }

        if (candidates.Count > 0)
        {
            Score(text, runs, ref candidates.Items[candidates.Count - 1], ref last);
        }
    }

    private void Score(TaggedText text, TermFeatures runs, ref Candidate candidate, ref FeatureWeights.Sums sums)
    {
        if (!sums.Complete())
        {
            sums = weights.BeginSumsAlone();
            CandidateFeatures.Tell(text, runs, in candidate, ref sums);
            sums.Complete();
        }

        (float choice, float term) = (sums.Choice, sums.Term);
        choice += Centrality.Of(text, in candidate) + (TermShare * Math.Max(LeastTerm, term));
        candidate.Score = Logistic(choice);
        candidate.TermScore = Logistic(term);
    }

    public static float Logistic(float evidence) => (float)(1 / (1 + Math.Exp(-evidence)));
}
