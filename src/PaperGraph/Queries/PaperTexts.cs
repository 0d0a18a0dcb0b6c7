using System.Collections;
using System.Collections.Immutable;
using PaperGraph.Graph;
using PaperGraph.Relatedness;

namespace PaperGraph.Queries;

/// <summary>Papers of a graph as relatedness sees them.</summary>
internal static class PaperTexts
{
    public static RelatednessPaper Of(KnowledgeGraph graph, NodeId paper)
    {
        PropertySet properties = graph.PropertiesOf(paper);
        return new RelatednessPaper(properties.Text(PropertyKey.Title) ?? "", properties.Text(PropertyKey.Abstract) ?? "")
        {
            Concepts = ConceptsOf(graph, paper),
            Repositories = RepositoriesOf(graph, paper),
        };
    }

    /// <summary>All papers of a graph, in its order, each read when it is asked for: together they would be most of the memory.</summary>
    public static IReadOnlyList<RelatednessPaper> WithoutConcepts(KnowledgeGraph graph) => new Papers(graph);

    private sealed class Papers(KnowledgeGraph graph) : IReadOnlyList<RelatednessPaper>
    {
        private readonly NodeId[] _papers = [.. graph.NodesOf(NodeLabel.Paper)];

        public int Count => _papers.Length;

        public RelatednessPaper this[int index] => new(TextOf(_papers[index], PropertyKey.Title), TextOf(_papers[index], PropertyKey.Abstract)) { Repositories = RepositoriesOf(graph, _papers[index]) };

        public IEnumerator<RelatednessPaper> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private string TextOf(NodeId paper, PropertyKey key) => graph.TryGet(paper, key, out PropertyValue text) ? text.AsText : "";
    }

    private static ImmutableArray<RelatednessConcept> ConceptsOf(KnowledgeGraph graph, NodeId paper)
    {
        var concepts = ImmutableArray.CreateBuilder<RelatednessConcept>();
        foreach (Edge edge in graph.OutEdges(paper, EdgeType.Mentions))
        {
            PropertySet properties = graph.PropertiesOf(edge);
            int inAbstract = properties.Integers(PropertyKey.Starts).Length;
            int inTitle = Math.Max(0, (int)(properties.Integer(PropertyKey.Count) ?? 0) - inAbstract);
            concepts.Add(new RelatednessConcept(graph.KeyOf(edge.Target), graph.NameOf(edge.Target), Math.Max(1, inAbstract + (2 * inTitle))));
        }

        return concepts.DrainToImmutable();
    }

    private static ImmutableArray<RelatednessRepository> RepositoriesOf(KnowledgeGraph graph, NodeId paper)
    {
        var repositories = ImmutableArray.CreateBuilder<RelatednessRepository>();
        foreach (Edge edge in graph.OutEdges(paper, EdgeType.HasCode))
        {
            PropertySet properties = graph.PropertiesOf(edge);
            ImmutableArray<string> folders = properties.Texts(PropertyKey.Folders);
            repositories.Add(new RelatednessRepository(
                graph.KeyOf(edge.Target), graph.NameOf(edge.Target), properties.Text(PropertyKey.Status) ?? "released", folders.IsEmpty ? null : folders[0]));
        }

        return repositories.DrainToImmutable();
    }
}
