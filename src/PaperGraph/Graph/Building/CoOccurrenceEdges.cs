namespace PaperGraph.Graph.Building;

/// <summary>Concepts that two papers or more name together.</summary>
/// <remarks>Kept is what belongs to the twenty strongest of either end. Strength is the number of papers times the cosine of the two sets of papers: a figure of
/// the pair alone, so that a new paper changes only pairs that it names.</remarks>
internal static class CoOccurrenceEdges
{
    private const int LeastPapers = 2;
    private const int MostOfAConcept = 20;

    public static void Add(PaperTable papers, KnowledgeGraphBuilder graph)
    {
        var papersByConcept = new int[graph.NodeCount];
        for (int paper = 0; paper < papers.Count; paper++)
        {
            for (int i = 0; i < papers.ConceptCount(paper); i++)
            {
                papersByConcept[papers.ConceptOf(paper, i).Concept]++;
            }
        }

        // What one paper alone names can pair with nothing twice. The others are ranked by key.
        int[] concepts = [.. Enumerable.Range(0, papersByConcept.Length).Where(concept => papersByConcept[concept] >= LeastPapers)];
        Array.Sort(Array.ConvertAll(concepts, graph.KeyOf), concepts, StringComparer.Ordinal);
        var ranks = new int[papersByConcept.Length];
        for (int rank = 0; rank < concepts.Length; rank++)
        {
            ranks[concepts[rank]] = rank;
        }

        var pairs = new List<(int First, int Second, int Papers, double Strength)>();
        foreach ((ulong pair, int count) in CountedPairs(papers, papersByConcept, ranks))
        {
            (int first, int second) = ((int)(pair >> 32), (int)(uint)pair);
            pairs.Add((first, second, count, count * count / Math.Sqrt((double)papersByConcept[concepts[first]] * papersByConcept[concepts[second]])));
        }

        pairs.Sort(static (one, other) =>
            one.Strength != other.Strength ? other.Strength.CompareTo(one.Strength)
            : one.First != other.First ? one.First.CompareTo(other.First)
            : one.Second.CompareTo(other.Second));
        var kept = new int[concepts.Length];
        foreach ((int first, int second, int count, double _) in pairs)
        {
            bool isStrong = kept[first]++ < MostOfAConcept;
            isStrong |= kept[second]++ < MostOfAConcept;
            if (isStrong)
            {
                graph.AddEdge(concepts[first], EdgeType.CoOccursWith, concepts[second], PropertySet.Of([new(PropertyKey.Papers, count)]));
            }
        }
    }

    /// <summary>Pairs that two papers or more name: every paper's pairs of ranks as numbers, sorted, so that equal ones stand side by side.</summary>
    private static IEnumerable<(ulong Pair, int Papers)> CountedPairs(PaperTable papers, int[] papersByConcept, int[] ranks)
    {
        var all = new List<ulong>();
        var shared = new List<int>();
        for (int paper = 0; paper < papers.Count; paper++)
        {
            shared.Clear();
            for (int i = 0; i < papers.ConceptCount(paper); i++)
            {
                int concept = papers.ConceptOf(paper, i).Concept;
                if (papersByConcept[concept] >= LeastPapers)
                {
                    shared.Add(ranks[concept]);
                }
            }

            for (int i = 0; i < shared.Count; i++)
            {
                for (int j = i + 1; j < shared.Count; j++)
                {
                    all.Add(((ulong)shared[i] << 32) | (uint)shared[j]);
                }
            }
        }

        all.Sort();
        for (int start = 0; start < all.Count;)
        {
            int end = start + 1;
            while (end < all.Count && all[end] == all[start])
            {
                end++;
            }

            if (end - start >= LeastPapers)
            {
                yield return (all[start], end - start);
            }

            start = end;
        }
    }
}
