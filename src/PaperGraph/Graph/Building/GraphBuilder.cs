using System.Collections.Concurrent;
using System.Collections.Immutable;
using PaperGraph.Concepts;
using PaperGraph.Papers;
using PaperGraph.Relatedness;

namespace PaperGraph.Graph.Building;

/// <summary>Records and what was extracted from them → the graph.</summary>
/// <remarks>A pure function of their set: the order of records and sources, the clock, the culture and the number of threads leave no trace.</remarks>
public static class GraphBuilder
{
    /// <summary>Few: what waits for its turn outlives the collections of fresh objects, and is copied at each.</summary>
    private const int PapersAtOnce = 8;

    /// <param name="sources">Every source that a record names, each once.</param>
    /// <exception cref="ArgumentException">A record names a source that is not given, or a source stands twice.</exception>
    public static KnowledgeGraph Build(IEnumerable<GraphSource> sources, IEnumerable<SourcedPaper> papers) => Build(sources, papers, Vocabulary.Empty, out _);

    /// <param name="vocabulary">The user's own merges and separations.</param>
    /// <param name="effects">What each of its rules did, in their order.</param>
    /// <inheritdoc cref="Build(IEnumerable{GraphSource}, IEnumerable{SourcedPaper})"/>
    public static KnowledgeGraph Build(IEnumerable<GraphSource> sources, IEnumerable<SourcedPaper> papers, Vocabulary vocabulary, out ImmutableArray<VocabularyEffect> effects)
    {
        ArgumentNullException.ThrowIfNull(papers);
        SourcedPaper[] byTitle = [.. papers.OrderBy(paper => PaperId.OfTitle(paper.Record.Title))];
        return Collect(sources, new PaperStream(byTitle, byTitle), vocabulary, out effects).Build();
    }

    /// <summary>The graph, ready to be built or written.</summary>
    /// <inheritdoc cref="Build(IEnumerable{GraphSource}, IEnumerable{SourcedPaper}, Vocabulary, out ImmutableArray{VocabularyEffect})"/>
    /// <param name="indexed">Told the index of the papers' words, in the order of the graph, for as long as it runs.</param>
    internal static KnowledgeGraphBuilder Collect(
        IEnumerable<GraphSource> sources, PaperStream papers, Vocabulary vocabulary, out ImmutableArray<VocabularyEffect> effects, Action<RelatednessIndex>? indexed = null)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(papers);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var graph = new KnowledgeGraphBuilder();
        AddSources(sources, graph);
        ShortForms shortForms;
        using (BuildStage.Start("short forms"))
        {
            shortForms = new ShortForms(DefiningPapers(papers.Acronyms, vocabulary));
        }

        // What only names and BROADER need is let go before pairs of papers need room.
        (PaperTable table, ConceptNames names) = AddPapersAndConcepts(papers.Papers, vocabulary, shortForms, graph, out effects);
        graph.TrimExcess();
        LargeHeap.LetGo();
        using (BuildStage.Start("CO_OCCURS_WITH"))
        {
            CoOccurrenceEdges.Add(table, graph);
        }

        using (BuildStage.Start("RELATED_TO"))
        {
            RelatedEdges.Add(table, names, graph, indexed);
        }

        return graph;
    }

    private static (PaperTable Papers, ConceptNames Names) AddPapersAndConcepts(
        IEnumerable<SourcedPaper> papers, Vocabulary vocabulary, ShortForms shortForms, KnowledgeGraphBuilder graph, out ImmutableArray<VocabularyEffect> effects)
    {
        var table = new PaperTable();
        var occurrences = new ConceptOccurrences();
        var broader = new BroaderEdges();
        using (BuildStage.Start("papers"))
        {
            effects = AddPapers(papers, vocabulary, shortForms, (table, occurrences, broader), graph);
        }

        ConceptNames names;
        using (BuildStage.Start("concepts"))
        {
            occurrences.Complete(graph.NodeCount);
            names = ConceptNodes.Add(occurrences, vocabulary, graph);
        }

        using (BuildStage.Start("BROADER"))
        {
            broader.AddTo(graph, names, shortForms);
        }

        return (table, names);
    }

    private static void AddSources(IEnumerable<GraphSource> sources, KnowledgeGraphBuilder graph)
    {
        foreach (GraphSource source in sources)
        {
            graph.AddNode(NodeLabel.Source, source.Name, PropertySet.Of(
            [
                new(PropertyKey.Name, source.Name),
                new(PropertyKey.Format, source.Format),
                .. source.Date is { } date ? [new KeyValuePair<PropertyKey, PropertyValue>(PropertyKey.Date, date.ToString())] : Array.Empty<KeyValuePair<PropertyKey, PropertyValue>>(),
            ]));
        }
    }

    private static IEnumerable<PaperConcepts> DefiningPapers(IEnumerable<SourcedPaper> papers, Vocabulary vocabulary) =>
        OrderedWork.Run(
                PaperMerger.Merge(papers).Where(paper => !paper.Extraction.Acronyms.IsEmpty).Chunk(PapersAtOnce),
                chunk => Array.ConvertAll(chunk, paper => new PaperConcepts(paper, vocabulary)))
            .SelectMany(chunk => chunk);

    /// <summary>Adds the papers with their own edges, and takes down what the later stages need of them.</summary>
    private static ImmutableArray<VocabularyEffect> AddPapers(
        IEnumerable<SourcedPaper> papers,
        Vocabulary vocabulary,
        ShortForms shortForms,
        (PaperTable Papers, ConceptOccurrences Concepts, BroaderEdges Broader) taken,
        KnowledgeGraphBuilder graph)
    {
        var code = new CodeEdges(graph);
        var implementations = new ImplementationEdges();
        var uses = new List<VocabularyUse>();
        var spare = new ConcurrentBag<PaperPart>();
        foreach (PaperPart part in OrderedWork.Run(PaperMerger.Merge(papers).Chunk(PapersAtOnce), PartOf))
        {
            graph.Append(part.Graph);
            int[] numbers = [.. part.Papers.SelectMany(paper => paper.Concepts).Select(concept => graph.NumberOf(NodeLabel.Concept, concept.Key))];
            taken.Concepts.Append(part.Packed, numbers.Zip(part.Starts));
            taken.Broader.Add(part.Broader);
            int first = 0;
            foreach (PaperConcepts paper in part.Papers)
            {
                ImmutableArray<OwnCode> own = code.Add(paper.Paper);
                taken.Papers.Add(graph.NumberOf(NodeLabel.Paper, paper.Paper.Id.ToString()), paper, numbers.Skip(first).Take(paper.Concepts.Count), own);
                first += paper.Concepts.Count;
                implementations.Add(paper, own.Where(repository => repository.IsReleased).Select(repository => repository.Repository));
                if (paper.Use is { } use)
                {
                    uses.Add(use);
                }
            }

            part.Clear();
            spare.Add(part);
        }

        code.AddNodes();
        implementations.AddTo(graph);
        return VocabularyEffect.Of(vocabulary, uses);

        PaperPart PartOf(MergedPaper[] merged)
        {
            PaperPart part = spare.TryTake(out PaperPart? used) ? used : new PaperPart();
            foreach (MergedPaper paper in merged)
            {
                part.Add(paper, vocabulary, shortForms);
            }

            return part;
        }
    }
}
