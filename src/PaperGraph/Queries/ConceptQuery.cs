using System.Collections.Immutable;
using PaperGraph.Graph;

namespace PaperGraph.Queries;

/// <summary>All that the graph knows of one concept.</summary>
/// <param name="Kind">Such as <c>Method</c>; null where the graph does not say.</param>
/// <param name="Aliases">Every spelling, as the graph orders them.</param>
/// <param name="PaperCount">Papers that name it.</param>
/// <param name="Introducers">Papers that propose it, oldest first.</param>
/// <param name="Papers">Those that name it: papers about it first, then the newest; ties by id.</param>
/// <param name="Broader">By name.</param>
/// <param name="Narrower">One step down; most papers first, then by name.</param>
/// <param name="Kin">Concepts named in the same papers, most telling first.</param>
/// <param name="Datasets">On which the systems of its papers are evaluated; most papers first.</param>
/// <param name="Repositories">Released code of papers about it; most papers first.</param>
public sealed record ConceptAnswer(
    string Id,
    string Name,
    string? Kind,
    ImmutableArray<ConceptAlias> Aliases,
    int PaperCount,
    ImmutableArray<PaperRow> Introducers,
    ImmutableArray<ConceptPaper> Papers,
    ImmutableArray<NeighbouringConcept> Broader,
    ImmutableArray<NeighbouringConcept> Narrower,
    ImmutableArray<KinConcept> Kin,
    ImmutableArray<NeighbouringConcept> Datasets,
    ImmutableArray<ConceptRepository> Repositories);

/// <param name="Reason">Why this spelling is the same concept; null where the graph does not say.</param>
public sealed record ConceptAlias(string Surface, string? Reason);

/// <param name="Main">Whether the paper is about it.</param>
/// <param name="Count">How often title and abstract name it.</param>
public sealed record ConceptPaper(PaperRow Paper, bool Main, double Score, int Count);

/// <param name="Papers">Papers that name it; for datasets, papers of the asked concept that are evaluated on it.</param>
/// <param name="Reason">Why the two hang together; null where the edge does not say.</param>
public sealed record NeighbouringConcept(string Id, string Name, int Papers, string? Reason = null);

/// <param name="Papers">Papers that name both.</param>
/// <param name="Npmi">Normalised pointwise mutual information over papers, from -1 to 1 (Bouma 2009, GSCL).</param>
public sealed record KinConcept(string Id, string Name, int Papers, double Npmi);

/// <param name="Papers">Papers about the concept whose released code stands there.</param>
/// <param name="Introduced">Whether it is the code of the system that the concept names.</param>
public sealed record ConceptRepository(string Id, string Name, string? Url, int Papers, bool Introduced);

/// <summary>What is this concept, who works on it, and what belongs to it?</summary>
public static class ConceptQuery
{
    public static ConceptAnswer Ask(KnowledgeGraph graph, NodeId concept)
    {
        ArgumentNullException.ThrowIfNull(graph);
        PropertySet properties = graph.PropertiesOf(concept);
        ImmutableArray<string> reasons = properties.Texts(PropertyKey.AliasReasons);
        return new ConceptAnswer(
            graph.KeyOf(concept),
            graph.NameOf(concept),
            properties.Text(PropertyKey.Kind),
            [.. properties.Texts(PropertyKey.Aliases).Select((surface, index) => new ConceptAlias(surface, index < reasons.Length ? reasons[index] : null))],
            graph.InEdges(concept, EdgeType.Mentions).Count,
            Introducers(graph, concept),
            Papers(graph, concept),
            BroaderOf(graph, concept),
            NarrowerOf(graph, concept),
            KinOf(graph, concept),
            DatasetsOf(graph, concept),
            RepositoriesOf(graph, concept));
    }

    private static ImmutableArray<PaperRow> Introducers(KnowledgeGraph graph, NodeId concept)
    {
        var rows = new List<PaperRow>();
        foreach (Edge edge in graph.InEdges(concept, EdgeType.Introduces))
        {
            rows.Add(PaperRow.Of(graph, edge.Source));
        }

        return [.. rows.OrderBy(row => row.Date is null).ThenBy(row => row.Date, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal)];
    }

