namespace PaperGraph.Queries;

/// <summary>How much more often than by chance two concepts stand in the same papers.</summary>
public static class CoOccurrence
{
    /// <summary>Normalised pointwise mutual information, from -1 to 1 (Bouma 2009, GSCL).</summary>
    /// <param name="both">Papers that name both; at least 1, and at most <paramref name="first"/> and <paramref name="second"/>.</param>
    /// <param name="all">Papers of the graph.</param>
    /// <returns>1 where neither stands without the other; also where both stand in every paper.</returns>
    public static double Npmi(int both, int first, int second, int all)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(both, 1);
        double joint = (double)both / all;
        return both >= all ? 1 : Math.Log(joint * all / first * all / second) / -Math.Log(joint);
    }

    /// <summary>What kin are ranked by: chance meetings in two papers give a high NPMI, so it is weighed by how many papers speak for it.</summary>
    public static double Strength(double npmi, int papers) => npmi * Math.Log2(1 + papers);
}
