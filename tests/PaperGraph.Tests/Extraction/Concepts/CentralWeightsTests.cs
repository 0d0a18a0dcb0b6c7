using PaperGraph.Extraction;
using PaperGraph.Extraction.Concepts;

namespace PaperGraph.Tests.Extraction.Concepts;

public class CentralWeightsTests
{
    [Theory]
    [InlineData(CentralFeatures.Count - 1)]
    [InlineData(CentralFeatures.Count + 1)]
    public void New_AsManyWeightsAsAnotherVersionHas_SaysToTrainAgain(int count) =>
        Assert.Contains("train it again", Assert.Throws<InvalidDataException>(() => new CentralWeights(new float[count])).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_Unlearned_KeepsTheOrderOfTheChances()
    {
        Span<float> less = stackalloc float[CentralFeatures.Count], more = stackalloc float[CentralFeatures.Count];
        CentralFeatures.Fill(new Candidate { Score = 0.3f, TermScore = 0.9f, Count = 4 }, default, 0, less);
        CentralFeatures.Fill(new Candidate { Score = 0.4f, TermScore = 0.1f, Count = 1 }, default, 3, more);
        CentralWeights weights = CentralWeights.Unlearned();

        Assert.True(weights.Of(less) < weights.Of(more));
        Assert.Equal(ScoreCalibration.LogOdds(0.3f), weights.Of(less), 1e-5);
    }

    /// <summary>Whatever the chances are, no feature is beyond measure.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void Fill_ChancesOfNoneAndAll_GivesNumbers(float choice, float term)
    {
        float[] features = new float[CentralFeatures.Count];
        CentralFeatures.Fill(new Candidate { Score = choice, TermScore = term }, default, 0, features);

        Assert.All(features, value => Assert.InRange(value, -10, 10));
    }

    [Fact]
    public void Extract_Concepts_ComeByTheirScores()
    {
        PaperExtraction found = Extractor.Default.Extract(
            "Sparse retrieval for long documents",
            "We study sparse retrieval over long documents. A learned inverted index (LII) makes sparse retrieval as good as dense retrieval, and the inverted index stays small.");

        Assert.Equal(found.Concepts.Select(concept => concept.Score).OrderDescending(), found.Concepts.Select(concept => concept.Score));
        Assert.Equal(found.Concepts.Select(concept => concept.Main).OrderDescending(), found.Concepts.Select(concept => concept.Main));
    }
}
