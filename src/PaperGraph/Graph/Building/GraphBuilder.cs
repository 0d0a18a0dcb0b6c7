using System.Collections.Immutable;
using PaperGraph.Concepts;
using PaperGraph.Extraction;

namespace PaperGraph.Graph.Building;

/// <summary>Records and what was extracted from them → the graph.</summary>
/// <remarks>A pure function of their set: the order of records and sources, the clock, the culture and the number of threads leave no trace.</remarks>
public static class GraphBuilder
{
    /// <param name="sources">Every source that a record names, each once.</param>
    /// <exception cref="ArgumentException">A record names a source that is not given, or a source stands twice.</exception>
    public static KnowledgeGraph Build(IEnumerable<GraphSource> sources, IEnumerable<SourcedPaper> papers) => Build(sources, papers, Vocabulary.Empty, out _);

    /// <param name="vocabulary">The user's own merges and separations.</param>
    /// <param name="effects">What each of its rules did, in their order.</param>
    /// <inheritdoc cref="Build(IEnumerable{GraphSource}, IEnumerable{SourcedPaper})"/>
    public static KnowledgeGraph Build(IEnumerable<GraphSource> sources, IEnumerable<SourcedPaper> papers, Vocabulary vocabulary, out ImmutableArray<VocabularyEffect> effects)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(papers);
        var graph = new KnowledgeGraphBuilder();
        foreach (GraphSource source in sources)
        {
            graph.AddNode(NodeLabel.Source, source.Name, PropertySet.Of(
            [
                new(PropertyKey.Name, source.Name),
                new(PropertyKey.Format, source.Format),
                .. source.Date is { } date ? [new KeyValuePair<PropertyKey, PropertyValue>(PropertyKey.Date, date.ToString())] : Array.Empty<KeyValuePair<PropertyKey, PropertyValue>>(),
            ]));
        }

        PaperConcepts[] merged;
        using (BuildStage.Start("merge records"))
        {
            merged = [.. PaperMerger.Merge(papers).AsParallel().AsOrdered().Select(paper => new PaperConcepts(paper, vocabulary))];
        }

        var shortForms = new ShortForms(merged);
        foreach (PaperConcepts paper in merged)
        {
            shortForms.ResolveIn(paper);
            AddEvaluatedConcepts(paper);
        }

        effects = VocabularyEffect.Of(vocabulary, merged);
        Dictionary<string, string> nameByKey;
        using (BuildStage.Start("concepts"))
        {
            nameByKey = ConceptNodes.Add(merged, vocabulary, graph);
        }

        using var papersAndEdges = BuildStage.Start("papers and their edges");
        var code = new CodeEdges(graph);
        var implementations = new ImplementationEdges();
        foreach (PaperConcepts paper in merged)
        {
            PaperNodes.Add(paper.Paper, CodeEdges.StatusOf(paper.Paper), graph);
            ConceptEdges.Add(paper, graph);
            implementations.Add(paper, code.Add(paper.Paper));
            AddListings(paper.Paper, graph);
        }

        code.AddNodes();
        implementations.AddTo(graph);
        papersAndEdges?.Dispose();
        using (BuildStage.Start("BROADER"))
        {
            BroaderEdges.Add(merged, nameByKey, graph);
        }

        using (BuildStage.Start("CO_OCCURS_WITH"))
        {
            CoOccurrenceEdges.Add(merged, nameByKey.Keys, graph);
        }

        using (BuildStage.Start("RELATED_TO"))
        {
            RelatedEdges.Add(merged, nameByKey, graph);
        }

        using (BuildStage.Start("arrange"))
        {
            return graph.Build();
        }
    }

    /// <summary>A dataset that only the relation names is a concept of the paper too.</summary>
    private static void AddEvaluatedConcepts(PaperConcepts paper)
    {
        foreach (ConceptRelation relation in paper.Paper.Extraction.Relations.Where(relation => relation.Type == RelationType.EvaluatedOn))
        {
            string key = paper.KeyIn(relation.Tail);
            if (key.Length > 0 && !paper.IsDropped(key) && paper.Find(key) is null)
            {
                PaperConcept concept = paper.At(key);
                concept.AddName(relation.Tail);
                concept.Kind = ConceptKind.Dataset;
            }
        }
    }

    /// <summary>A paper that a page lists twice stands at its first place.</summary>
    private static void AddListings(MergedPaper paper, KnowledgeGraphBuilder graph)
    {
        foreach (IGrouping<string, Papers.PaperRecord> listing in paper.Records.GroupBy(record => record.Source, StringComparer.Ordinal))
        {
            graph.AddEdge(
                (NodeLabel.Paper, paper.Id.ToString()),
                EdgeType.ListedIn,
                (NodeLabel.Source, listing.Key),
                PropertySet.Of([new(PropertyKey.Position, listing.Min(record => record.Position))]));
        }
    }
}
