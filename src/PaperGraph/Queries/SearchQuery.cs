using System.Collections.Immutable;
using PaperGraph.Graph;
using PaperGraph.Papers;
using PaperGraph.Relatedness;

namespace PaperGraph.Queries;

/// <summary>A paper or a concept that was found.</summary>
/// <param name="Label"><c>Paper</c> or <c>Concept</c>.</param>
/// <param name="Title">A paper's title; a concept's kind.</param>
/// <param name="Date">Null for concepts, and for papers without one.</param>
/// <param name="Papers">Of a concept: how many name it; 1 for a paper.</param>
/// <param name="Score">Above 0, at most 1; 1 where fields alone were asked for.</param>
/// <param name="Snippet">The sentence that holds most of the words; null where none was asked for, or there is none.</param>
public sealed record SearchRow(string Label, string Id, string Name, string Title, string? Date, int Papers, double Score, string? Snippet);

/// <summary>Rows, best first, and how many there are in all.</summary>
/// <param name="Concepts">Concepts whose name is the words, or holds them: most papers first.</param>
public sealed record SearchAnswer(ImmutableArray<SearchRow> Rows, int Found, ImmutableArray<SearchRow> Concepts);

/// <summary>Which papers, or concepts, hold these words?</summary>
/// <remarks>Words count by their stems and phrases count as such; a concept's short form finds its long one and the other way round. A paper that holds
/// all words comes before one that holds a part.</remarks>
public sealed class SearchQuery
{
    private const int MostReranked = 1000;
    private const int LongestSnippet = 240;

    private readonly KnowledgeGraph _graph;
    private readonly RelatednessIndex _index;
    private readonly RelatednessModel _model;
    private readonly NodeLookup _lookup;
    private readonly NodeId[] _papers;

    /// <param name="index">Of the graph's papers, in the graph's order; not disposed.</param>
    public SearchQuery(KnowledgeGraph graph, RelatednessIndex index, RelatednessModel model)
    {
        ArgumentNullException.ThrowIfNull(graph);
        (_graph, _index, _model) = (graph, index, model);
        _lookup = new NodeLookup(graph);
        _papers = [.. graph.NodesOf(NodeLabel.Paper)];
    }

