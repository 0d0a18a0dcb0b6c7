using PaperGraph.Extraction;

namespace PaperGraph.Graph.Building;

/// <summary>Narrower → broader: what texts say, and terms that end in another concept's whole term (<c>graph neural network</c>, <c>neural network</c>).</summary>
internal static class BroaderEdges
{
    public static void Add(IReadOnlyList<PaperConcepts> papers, IReadOnlyDictionary<string, string> nameByKey, KnowledgeGraphBuilder graph)
    {
        var reasons = new Dictionary<(string Narrower, string Broader), string>();
        foreach (string key in nameByKey.Keys)
        {
            if (NearestHead(key, nameByKey) is { } head)
            {
                reasons[(key, head)] = $"ends in \"{nameByKey[head]}\"";
            }
        }

        // Said outright is the better reason; where two papers say it, the ordinally first sentence is kept.
        var said = new Dictionary<(string Narrower, string Broader), string>();
        foreach (PaperConcepts paper in papers)
        {
            foreach (ConceptRelation relation in paper.Paper.Extraction.Relations.Where(relation => relation.Type == RelationType.Broader))
            {
                (string Narrower, string Broader) pair = (paper.KeyIn(relation.Head), paper.KeyIn(relation.Tail));
                string sentence = relation.Span.In(paper.Paper.Abstract).ToString();
                if (pair.Narrower != pair.Broader && nameByKey.ContainsKey(pair.Narrower) && nameByKey.ContainsKey(pair.Broader)
                    && (!said.TryGetValue(pair, out string? known) || string.CompareOrdinal(sentence, known) < 0))
                {
                    said[pair] = sentence;
                }
            }
        }

        foreach (((string Narrower, string Broader) pair, string sentence) in said.OrderBy(fact => fact.Key.Narrower, StringComparer.Ordinal).ThenBy(fact => fact.Key.Broader, StringComparer.Ordinal))
        {
            // The opposite of what the words themselves show, or of what was said before in this order, would be a circle.
            if (!reasons.ContainsKey((pair.Broader, pair.Narrower)))
            {
                reasons[pair] = sentence.Length > 0 ? sentence : "said in a title";
            }
        }

        foreach (((string narrower, string broader), string reason) in reasons)
        {
            graph.AddEdge((NodeLabel.Concept, narrower), EdgeType.Broader, (NodeLabel.Concept, broader), PropertySet.Of([new(PropertyKey.Reason, reason)]));
        }
    }

    /// <summary>The longest concept that the key ends in, at a word's border.</summary>
    private static string? NearestHead(string key, IReadOnlyDictionary<string, string> nameByKey)
    {
        for (int space = key.IndexOf(' ', StringComparison.Ordinal); space >= 0; space = key.IndexOf(' ', space + 1))
        {
            if (nameByKey.ContainsKey(key[(space + 1)..]))
            {
                return key[(space + 1)..];
            }
        }

        return null;
    }
}
