namespace PaperGraph.Relatedness;

/// <summary>How near two papers are, in whole numbers, so that no order of adding up changes it.</summary>
/// <remarks>Score = ¾ · the product of the two term vectors + ¼ · the cosine of the two places in the latent space, where it is above 0. Papers that share
/// no term score 0. How the parts were chosen stands in <c>Models/README.md</c>.</remarks>
internal static class PairScore
{
    /// <summary>A term's weight is kept in steps of 1 / <see cref="WeightUnit"/>.</summary>
    public const int WeightUnit = 1 << 14;

    /// <summary>A whole cosine, <see cref="LatentSpace.Unit"/>², weighs a third of a whole product.</summary>
    public const int LatentFactor = WeightUnit / LatentSpace.Unit * (WeightUnit / LatentSpace.Unit) / 3;

    /// <summary>What two places bring at most. Rounded places can be longer than 1 by half a step in each dimension: less than an eighteenth of its length.</summary>
    public const int MostLatent = (int)(LatentSpace.Unit * (long)LatentSpace.Unit * LatentFactor * 112 / 100);

    /// <summary>Total of two equal papers.</summary>
    private const double Whole = ((double)WeightUnit * WeightUnit) + ((double)LatentSpace.Unit * LatentSpace.Unit * LatentFactor);

    /// <param name="terms">Sum of the products of the weights of shared terms.</param>
    /// <param name="latent">Product of the two places.</param>
    public static int Total(int terms, int latent) => terms == 0 ? 0 : terms + (Math.Max(0, latent) * LatentFactor);

    /// <returns>Above 0 for a total above 0; at most 1.</returns>
    public static double Of(int total) => Math.Min(1, total / Whole);

    /// <summary>What part of the score one shared term brings.</summary>
    public static double OfTerm(int weight, int otherWeight) => weight * (double)otherWeight / Whole;

    /// <summary>No total below this one scores so high.</summary>
    public static int LeastTotal(double score) => (int)Math.Min(int.MaxValue, Math.Floor(score * Whole));

    public static ushort Quantise(float weight) => (ushort)Math.Clamp(MathF.Round(weight * WeightUnit), 1, WeightUnit);
}
