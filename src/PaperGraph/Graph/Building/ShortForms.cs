namespace PaperGraph.Graph.Building;

/// <summary>What short forms mean over the collection, for papers that use one without defining it.</summary>
/// <remarks>An undefined short form takes a long form only where one dominates: at least three papers define it so, and they are at least four in five of
/// those that define it at all. One of two letters never does.</remarks>
internal sealed class ShortForms
{
    private const int LeastPapers = 3;
    private const double LeastShare = 0.8;
    private const int LeastLetters = 3;

    private readonly Dictionary<string, string> _longKeyByShortKey = new(StringComparer.Ordinal);

    public ShortForms(IEnumerable<PaperConcepts> papers)
    {
        IEnumerable<IGrouping<string, string>> definitions = papers.SelectMany(paper => paper.Definitions).GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        foreach (IGrouping<string, string> definition in definitions)
        {
            if (definition.Key.Count(char.IsLetter) < LeastLetters)
            {
                continue;
            }

            (string longKey, int papersOfIt) = definition.GroupBy(key => key, StringComparer.Ordinal)
                .Select(same => (same.Key, same.Count()))
                .OrderByDescending(pair => pair.Item2).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .First();
            if (papersOfIt >= LeastPapers && papersOfIt >= LeastShare * definition.Count())
            {
                _longKeyByShortKey.Add(definition.Key, longKey);
            }
        }
    }

    /// <summary>Resolves the undefined short forms of a paper.</summary>
    public void ResolveIn(PaperConcepts paper)
    {
        foreach (PaperConcept concept in paper.Concepts.ToList())
        {
            if (!concept.IsIntroduced && !paper.Defines(concept.Key) && _longKeyByShortKey.TryGetValue(concept.Key, out string? longKey) && paper.MayMove(concept.Key, longKey))
            {
                paper.Move(concept, longKey, MergeReason.ShortFormElsewhere);
            }
        }
    }
}
