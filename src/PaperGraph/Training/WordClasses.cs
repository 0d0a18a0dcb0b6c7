namespace PaperGraph.Training;

/// <summary>
/// Distributional classes of words: positive pointwise mutual information with the words to the left and right, reduced by randomised subspace
/// iteration (Halko, Martinsson and Tropp 2011), then k-means on the unit sphere. Words that are used alike get one class.
/// </summary>
internal static class WordClasses
{
    private const int Words = 30_000;
    private const int Contexts = 3_000;
    private const int Dimensions = 64;
    private const int Rounds = 12;

    public static (byte[] Fine, byte[] Coarse) Learn(WordStatistics statistics, int fine, int coarse)
    {
        int words = Math.Min(Words, statistics.Words.Length);
        int contexts = Math.Min(Contexts, words);
        var rows = Associations(statistics.Sequence, words, contexts);
        double[][] vectors = Reduce(rows, contexts * 2);
        (int[] fineOf, double[][] centres) = Cluster(vectors, fine);
        (int[] coarseOf, _) = Cluster(centres, coarse);
        var fineClasses = new byte[statistics.Words.Length];
        var coarseClasses = new byte[statistics.Words.Length];
        for (int word = 0; word < words; word++)
        {
            fineClasses[word] = (byte)(fineOf[word] + 1);
            coarseClasses[word] = (byte)(coarseOf[fineOf[word]] + 1);
        }

        return (fineClasses, coarseClasses);
    }

    private static (int[] Columns, float[] Values)[] Associations(List<int> sequence, int words, int contexts)
    {
        var counts = new FeatureIndex();
        var pairs = new List<int>();
        double[] wordTotals = new double[words];
        double[] contextTotals = new double[contexts * 2];
        double total = 0;
        void Count(int word, int column)
        {
            int pair = counts.FindOrAdd(((ulong)word << 32) | (uint)column);
            if (pair == pairs.Count)
            {
                pairs.Add(0);
            }

            pairs[pair]++;
            wordTotals[word]++;
            contextTotals[column]++;
            total++;
        }

        for (int i = 1; i < sequence.Count; i++)
        {
            int left = sequence[i - 1], right = sequence[i];
            if (left < 0 || right < 0)
            {
                continue;
            }

            if (right < words && left < contexts)
            {
                Count(right, left);
            }

            if (left < words && right < contexts)
            {
                Count(left, contexts + right);
            }
        }

        var columns = new List<int>[words];
        var values = new List<float>[words];
        for (int word = 0; word < words; word++)
        {
            (columns[word], values[word]) = ([], []);
        }

        for (int pair = 0; pair < pairs.Count; pair++)
        {
            int word = (int)(counts.Features[pair] >> 32), column = (int)(uint)counts.Features[pair];
            double information = Math.Log(pairs[pair] * total / (wordTotals[word] * contextTotals[column]));
            if (information > 0)
            {
                columns[word].Add(column);
                values[word].Add((float)information);
            }
        }

        return [.. Enumerable.Range(0, words).Select(word => (columns[word].ToArray(), values[word].ToArray()))];
    }

    private static double[][] Reduce((int[] Columns, float[] Values)[] rows, int columns)
    {
        var lot = new SplitMix64(start: 1);
        double[][] basis = [.. Enumerable.Range(0, columns).Select(_ => Enumerable.Range(0, Dimensions).Select(_ => (lot.NextUnit() * 2) - 1).ToArray())];
        Orthonormalise(basis);
        for (int round = 0; round < 3; round++)
        {
            double[][] product = [.. Enumerable.Range(0, columns).Select(_ => new double[Dimensions])];
            foreach ((int[] row, float[] values) in rows)
            {
                double[] projected = Project(row, values, basis);
                for (int i = 0; i < row.Length; i++)
                {
                    double[] target = product[row[i]];
                    for (int d = 0; d < Dimensions; d++)
                    {
                        target[d] += values[i] * projected[d];
                    }
                }
            }

            basis = product;
            Orthonormalise(basis);
        }

        double[][] vectors = [.. rows.Select(row => Project(row.Columns, row.Values, basis))];
        foreach (double[] vector in vectors)
        {
            Normalise(vector);
        }

        return vectors;
    }

    private static double[] Project(int[] row, float[] values, double[][] basis)
    {
        double[] projected = new double[Dimensions];
        for (int i = 0; i < row.Length; i++)
        {
            double[] source = basis[row[i]];
            for (int d = 0; d < Dimensions; d++)
            {
                projected[d] += values[i] * source[d];
            }
        }

        return projected;
    }

    /// <summary>Gram–Schmidt over the columns.</summary>
    private static void Orthonormalise(double[][] matrix)
    {
        for (int d = 0; d < Dimensions; d++)
        {
            for (int earlier = 0; earlier < d; earlier++)
            {
                double dot = 0;
                foreach (double[] row in matrix)
                {
                    dot += row[d] * row[earlier];
                }

                foreach (double[] row in matrix)
                {
                    row[d] -= dot * row[earlier];
                }
            }

            double norm = 0;
            foreach (double[] row in matrix)
            {
                norm += row[d] * row[d];
            }

            norm = norm > 1e-20 ? 1 / Math.Sqrt(norm) : 0;
            foreach (double[] row in matrix)
            {
                row[d] *= norm;
            }
        }
    }

    private static (int[] ClassOf, double[][] Centres) Cluster(double[][] vectors, int classes)
    {
        classes = Math.Min(classes, vectors.Length);
        // Evenly spaced seeds among words by frequency: every frequent word starts a class of its own.
        double[][] centres = [.. Enumerable.Range(0, classes).Select(c => (double[])vectors[(int)((long)c * Math.Min(vectors.Length, classes * 8) / classes)].Clone())];
        int[] classOf = new int[vectors.Length];
        for (int round = 0; round < Rounds; round++)
        {
            for (int v = 0; v < vectors.Length; v++)
            {
                classOf[v] = Nearest(vectors[v], centres);
            }

            double[][] sums = [.. centres.Select(_ => new double[Dimensions])];
            for (int v = 0; v < vectors.Length; v++)
            {
                double[] sum = sums[classOf[v]];
                for (int d = 0; d < Dimensions; d++)
                {
                    sum[d] += vectors[v][d];
                }
            }

            for (int c = 0; c < classes; c++)
            {
                if (Normalise(sums[c]))
                {
                    centres[c] = sums[c];
                }
            }
        }

        return (classOf, centres);
    }

    private static int Nearest(double[] vector, double[][] centres)
    {
        int best = 0;
        double bestDot = double.NegativeInfinity;
        for (int c = 0; c < centres.Length; c++)
        {
            double dot = 0;
            double[] centre = centres[c];
            for (int d = 0; d < Dimensions; d++)
            {
                dot += vector[d] * centre[d];
            }

            if (dot > bestDot)
            {
                (best, bestDot) = (c, dot);
            }
        }

        return best;
    }

    private static bool Normalise(double[] vector)
    {
        double norm = 0;
        foreach (double value in vector)
        {
            norm += value * value;
        }

        if (norm < 1e-20)
        {
            return false;
        }

        norm = 1 / Math.Sqrt(norm);
        for (int d = 0; d < vector.Length; d++)
        {
            vector[d] *= norm;
        }

        return true;
    }
}
