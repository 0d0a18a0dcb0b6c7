namespace PaperGraph.Relatedness;

internal static class TermProduct
{
    /// <summary>Sum of the products of the weights of the terms that both have.</summary>
    /// <param name="terms">Ascending, each once; the same of <paramref name="others"/>.</param>
    public static int Of(ReadOnlySpan<int> terms, ReadOnlySpan<ushort> weights, ReadOnlySpan<int> others, ReadOnlySpan<ushort> otherWeights)
    {
        int sum = 0;
        int i = 0, j = 0;
        while (i < terms.Length && j < others.Length)
        {
            int difference = terms[i] - others[j];
            if (difference == 0)
            {
                sum += weights[i] * otherWeights[j];
            }

            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }

        return sum;
    }
}
