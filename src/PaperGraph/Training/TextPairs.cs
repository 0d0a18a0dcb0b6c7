namespace PaperGraph.Training;

/// <summary>Pairs of texts that belong together: a title and what its abstract says in other words, and papers that share two authors.</summary>
/// <remarks>The title's own words are taken out of the abstract: with them a pair would be recognised by its words, which is what the terms are for; without
/// them the space has to learn what the words mean.</remarks>
internal sealed class TextPairs
{
    /// <summary>How often a paper that has partners is shown with one of them, and not as title and abstract.</summary>
    private const double ShareOfPartners = 0.5;

    private readonly WeightedTerms[] _papers, _titles, _bodies;
    private readonly int[][] _partners;

    private TextPairs(WeightedTerms[] papers, WeightedTerms[] titles, WeightedTerms[] bodies, int[][] partners) =>
        (_papers, _titles, _bodies, _partners) = (papers, titles, bodies, partners);

    public int Papers => _papers.Length;

    public static TextPairs Of(IReadOnlyList<TrainingPaper> papers, Relatedness.RelatednessModel counts, IReadOnlyDictionary<ulong, int> rowByTerm, CancellationToken cancellation)
    {
        var wholes = new WeightedTerms[papers.Count];
        var titles = new WeightedTerms[papers.Count];
        var bodies = new WeightedTerms[papers.Count];
        for (int paper = 0; paper < papers.Count; paper++)
        {
            cancellation.ThrowIfCancellationRequested();
            wholes[paper] = WeightedTerms.Of(papers[paper].Title, papers[paper].Abstract, counts, rowByTerm);
            titles[paper] = WeightedTerms.Of(papers[paper].Title, "", counts, rowByTerm);
            bodies[paper] = WeightedTerms.Of("", papers[paper].Abstract, counts, rowByTerm).Without(titles[paper]);
        }

        return new TextPairs(wholes, titles, bodies, CoAuthors.PartnersOf(papers));
    }

    public (WeightedTerms One, WeightedTerms Other) Draw(int paper, SplitMix64 lot)
    {
        int[] partners = _partners[paper];
        return lot.NextUnit() < ShareOfPartners && partners.Length > 0
            ? (_papers[paper], _papers[partners[lot.NextBelow(partners.Length)]])
            : (_titles[paper], _bodies[paper]);
    }
}
