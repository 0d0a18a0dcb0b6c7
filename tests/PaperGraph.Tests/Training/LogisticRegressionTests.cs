using PaperGraph.Training;

namespace PaperGraph.Tests.Training;

public class LogisticRegressionTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(7, 2)]
    public void Learn_BiasAlone_IsTheLogOddsOfTheShare(int right, int wrong)
    {
        var regression = new LogisticRegression(1);
        regression.Add([1], isTrue: true, right);
        regression.Add([1], isTrue: false, wrong);

        Assert.Equal(Math.Log((double)right / wrong), Assert.Single(regression.Learn(1e-9)), 1e-6);
    }

    /// <summary>At the end, what each feature was seen with and what is expected of it differ by the penalty alone.</summary>
    [Fact]
    public void Learn_ExamplesOfThreeFeatures_EndsWhereTheGradientIsNothing()
    {
        const double penalty = 0.5;
        (double[] Values, bool IsTrue, double Weight)[] examples =
        [
            ([1, 0, 2], true, 1), ([1, 1, 0], false, 2), ([1, 1, 1], true, 1), ([1, -1, 0.5], false, 1), ([1, 0.2, -1], true, 0.5), ([1, 0, 0], false, 1),
        ];
        var regression = new LogisticRegression(3);
        foreach ((double[] values, bool isTrue, double weight) in examples)
        {
            regression.Add(values, isTrue, weight);
        }

        double[] learned = regression.Learn(penalty);

        for (int i = 0; i < 3; i++)
        {
            double gradient = examples.Sum(example => example.Weight * example.Values[i] * ((example.IsTrue ? 1 : 0) - Chance(learned, example.Values)));
            Assert.Equal((i == 0 ? penalty / 1000 : penalty) * learned[i], gradient, 1e-6);
        }
    }

    /// <summary>What is always right with a sign would weigh without end.</summary>
    [Fact]
    public void Learn_SignThatIsAlwaysRight_StaysFinite()
    {
        var regression = new LogisticRegression(2);
        for (int i = 0; i < 20; i++)
        {
            regression.Add([1, i % 2], isTrue: i % 2 == 1, 1);
        }

        Assert.InRange(regression.Learn(1)[1], 1, 10);
    }

    private static double Chance(double[] weights, double[] values) => 1 / (1 + Math.Exp(-weights.Zip(values, (weight, value) => weight * value).Sum()));
}
