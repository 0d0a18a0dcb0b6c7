using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PaperGraph.Graph;
using PaperGraph.Relatedness;
using PaperGraph.Storage;
using PaperGraph.Tokens;

namespace PaperGraph.Queries;

/// <summary>The questions, asked of a store: what a program that embeds the library calls.</summary>
/// <remarks>The index of words left by the build is mapped, or built again, at the first question that needs it and kept as long as the graph is.</remarks>
public static class StoreQuestions
{
    private static readonly ConditionalWeakTable<KnowledgeGraph, RelatednessIndex> Indexes = [];

    /// <summary>Papers related to one, most related first.</summary>
    /// <param name="paper">An id, a DOI, an arXiv number, a title, a name, or words that find one paper.</param>
    /// <param name="limit">0: all.</param>
    /// <exception cref="ArgumentException">No paper or several match.</exception>
    public static ImmutableArray<RelatedRow> Related(this PaperGraphStore store, string paper, int limit = 10, PaperFilter? filter = null) =>
        RelatedQuery(store).Ask([One(new NodeLookup(store.Graph).Paper(paper), paper)], filter ?? PaperFilter.All, limit);

    /// <summary>Papers related to a text, such as an abstract, most related first.</summary>
    /// <param name="limit">0: all.</param>
    public static ImmutableArray<RelatedRow> RelatedToText(this PaperGraphStore store, string text, int limit = 10, PaperFilter? filter = null) =>
        RelatedQuery(store).Ask(text, filter ?? PaperFilter.All, limit);

    /// <summary>Papers that hold the words, best first.</summary>
    /// <param name="limit">0: all.</param>
    public static SearchAnswer Search(this PaperGraphStore store, string words, int limit = 20, PaperFilter? filter = null) =>
        SearchQuery(store).Ask(new SearchQuestion(words), filter ?? PaperFilter.All, limit);

    /// <summary>The most telling ways from one node to another: rare concepts before common ones.</summary>
    /// <param name="from">A paper, a concept in any spelling, a repository.</param>
    /// <param name="to">Likewise.</param>
    /// <param name="limit">At least 1.</param>
    /// <exception cref="ArgumentException">No node or several match.</exception>
    public static ImmutableArray<GraphPath> Paths(this PaperGraphStore store, string from, string to, int limit = 5)
    {
        ArgumentNullException.ThrowIfNull(store);
        var lookup = new NodeLookup(store.Graph);
        return PathQuery.Ask(store.Graph, One(lookup.Node(from), from), One(lookup.Node(to), to), limit);
    }

    /// <summary>Evidence for a language model: the best papers and sentences on a question within a budget of tokens, with ids to cite.</summary>
    /// <param name="question">Words to search for; or a paper's id or title: that paper and what is related to it.</param>
    /// <param name="tokens">Of the whole text; at least 1.</param>
    /// <param name="counter">Null: <see cref="TokenCounters.For"/>.</param>
    public static ContextPack Context(this PaperGraphStore store, string question, int tokens = 4000, PaperFilter? filter = null, ITokenCounter? counter = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        (string asked, IReadOnlyList<(NodeId, double)> papers) = ContextPapers.For(store, question, new SearchQuestion(question), () => filter ?? PaperFilter.All);
        return new ContextQuery(store.Graph, counter ?? TokenCounters.For(), RelatednessModel.Shipped).Ask(asked, papers, tokens);
    }

    /// <summary>Papers with released code, newest first.</summary>
    /// <param name="concept">In any spelling; null: on anything.</param>
    /// <exception cref="ArgumentException">No concept or several match.</exception>
    public static CodeAnswer Code(this PaperGraphStore store, string? concept = null, PaperFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        NodeId? node = concept is null ? null : One(new NodeLookup(store.Graph).Concept(concept), concept);
        return CodeQuery.Ask(store.Graph, new CodeQuestion((filter ?? PaperFilter.All) with { Concept = node }));
    }

    /// <summary>All that the graph knows of a concept.</summary>
    /// <param name="name">In any spelling.</param>
    /// <exception cref="ArgumentException">No concept or several match.</exception>
    public static ConceptAnswer Concept(this PaperGraphStore store, string name)
    {
        ArgumentNullException.ThrowIfNull(store);
        return ConceptQuery.Ask(store.Graph, One(new NodeLookup(store.Graph).Concept(name), name));
    }

    /// <summary>The store's question of related papers, for many questions in turn.</summary>
    public static RelatedQuery RelatedQuery(this PaperGraphStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new RelatedQuery(store.Graph, IndexOf(store), RelatednessModel.Shipped);
    }

    /// <summary>The store's search, for many questions in turn.</summary>
    public static SearchQuery SearchQuery(this PaperGraphStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new SearchQuery(store.Graph, IndexOf(store), RelatednessModel.Shipped);
    }

    private static RelatednessIndex IndexOf(PaperGraphStore store) =>
        Indexes.GetValue(store.Graph, graph => RelatednessFile.TryOpen(store.Path, graph, RelatednessModel.Shipped) ?? BuildIndex(store.Path, graph));

    private static RelatednessIndex BuildIndex(string store, KnowledgeGraph graph)
    {
        RelatednessIndex index = Queries.RelatedQuery.BuildIndex(graph, RelatednessModel.Shipped);
        RelatednessFile.TrySave(store, index, graph, RelatednessModel.Shipped);
        return index;
    }

    private static NodeId One(NodeMatches matches, string text) => matches.IsOne
        ? matches.Nodes[0]
        : throw new ArgumentException($"'{text}' matches {matches.Nodes.Length} nodes, not one.", nameof(text));
}
