using System.Runtime.InteropServices;

namespace PaperGraph.Graph.Building;

/// <summary>Concepts that two papers or more name together.</summary>
/// <remarks>Kept is what belongs to the twenty strongest of either end. Strength is the number of papers times the cosine of the two sets of papers: a figure of
/// the pair alone, so that a new paper changes only pairs that it names.</remarks>
internal static class CoOccurrenceEdges
{
    private const int LeastPapers = 2;
    private const int MostOfAConcept = 20;

    public static void Add(IReadOnlyList<PaperConcepts> papers, IReadOnlyCollection<string> keys, KnowledgeGraphBuilder graph)
    {
        string[] keyByNumber = [.. keys.Order(StringComparer.Ordinal)];
        Dictionary<string, int> numberByKey = keyByNumber.Select((key, number) => (key, number)).ToDictionary(pair => pair.key, pair => pair.number, StringComparer.Ordinal);
        int[][] conceptsByPaper = [.. papers.Select(paper => paper.Concepts.Where(concept => concept.IsMentioned).Select(concept => numberByKey[concept.Key]).ToArray())];
        var papersByConcept = new int[keyByNumber.Length];
        foreach (int concept in conceptsByPaper.SelectMany(concepts => concepts))
        {
            papersByConcept[concept]++;
        }

        var together = new Dictionary<long, int>();
        foreach (int[] concepts in conceptsByPaper)
        {
            // What one paper alone names can pair with nothing twice.
            int[] shared = [.. concepts.Where(concept => papersByConcept[concept] >= LeastPapers)];
            for (int i = 0; i < shared.Length; i++)
            {
                for (int j = i + 1; j < shared.Length; j++)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(together, ((long)shared[i] << 32) | (uint)shared[j], out _)++;
                }
            }
        }

        var pairs = together.Where(pair => pair.Value >= LeastPapers)
            .Select(pair => (First: (int)(pair.Key >> 32), Second: (int)(uint)pair.Key, Papers: pair.Value))
            .Select(pair => (pair.First, pair.Second, pair.Papers, Strength: pair.Papers * pair.Papers / Math.Sqrt((double)papersByConcept[pair.First] * papersByConcept[pair.Second])))
            .OrderByDescending(pair => pair.Strength).ThenBy(pair => pair.First).ThenBy(pair => pair.Second);
        var kept = new int[keyByNumber.Length];
        foreach ((int first, int second, int count, double _) in pairs)
        {
            bool isStrong = kept[first]++ < MostOfAConcept;
            isStrong |= kept[second]++ < MostOfAConcept;
            if (isStrong)
            {
                graph.AddEdge((NodeLabel.Concept, keyByNumber[first]), EdgeType.CoOccursWith, (NodeLabel.Concept, keyByNumber[second]), PropertySet.Of([new(PropertyKey.Papers, count)]));
            }
        }
    }
}
