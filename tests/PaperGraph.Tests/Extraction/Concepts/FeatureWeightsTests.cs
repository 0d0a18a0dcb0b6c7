using PaperGraph.Extraction.Concepts;
using PaperGraph.Extraction.Tagging;
using PaperGraph.Models;
using PaperGraph.Tests.Extraction.Tagging;

namespace PaperGraph.Tests.Extraction.Concepts;

public class FeatureWeightsTests
{
    private const int Seed = 20261123;
    private const ulong Large = 0x1234_5678_9ABC;

    [Fact]
    public void Sums_OneTwoOrThreeValues_AddTheirWeights()
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

    /// <summary>A group's sum is kept at its first candidate and found at the next: neither is anything but the sum of the features, each by itself.</summary>
    [Fact]
    public void Sums_CandidatesOfTexts_AddEveryFeatureOnce()
    {
        ExtractionModel model = ExtractionModel.Shipped;
        FeatureWeights weights = new(FeatureWeights.Read(ModelFile.Shipped(ExtractionModel.FileName)!).Slots);
        var random = new Random(Seed);
        var workspace = new Workspace(model);
        int found = 0, strange = 0;
        for (int text = 0; text < 60; text++)
        {
            workspace.Read(GeneratedText.Of(random, 8), GeneratedText.Of(random, 150), []);
            for (int i = 0; i < workspace.Candidates.Count; i++)
            {
                ref Candidate candidate = ref workspace.Candidates.Items[i];
                var each = new EachByItself(weights);
                CandidateFeatures.Tell(workspace.Text, workspace.Features, in candidate, ref each);
                FeatureWeights.Sums sums = weights.BeginSums();
                CandidateFeatures.Tell(workspace.Text, workspace.Features, in candidate, ref sums);
                if (sums.Complete())
                {
                    found++;
                }
                else
                {
                    strange++;
                    sums = weights.BeginSumsAlone();
                    CandidateFeatures.Tell(workspace.Text, workspace.Features, in candidate, ref sums);
                    Assert.True(sums.Complete());
                }

                Assert.Equal((each.Choice, each.Term), (sums.Choice, sums.Term));
            }
        }

        Assert.True(found > 0 && strange > 0, $"seed {Seed}: {found} candidates of known groups, {strange} of others");
    }

    private struct EachByItself(FeatureWeights weights) : IFeatureListener
    {
        public float Choice { get; private set; }

        public float Term { get; private set; }

        public readonly bool Begins(FeatureGroup group) => true;

        public readonly void Ends()
        {
        }

        public void Add(int template, ulong value)
        {
            FeatureWeights.Sums sums = weights.BeginSums();
            sums.Add(template, value);
            sums.Complete();
            (Choice, Term) = (Choice + sums.Choice, Term + sums.Term);
        }

        public void Add(int template, ulong first, ulong second) => Add(template, CandidateFeatures.Join(first, second));

        public void Add(int template, ulong first, ulong second, ulong third) => Add(template, CandidateFeatures.Join(CandidateFeatures.Join(first, second), third));
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
