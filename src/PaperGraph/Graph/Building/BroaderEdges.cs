using PaperGraph.Extraction;

namespace PaperGraph.Graph.Building;

/// <summary>Narrower → broader: what texts say, and terms that end in another concept's whole term (<c>graph neural network</c>, <c>neural network</c>).</summary>
internal sealed class BroaderEdges
{
    private readonly Dictionary<(string Narrower, string Broader), string> _said = [];

    /// <summary>Takes what the paper's text says. Said outright is the better reason; where two papers say it, the ordinally first sentence is kept.</summary>
    public void Add(PaperConcepts paper)
    {
        foreach (ConceptRelation relation in paper.Paper.Extraction.Relations.Where(relation => relation.Type == RelationType.Broader))
        {
            (string Narrower, string Broader) pair = (paper.KeyIn(relation.Head), paper.KeyIn(relation.Tail));
            string sentence = relation.Span.In(paper.Paper.Abstract).ToString();
            if (pair.Narrower != pair.Broader && (!_said.TryGetValue(pair, out string? known) || string.CompareOrdinal(sentence, known) < 0))
            {
                _said[pair] = sentence;
            }
        }
    }

    public void AddTo(KnowledgeGraphBuilder graph, ConceptNames names)
    {
        int[] heads = [.. names.Concepts.Select(concept => NearestHead(graph.KeyOf(concept), names))];
        var headOf = new Dictionary<int, int>(heads.Length);
        for (int i = 0; i < heads.Length; i++)
        {
            if (heads[i] >= 0)
            {
                headOf.Add(names.Concepts[i], heads[i]);
            }
        }

        var said = new Dictionary<(int Narrower, int Broader), string>();
        foreach (((string narrowerKey, string broaderKey), string sentence) in _said.OrderBy(fact => fact.Key.Narrower, StringComparer.Ordinal).ThenBy(fact => fact.Key.Broader, StringComparer.Ordinal))
        {
            // The opposite of what the words themselves show, or of what was said before in this order, would be a circle.
            if (names.TryFind(narrowerKey, out int narrower) && names.TryFind(broaderKey, out int broader)
                && headOf.GetValueOrDefault(broader, -1) != narrower && !said.ContainsKey((broader, narrower)))
            {
                said[(narrower, broader)] = sentence.Length > 0 ? sentence : "said in a title";
            }
        }

        foreach ((int narrower, int head) in headOf)
        {
            said.TryAdd((narrower, head), $"ends in \"{names[head]}\"");
        }

        foreach (((int narrower, int broader), string reason) in said)
        {
            graph.AddEdge(narrower, EdgeType.Broader, broader, PropertySet.Of([new(PropertyKey.Reason, reason)]));
        }
    }

    /// <summary>The longest concept that the key ends in, at a word's border; -1 where there is none.</summary>
    private static int NearestHead(string key, ConceptNames names)
    {
        for (int space = key.IndexOf(' ', StringComparison.Ordinal); space >= 0; space = key.IndexOf(' ', space + 1))
        {
            if (names.TryFind(key.AsSpan(space + 1), out int head))
            {
                return head;
            }
        }

        return -1;
    }
}