    /// <param name="filter">What the question's fields ask for; its words are not looked at here.</param>
    /// <param name="limit">0: all.</param>
    public SearchAnswer Ask(SearchQuestion question, PaperFilter filter, int limit)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(filter);
        List<SearchRow> rows = question.Kind is not null ? Concepts(question, filter)
            : question.Text.Length == 0 ? FilteredPapers(question, filter)
            : RankedPapers(question, filter);
        ImmutableArray<SearchRow> concepts = question.Kind is null && question.Text.Length > 0 ? [.. Concepts(question, PaperFilter.All).Take(5)] : [];
        return new SearchAnswer([.. rows.Take(limit == 0 ? rows.Count : limit)], rows.Count, concepts);
    }

    private List<SearchRow> FilteredPapers(SearchQuestion question, PaperFilter filter) =>
    [
        .. _papers.Where(paper => filter.Passes(_graph, paper) && TitlePasses(question, paper))
            .Select(paper => PaperRow.Of(_graph, paper))
            .Order(Comparer<PaperRow>.Create(PaperRow.NewestFirst))
            .Select(paper => new SearchRow("Paper", paper.Id, paper.Name, paper.Title, paper.Date, 1, 1, null)),
    ];

    private List<SearchRow> RankedPapers(SearchQuestion question, PaperFilter filter)
    {
        var asked = new AskedWords(question.Text, _graph, _lookup);
        if (asked.Count == 0)
        {
            return [];
        }

        return
        [
            .. _index.Nearest(asked.Paper, _model, MostReranked, paper => filter.Passes(_graph, _papers[paper]) && TitlePasses(question, _papers[paper]))
                .Select(near => (near.Paper, Match: asked.MatchIn(_graph, _papers[near.Paper]), near.Score))
                .Where(found => found.Match.Held > 0)
                .Select(found => (found.Paper, found.Match, Score: found.Score * Coverage(found.Match.Held, asked.Count)))
                .OrderByDescending(found => found.Match.Held == asked.Count)
                .ThenByDescending(found => found.Score)
                .ThenBy(found => found.Paper)
                .Select(found => PaperFound(_papers[found.Paper], found.Score, found.Match.Snippet)),
        ];
    }

    private static double Coverage(int held, int asked) => (double)held / asked * held / asked;

    private SearchRow PaperFound(NodeId node, double score, string? snippet)
    {
        PaperRow paper = PaperRow.Of(_graph, node);
        return new SearchRow("Paper", paper.Id, paper.Name, paper.Title, paper.Date, 1, Math.Round(Math.Min(1, score), 4), snippet);
    }

    private bool TitlePasses(SearchQuestion question, NodeId paper) =>
        question.Title is null || new TextWords(question.Title).MatchIn(_graph.PropertiesOf(paper).Text(PropertyKey.Title) ?? "") >= 2;

    /// <summary>Concepts by their names and spellings; with a filter, those that a paper which passes it names.</summary>
    private List<SearchRow> Concepts(SearchQuestion question, PaperFilter filter)
    {
        var words = new TextWords(question.Text);
        return
        [
            .. _graph.NodesOf(NodeLabel.Concept)
                .Where(concept => words.Words.IsEmpty || words.MayMatchIn(_graph.RawPropertiesOf(concept)) || words.MayMatchIn(_graph.RawKeyOf(concept)))
                .Where(concept => question.Kind is null || (_graph.TryGet(concept, PropertyKey.Kind, out PropertyValue kind) && kind.AsText == question.Kind))
                .Select(concept => (Concept: concept, Match: NameMatch(words, concept)))
                .Where(found => found.Match > 0)
                .Select(found => (found.Concept, found.Match, Papers: PapersOf(found.Concept, filter)))
                .Where(found => found.Papers > 0)
                .OrderByDescending(found => found.Match)
                .ThenByDescending(found => found.Papers)
                .ThenBy(found => found.Concept)
                .Select(found => new SearchRow(
                    "Concept", _graph.KeyOf(found.Concept), _graph.NameOf(found.Concept), _graph.PropertiesOf(found.Concept).Text(PropertyKey.Kind) ?? "Other", null, found.Papers, found.Match, null)),
        ];
    }

    /// <summary>1: the name is the words; 0.75: it holds them side by side; 0.5: it holds them; 0.25: they begin its words; 0: neither.</summary>
    private double NameMatch(TextWords words, NodeId concept)
    {
        if (words.Words.IsEmpty)
        {
            return 1;
        }

        double best = 0;
        foreach (string name in _graph.PropertiesOf(concept).Texts(PropertyKey.Aliases).Append(_graph.NameOf(concept)))
        {
            int match = words.MatchIn(name);
            best = Math.Max(best, match == 3 && words.IsAllOf(name) ? 1 : match / 4.0);
        }

        return best;
    }

    private int PapersOf(NodeId concept, PaperFilter filter)
    {
        if (filter == PaperFilter.All)
        {
            return _graph.InEdges(concept, EdgeType.Mentions).Count;
        }

        int papers = 0;
        foreach (Edge edge in _graph.InEdges(concept, EdgeType.Mentions))
        {
            papers += filter.Passes(_graph, edge.Source) ? 1 : 0;
        }

        return papers;
    }

    /// <summary>The words of a question, and the concepts that they name.</summary>
    private sealed class AskedWords
    {
        private readonly HashSet<ulong> _stems;
        private readonly ImmutableArray<(NodeId Concept, ImmutableArray<ulong> Stems)> _concepts;

        public AskedWords(string text, KnowledgeGraph graph, NodeLookup lookup)
        {
            _stems = [.. StemsOf(text)];
            string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            // The whole question as one concept, or each of its words that is a short form.
            NodeMatches whole = lookup.Concept(text);
            _concepts = whole.IsOne
                ? [(whole.Nodes[0], [.. _stems])]
                : [.. words.Where(word => word.Any(char.IsUpper)).Select(word => (Word: word, Match: lookup.Concept(word))).Where(found => found.Match.IsOne).Select(found => (found.Match.Nodes[0], StemsOf(found.Word)))];
            Paper = new RelatednessPaper("", text + string.Concat(OtherForms(graph).Select(form => ". " + form)));
            // A short form of one letter class, such as 3D, or stop words alone have no stem; the concept still can be held.
            Count = Math.Max(_stems.Count, _concepts.IsEmpty ? 0 : 1);
        }

        /// <summary>The question as a text among texts.</summary>
        public RelatednessPaper Paper { get; }

        /// <summary>Words to be held.</summary>
        public int Count { get; }

        public (int Held, string? Snippet) MatchIn(KnowledgeGraph graph, NodeId paper)
        {
            PropertySet properties = graph.PropertiesOf(paper);
            string text = properties.Text(PropertyKey.Abstract) ?? "";
            List<Term> terms = StemTerms(text);
            HashSet<ulong> held = [.. terms.Select(term => term.Hash).Concat(StemsOf(properties.Text(PropertyKey.Title) ?? "")).Where(_stems.Contains)];
            var marks = new List<int>(terms.Where(term => _stems.Contains(term.Hash)).Select(term => term.Start));
            bool holdsConcept = false;
            foreach ((NodeId concept, ImmutableArray<ulong> stems) in _concepts)
            {
                if (graph.TryFindEdge(paper, EdgeType.Mentions, concept, out Edge edge))
                {
                    holdsConcept = true;
                    held.UnionWith(stems);
                    marks.AddRange(graph.PropertiesOf(edge).Integers(PropertyKey.Starts));
                }
            }

            return (Math.Max(held.Count, holdsConcept ? 1 : 0), SnippetOf(text, marks));
        }

        /// <summary>Names of the concepts that bring in new words: the long form of a short one, and the other way round.</summary>
        private List<string> OtherForms(KnowledgeGraph graph)
        {
            HashSet<ulong> known = [.. _stems];
            var forms = new List<string>();
            foreach ((NodeId concept, _) in _concepts)
            {
                foreach (string form in graph.PropertiesOf(concept).Texts(PropertyKey.Aliases).Prepend(graph.NameOf(concept)))
                {
                    int before = known.Count;
                    known.UnionWith(StemsOf(form));
                    if (known.Count > before)
                    {
                        forms.Add(form);
                    }
                }
            }

            return forms;
        }

        private static ImmutableArray<ulong> StemsOf(string text) => [.. StemTerms(text).Select(term => term.Hash).Distinct()];

        private static List<Term> StemTerms(string text)
        {
            var terms = new List<Term>();
            TermReader.Read(text, terms);
            terms.RemoveAll(term => term.Words > 1);
            return terms;
        }

        /// <summary>The sentence with most of the places, cut around the first of them where it is long.</summary>
        private static string? SnippetOf(string text, List<int> marks)
        {
            TextSpan best = default;
            int most = 0;
            foreach (TextSpan sentence in Sentences.Of(text))
            {
                int inside = marks.Count(mark => sentence.Start <= mark && mark < sentence.End);
                (best, most) = inside > most ? (sentence, inside) : (best, most);
            }

            if (most == 0)
            {
                return null;
            }

            int first = marks.Where(mark => best.Start <= mark && mark < best.End).Min();
            int start = best.Length <= LongestSnippet || first - best.Start < LongestSnippet / 2 ? best.Start : WordStart(text, first - (LongestSnippet / 3));
            int end = Math.Min(best.End, start + LongestSnippet);
            return (start > best.Start ? "… " : "") + text[start..end].Trim().ReplaceLineEndings(" ") + (end < best.End ? " …" : "");
        }

        private static int WordStart(string text, int at)
        {
            while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
            {
                at--;
            }

            return at;
        }
    }
}
