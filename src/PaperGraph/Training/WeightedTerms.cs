using PaperGraph.Relatedness;

namespace PaperGraph.Training;

/// <summary>A text as rows of a vocabulary, each with its weight.</summary>
/// <param name="Rows">Each once.</param>
/// <param name="Weights">Of the same length; above 0.</param>
internal readonly record struct WeightedTerms(int[] Rows, float[] Weights)
{
    /// <param name="rowByTerm">Terms that are not in it are left out.</param>
    public static WeightedTerms Of(string title, string body, RelatednessModel counts, IReadOnlyDictionary<ulong, int> rowByTerm)
    {
        TermVector vector = TermVector.Of(new RelatednessPaper(title, body), counts);
        var rows = new List<int>(vector.Hashes.Length);
        var weights = new List<float>(vector.Hashes.Length);
        for (int i = 0; i < vector.Hashes.Length; i++)
        {
            if (rowByTerm.TryGetValue(vector.Hashes[i], out int row))
            {
                rows.Add(row);
                weights.Add(vector.Weights[i]);
            }
        }

        return new WeightedTerms([.. rows], [.. weights]);
    }

    /// <summary>What is not in the other text.</summary>
    public WeightedTerms Without(WeightedTerms other)
    {
        HashSet<int> left = [.. other.Rows];
        (int Row, float Weight)[] kept = [.. Rows.Zip(Weights).Where(pair => !left.Contains(pair.First))];
        return new WeightedTerms([.. kept.Select(pair => pair.Row)], [.. kept.Select(pair => pair.Weight)]);
    }
}
