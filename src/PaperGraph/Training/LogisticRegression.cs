namespace PaperGraph.Training;

/// <summary>Logistic regression of few features by Newton's method.</summary>
internal sealed class LogisticRegression(int features)
{
    private const int MostSteps = 50;
    private const double SmallStep = 1e-9;

    private readonly List<Example> _examples = [];

    private readonly record struct Example(double[] Features, bool IsTrue, double Weight);

    /// <param name="values">As many as there are features.</param>
    public void Add(double[] values, bool isTrue, double weight) => _examples.Add(new Example(values, isTrue, weight));

    /// <param name="penalty">Half of it times the square of a weight is its cost, the first one's, the bias's, a thousandth of that.</param>
    public double[] Learn(double penalty)
    {
        double[] weights = new double[features];
        double largest = double.MaxValue;
        for (int step = 0; step < MostSteps && largest > SmallStep; step++)
        {
            double[] change = Solve(Curvature(weights, penalty));
            largest = 0;
            for (int i = 0; i < features; i++)
            {
                weights[i] += change[i];
                largest = Math.Max(largest, Math.Abs(change[i]));
            }
        }

        return weights;
    }

    /// <returns>The matrix of second derivatives, with the gradient as its last column.</returns>
    private double[,] Curvature(double[] weights, double penalty)
    {
        double[,] curvature = new double[features, features + 1];
        for (int i = 0; i < features; i++)
        {
            double own = i == 0 ? penalty / 1000 : penalty;
            (curvature[i, i], curvature[i, features]) = (own, -own * weights[i]);
        }

        foreach ((double[] values, bool isTrue, double weight) in _examples)
        {
            double evidence = 0;
            for (int i = 0; i < features; i++)
            {
                evidence += weights[i] * values[i];
            }

            double chance = 1 / (1 + Math.Exp(-evidence));
            for (int i = 0; i < features; i++)
            {
                curvature[i, features] += ((isTrue ? 1 : 0) - chance) * values[i] * weight;
                for (int j = 0; j < features; j++)
                {
                    curvature[i, j] += chance * (1 - chance) * values[i] * values[j] * weight;
                }
            }
        }

        return curvature;
    }

    /// <summary>Gaussian elimination; the matrix is positive definite.</summary>
    private double[] Solve(double[,] rows)
    {
        for (int i = 0; i < features; i++)
        {
            for (int below = i + 1; below < features; below++)
            {
                double factor = rows[below, i] / rows[i, i];
                for (int column = i; column <= features; column++)
                {
                    rows[below, column] -= factor * rows[i, column];
                }
            }
        }

        double[] solution = new double[features];
        for (int i = features - 1; i >= 0; i--)
        {
            double rest = rows[i, features];
            for (int column = i + 1; column < features; column++)
            {
                rest -= rows[i, column] * solution[column];
            }

            solution[i] = rest / rows[i, i];
        }

        return solution;
    }
}
