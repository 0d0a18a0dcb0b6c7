using PaperGraph.Concepts;
using PaperGraph.Extraction;
using PaperGraph.Graph.Image;

namespace PaperGraph.Graph.Building;

/// <summary>What one thread makes of some papers: their nodes and edges, and their concepts ready for the vote.</summary>
internal sealed class PaperPart
{
    /// <summary>Settled: short forms are resolved.</summary>
    public List<PaperConcepts> Papers { get; } = [];

    public GraphPart Graph { get; } = new();

    public BroaderEdges Broader { get; private set; } = new();

    /// <summary>Of every paper's every concept, in their order.</summary>
    public ByteBuffer Packed { get; } = new();

    /// <summary>Where each concept begins in <see cref="Packed"/>.</summary>
    public List<long> Starts { get; } = [];

    /// <summary>Adds a paper.</summary>
    public void Add(MergedPaper merged, Vocabulary vocabulary, ShortForms shortForms)
    {
        var paper = new PaperConcepts(merged, vocabulary);
        Papers.Add(paper);
        shortForms.ResolveIn(paper);
        AddEvaluatedConcepts(paper);
        PaperNodes.Add(merged, CodeEdges.StatusOf(merged), Graph);
        ConceptEdges.Add(paper, Graph);
        AddListings(merged, Graph);
        Broader.Add(paper);
        foreach (PaperConcept concept in paper.Concepts)
        {
            Starts.Add(Packed.Length);
            concept.WriteTo(Packed);
        }
    }

    /// <summary>Forgets the papers, and keeps the room for others: without it, the stage of the papers throws away a fifth more.</summary>
    public void Clear()
    {
        Papers.Clear();
        Graph.Clear();
        Broader = new BroaderEdges();
        Packed.Clear();
        Starts.Clear();
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
    private static void AddListings(MergedPaper paper, GraphPart graph)
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
