using PaperGraph.Extraction.Tagging;

namespace PaperGraph.Extraction.Concepts;

/// <summary>By what a concept shows that the paper is about it; training and ranking share it.</summary>
internal static class CentralFeatures
{
    public const int Count = 21;

    /// <summary>Log-odds of a term beyond which it is no more or less one.</summary>
    private const float SureTerm = 3;

    /// <param name="corpus">What the corpus taught about its phrase.</param>
    /// <param name="enclosing">Other concepts that it lies in, as <see cref="EnclosingConcepts"/> counts them.</param>
    /// <param name="features">Takes <see cref="Count"/> values, each about 0 to 1 but the log-odds of being chosen, which are halved.</param>
    public static void Fill(in Candidate candidate, PhraseCounts corpus, int enclosing, Span<float> features)
    {
        features[0] = 1;
        features[1] = (float)ScoreCalibration.LogOdds(candidate.Score) / 2;
        features[2] = Math.Clamp((float)ScoreCalibration.LogOdds(candidate.TermScore), -SureTerm, SureTerm) / SureTerm;
        features[3] = One(candidate.Count >= 2);
        features[4] = One(candidate.Count >= 5);
        features[5] = One(candidate.LeastRepeated >= 2);
        features[6] = One(candidate.LeastRepeated >= 3);
        features[7] = One(candidate.LeastRepeated >= 5);
        features[8] = One(candidate.TitleCount > 0);
        features[9] = One(candidate.HeadsTitle);
        features[10] = One(candidate.PlaceInTitle == 1);
        features[11] = One(candidate.PlaceInTitle == 2);
        features[12] = One(candidate.PlaceInTitle == CandidateSet.WholePhrase);
        features[13] = One(candidate.TitleWords == 0);
        features[14] = One(candidate.TitleWords == 3);
        features[15] = One(candidate.HasShortForm);
        features[16] = One(candidate.Presented);
        features[17] = One(candidate.Proposed);
        features[18] = corpus.Keyword / 7f;
        features[19] = corpus.Frequency == 0 ? 0.5f : corpus.Frequency / 10f;
        features[20] = enclosing / 2f;
    }

    private static float One(bool holds) => holds ? 1 : 0;
}
