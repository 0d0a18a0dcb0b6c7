using PaperGraph.Relatedness;

namespace PaperGraph.Training;

/// <summary>Learns where terms lie in a space of topics.</summary>
/// <remarks>Latent semantic analysis (Deerwester et al. 1990) of the weighted terms of a corpus, then discriminant analysis: papers that share two authors
/// are mostly about one thing, so directions in which such papers agree are kept and weigh as much as they agree in them; in a direction that is manner of
/// writing they do not. The direction in which they agree most is what all papers have in common, and is left out.</remarks>
internal static class LatentSpaceTraining
{
    private const int MostTerms = 36_000;
    private const int MostDirections = 256;
    private const int MostDimensions = 192;

    /// <summary>Whoever has more papers than this is several people, or one whose papers are about many things.</summary>
    private const int MostPapersOfAuthor = 60;

    private const int SharedAuthors = 2;
    private const int MostPartners = 20;

    /// <param name="papers">In an order of their own, so that the corpus's leaves no trace.</param>
    /// <param name="countByTerm">In how many of them each term stands; rare terms are not in it.</param>
    public static LatentSpace Learn(IReadOnlyList<TrainingPaper> papers, RelatednessModel counts, IReadOnlyDictionary<ulong, int> countByTerm, CancellationToken cancellation)
    {
        ulong[] terms = [.. countByTerm.OrderByDescending(pair => TermVector.ShareOf(pair.Key) * pair.Value).ThenBy(pair => pair.Key).Take(MostTerms).Select(pair => pair.Key)];
        int directions = Math.Min(MostDirections, terms.Length / 2 / 32 * 32);
        int dimensions = Math.Min(MostDimensions, directions);
        if (dimensions == 0)
        {
            return LatentSpace.Empty;
        }

        SparseRows rows = SparseRows.Of(papers, counts, terms, cancellation);
        double[] basis = SubspaceIteration.LeadingDirections(rows, directions, cancellation);
        double[] places = rows.Times(basis, directions);
        SubspaceIteration.ScaleRowsToUnit(places, directions);
        double[] map = Discriminants(places, directions, dimensions, Partners(papers), cancellation);
        var termPlaces = new (ulong, float[])[terms.Length];
        for (int term = 0; term < terms.Length; term++)
        {
            termPlaces[term] = (terms[term], DenseMatrix.RowTimes(basis.AsSpan(term * directions, directions), map, dimensions));
        }

        return LatentSpace.Of(dimensions, termPlaces);
    }

    /// <summary>For each paper, those after it that share two authors.</summary>
    private static int[][] Partners(IReadOnlyList<TrainingPaper> papers)
    {
        var papersByAuthor = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int paper = 0; paper < papers.Count; paper++)
        {
            foreach (string author in papers[paper].Authors.Distinct(StringComparer.Ordinal))
            {
                if (!papersByAuthor.TryGetValue(author, out List<int>? own))
                {
                    papersByAuthor.Add(author, own = []);
                }

                own.Add(paper);
            }
        }

        var partners = new int[papers.Count][];
        var shared = new SortedDictionary<int, int>();
        for (int paper = 0; paper < papers.Count; paper++)
        {
            shared.Clear();
            foreach (string author in papers[paper].Authors.Distinct(StringComparer.Ordinal))
            {
                List<int> own = papersByAuthor[author];
                foreach (int other in own.Count > MostPapersOfAuthor ? [] : own)
                {
                    if (other > paper)
                    {
                        shared[other] = shared.GetValueOrDefault(other) + 1;
                    }
                }
            }

            partners[paper] = [.. shared.Where(pair => pair.Value >= SharedAuthors).Take(MostPartners).Select(pair => pair.Key)];
        }

        return partners;
    }

    /// <summary>Directions by how well partners agree in them, scaled by their correlation: a matrix of so many columns.</summary>
    /// <param name="places">By paper, of length 1.</param>
    private static double[] Discriminants(double[] places, int directions, int dimensions, int[][] partners, CancellationToken cancellation)
    {
        var all = new double[directions * directions];
        var pairs = new double[directions * directions];
        double weights = 0;
        double[] others = new double[directions];
        for (int paper = 0; paper < partners.Length; paper++)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<double> own = places.AsSpan(paper * directions, directions);
            DenseMatrix.AddOuter(all, own, own, 1.0 / partners.Length);
            if (partners[paper].Length == 0)
            {
                continue;
            }

            // Of many partners each says less: they are mostly partners of each other too.
            double weight = 1 / Math.Sqrt(partners[paper].Length);
            Array.Clear(others);
            foreach (int other in partners[paper])
            {
                DenseMatrix.Add(others, places.AsSpan(other * directions, directions), weight);
                weights += weight;
            }

            DenseMatrix.AddOuter(pairs, own, others, 1);
        }

        // Whitened by what all papers spread, the pairs' covariance is their correlation.
        (double[] spread, double[] axes) = SymmetricEigen.Of(all, directions);
        double[] white = new double[directions * directions];
        for (int i = 0; i < directions; i++)
        {
            for (int k = 0; k < directions; k++)
            {
                white[(i * directions) + k] = axes[(i * directions) + k] / Math.Sqrt(Math.Max(spread[k], 1e-9));
            }
        }

        double[] correlation = DenseMatrix.TransposedTimes(white, DenseMatrix.Times(Symmetric(pairs, directions, weights), white, directions), directions);
        (double[] agreement, double[] agreed) = SymmetricEigen.Of(correlation, directions);
        double[] map = DenseMatrix.Times(white, agreed, directions);
        var kept = new double[directions * dimensions];
        for (int k = 0; k < dimensions; k++)
        {
            // A corpus without authors tells nothing of agreement: every direction weighs the same.
            double scale = k == 0 ? 0 : weights > 0 ? Math.Max(0, agreement[k]) : 1;
            for (int i = 0; i < directions; i++)
            {
                kept[(i * dimensions) + k] = map[(i * directions) + k] * scale;
            }
        }

        return kept;
    }

    private static double[] Symmetric(double[] matrix, int size, double weights)
    {
        var symmetric = new double[matrix.Length];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                symmetric[(i * size) + j] = (matrix[(i * size) + j] + matrix[(j * size) + i]) / (2 * Math.Max(1, weights));
            }
        }

        return symmetric;
    }
}