    private static ImmutableArray<ConceptPaper> Papers(KnowledgeGraph graph, NodeId concept)
    {
        var rows = new List<ConceptPaper>();
        foreach (Edge edge in graph.InEdges(concept, EdgeType.Mentions))
        {
            PropertySet properties = graph.PropertiesOf(edge);
            rows.Add(new ConceptPaper(
                PaperRow.Of(graph, edge.Source),
                properties.Boolean(PropertyKey.Main),
                properties.Number(PropertyKey.Score) ?? 0,
                (int)(properties.Integer(PropertyKey.Count) ?? 0)));
        }

        rows.Sort((left, right) => left.Main != right.Main ? right.Main.CompareTo(left.Main) : PaperRow.NewestFirst(left.Paper, right.Paper));
        return [.. rows];
    }

    private static ImmutableArray<NeighbouringConcept> BroaderOf(KnowledgeGraph graph, NodeId concept)
    {
        var rows = new List<NeighbouringConcept>();
        foreach (Edge edge in graph.OutEdges(concept, EdgeType.Broader))
        {
            rows.Add(Neighbour(graph, edge.Target, graph.PropertiesOf(edge).Text(PropertyKey.Reason)));
        }

        return [.. rows.OrderBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal)];
    }

    private static ImmutableArray<NeighbouringConcept> NarrowerOf(KnowledgeGraph graph, NodeId concept)
    {
        var rows = new List<NeighbouringConcept>();
        foreach (Edge edge in graph.InEdges(concept, EdgeType.Broader))
        {
            rows.Add(Neighbour(graph, edge.Source, graph.PropertiesOf(edge).Text(PropertyKey.Reason)));
        }

        return MostPapersFirst(rows);
    }

    private static ImmutableArray<KinConcept> KinOf(KnowledgeGraph graph, NodeId concept)
    {
        var counts = new Dictionary<NodeId, int>();
        int papers = 0;
        foreach (Edge naming in graph.InEdges(concept, EdgeType.Mentions))
        {
            papers++;
            foreach (Edge edge in graph.OutEdges(naming.Source, EdgeType.Mentions))
            {
                counts[edge.Target] = counts.GetValueOrDefault(edge.Target) + 1;
            }
        }

        int all = graph.CountOf(NodeLabel.Paper);
        return
        [
            .. counts.Where(pair => pair.Key != concept && pair.Value >= 2)
                .Select(pair => new KinConcept(
                    graph.KeyOf(pair.Key),
                    graph.NameOf(pair.Key),
                    pair.Value,
                    Math.Round(CoOccurrence.Npmi(pair.Value, papers, graph.InEdges(pair.Key, EdgeType.Mentions).Count, all), 4)))
                .OrderByDescending(kin => CoOccurrence.Strength(kin.Npmi, kin.Papers))
                .ThenByDescending(kin => kin.Papers)
                .ThenBy(kin => kin.Id, StringComparer.Ordinal),
        ];
    }

    private static ImmutableArray<NeighbouringConcept> DatasetsOf(KnowledgeGraph graph, NodeId concept)
    {
        var counts = new Dictionary<NodeId, int>();
        foreach (NodeId paper in ConceptPapers.Of(graph, concept))
        {
            foreach (Edge edge in graph.OutEdges(paper, EdgeType.EvaluatedOn))
            {
                if (edge.Target != concept)
                {
                    counts[edge.Target] = counts.GetValueOrDefault(edge.Target) + 1;
                }
            }
        }

        return MostPapersFirst([.. counts.Select(pair => new NeighbouringConcept(graph.KeyOf(pair.Key), graph.NameOf(pair.Key), pair.Value))]);
    }

    private static ImmutableArray<ConceptRepository> RepositoriesOf(KnowledgeGraph graph, NodeId concept)
    {
        var rows = new List<ConceptRepository>();
        foreach (Edge edge in graph.OutEdges(concept, EdgeType.HasImplementation))
        {
            PropertySet properties = graph.PropertiesOf(edge);
            rows.Add(new ConceptRepository(
                graph.KeyOf(edge.Target),
                graph.NameOf(edge.Target),
                graph.PropertiesOf(edge.Target).Text(PropertyKey.Url),
                (int)(properties.Integer(PropertyKey.Papers) ?? 0),
                properties.Boolean(PropertyKey.Introduced)));
        }

        return [.. rows.OrderByDescending(row => row.Introduced).ThenByDescending(row => row.Papers).ThenBy(row => row.Id, StringComparer.Ordinal)];
    }

    private static NeighbouringConcept Neighbour(KnowledgeGraph graph, NodeId node, string? reason) =>
        new(graph.KeyOf(node), graph.NameOf(node), graph.InEdges(node, EdgeType.Mentions).Count, reason);

    private static ImmutableArray<NeighbouringConcept> MostPapersFirst(List<NeighbouringConcept> rows) =>
        [.. rows.OrderByDescending(row => row.Papers).ThenBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal)];
}
