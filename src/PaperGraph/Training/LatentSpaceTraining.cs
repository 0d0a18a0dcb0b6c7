using PaperGraph.Relatedness;

namespace PaperGraph.Training;

/// <summary>Learns where terms lie in a space of topics, from which texts of a corpus belong together.</summary>
internal static class LatentSpaceTraining
{
    private const int MostTerms = 36_000;
    private const int MostDimensions = 192;

    /// <summary>With fewer terms there is nothing to learn.</summary>
    private const int FewestTerms = 64;

    /// <param name="papers">In an order of their own, so that the corpus's leaves no trace.</param>
    /// <param name="countByTerm">In how many of them each term stands; rare terms are not in it.</param>
    public static LatentSpace Learn(IReadOnlyList<TrainingPaper> papers, RelatednessModel counts, IReadOnlyDictionary<ulong, int> countByTerm, CancellationToken cancellation)
    {
        ulong[] terms = [.. countByTerm.OrderByDescending(pair => TermVector.ShareOf(pair.Key) * pair.Value).ThenBy(pair => pair.Key).Take(MostTerms).Select(pair => pair.Key)];
        if (terms.Length < FewestTerms)
        {
            return LatentSpace.Empty;
        }

        var rowByTerm = new Dictionary<ulong, int>(terms.Length);
        for (int row = 0; row < terms.Length; row++)
        {
            rowByTerm.Add(terms[row], row);
        }

        var lot = new SplitMix64(start: 1);
        var places = new TermPlaces(terms.Length, MostDimensions, lot);
        ContrastiveTraining.Learn(places, TextPairs.Of(papers, counts, rowByTerm, cancellation), lot, cancellation);
        return LatentSpace.Of(MostDimensions, [.. terms.Select((term, row) => (term, places.Of(row).ToArray()))]);
    }
}
