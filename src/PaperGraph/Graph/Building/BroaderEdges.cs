using PaperGraph.Extraction;

namespace PaperGraph.Graph.Building;

/// <summary>Narrower → broader: what texts say, and terms that end in another concept's whole term (<c>graph neural network</c>, <c>neural network</c>).</summary>
internal sealed class BroaderEdges
{
    private static readonly SortedSet<string> NoSpellings = [];

    private readonly Dictionary<(string Narrower, string Broader), string> _said = [];
    private readonly Dictionary<string, SortedSet<string>> _spellings = new(StringComparer.Ordinal);

    /// <summary>Takes what the paper's text says. Said outright is the better reason; where two papers say it, the ordinally first sentence is kept.</summary>
    public void Add(PaperConcepts paper)
    {
        foreach (ConceptRelation relation in paper.Paper.Extraction.Relations.Where(relation => relation.Type == RelationType.Broader))
        {
            (string Narrower, string Broader) pair = (paper.KeyIn(relation.Head), paper.KeyIn(relation.Tail));
            if (pair.Narrower != pair.Broader)
            {
                Say(pair, relation.Span.In(paper.Paper.Abstract).ToString());
            }
        }

        foreach (PaperConcept concept in paper.Concepts.Where(concept => TermHeads.NeedsSpellings(concept.Key)))
        {
            foreach (ConceptSpelling spelling in concept.Spellings.Where(spelling => TermHeads.HasHyphenedPreposition(spelling.Text)))
            {
                SpellingsOf(concept.Key).Add(spelling.Text);
            }
        }
    }

    /// <summary>Takes what another took from other papers.</summary>
    public void Add(BroaderEdges other)
    {
        foreach (((string, string) pair, string sentence) in other._said)
        {
            Say(pair, sentence);
        }

        foreach ((string key, SortedSet<string> spellings) in other._spellings)
        {
            SpellingsOf(key).UnionWith(spellings);
        }
    }

    public void AddTo(KnowledgeGraphBuilder graph, ConceptNames names, ShortForms shortForms)
    {
        int[] heads = [.. names.Concepts.AsParallel().AsOrdered().Select(concept => HeadsOf(concept).FirstOrDefault() is { } head && TryFind(head, out int number) && number != concept ? number : -1)];
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
                && !IsFalseHead(narrowerKey, broaderKey, narrower) && headOf.GetValueOrDefault(broader, -1) != narrower && !said.ContainsKey((broader, narrower)))
            {
                said[(narrower, broader)] = sentence.Length > 0 ? sentence : "said in a title";
            }
        }

        foreach ((int narrower, int head) in headOf)
        {
            bool isEnd = graph.KeyOf(narrower).EndsWith(" " + graph.KeyOf(head), StringComparison.Ordinal);
            said.TryAdd((narrower, head), isEnd ? $"ends in \"{names[head]}\"" : $"its head is \"{names[head]}\"");
        }

        foreach (((int narrower, int broader), string reason) in said)
        {
            graph.AddEdge(narrower, EdgeType.Broader, broader, PropertySet.Of([new(PropertyKey.Reason, reason)]));
        }

        IEnumerable<string> HeadsOf(int concept)
        {
            string key = graph.KeyOf(concept);
            return TermHeads.Of(key, names[concept], _spellings.GetValueOrDefault(key, NoSpellings), head => TryFind(head, out _));
        }

        // "stacked LSTM" ends in a short form that has become its long form.
        bool TryFind(string key, out int concept) => names.TryFind(key, out concept) || (shortForms.Settled(key) is var settled && !ReferenceEquals(settled, key) && names.TryFind(settled, out concept));

        // Where the words alone speak for it, their grammar has to.
        bool IsFalseHead(string narrowerKey, string broaderKey, int narrower) =>
            narrowerKey.EndsWith(" " + broaderKey, StringComparison.Ordinal) && !HeadsOf(narrower).Contains(broaderKey);
    }
    private void Say((string Narrower, string Broader) pair, string sentence)
    {
        if (!_said.TryGetValue(pair, out string? known) || string.CompareOrdinal(sentence, known) < 0)
        {
            _said[pair] = sentence;
        }
    }

    private SortedSet<string> SpellingsOf(string key)
    {
        if (!_spellings.TryGetValue(key, out SortedSet<string>? spellings))
        {
            _spellings.Add(key, spellings = new SortedSet<string>(StringComparer.Ordinal));
        }

        return spellings;
    }
}
