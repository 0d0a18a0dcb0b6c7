using PaperGraph.Extraction.Concepts;

namespace PaperGraph.Tests.Extraction.Concepts;

public class FeatureWeightsTests
{
    private const ulong Large = 0x1234_5678_9ABC;

    /// <summary>Small values are found by an index and large ones by their hash; the second round finds what the first left behind.</summary>
    [Fact]
    public void Sums_SmallAndLargeValues_AddTheirWeights()
    {
        FeatureWeights weights = FeatureWeights.Build(
            [
                (CandidateFeatures.Key(3, 7), 0.5, -0.25),
                (CandidateFeatures.Key(4, CandidateFeatures.Join(31, 2)), -1, 2),
                (CandidateFeatures.Key(4, CandidateFeatures.Join(200, 2)), 4, -3),
                (CandidateFeatures.Key(5, CandidateFeatures.Join(CandidateFeatures.Join(1, 15), 9)), 0.125, 0.0625),
                (CandidateFeatures.Key(6, Large), -8, -16),
            ],
            buckets: 64);
        for (int round = 0; round < 2; round++)
        {
            Assert.Equal((0.5f, -0.25f), Sum(weights, (ref FeatureWeights.Sums sums) => sums.Add(3, 7)));
            Assert.Equal((-0.5f, 1.75f), Sum(weights, (ref FeatureWeights.Sums sums) =>
            {
                sums.Add(3, 7);
                sums.Add(4, 31, 2);
            }));
            Assert.Equal((4, -3), Sum(weights, (ref FeatureWeights.Sums sums) => sums.Add(4, 200, 2)));
            Assert.Equal((-7.875f, -15.9375f), Sum(weights, (ref FeatureWeights.Sums sums) =>
            {
                sums.Add(5, 1, 15, 9);
                sums.Add(6, Large);
                sums.Add(3, 8);
                sums.Add(4, 2, 31);
            }));
        }
    }

    private delegate void Telling(ref FeatureWeights.Sums sums);

    private static (float Choice, float Term) Sum(FeatureWeights weights, Telling tell)
    {
        FeatureWeights.Sums sums = weights.BeginSums();
        tell(ref sums);
        sums.Complete();
        return (sums.Choice, sums.Term);
    }
}
