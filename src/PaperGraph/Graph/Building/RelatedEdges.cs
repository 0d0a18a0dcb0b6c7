using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PaperGraph.Relatedness;

namespace PaperGraph.Graph.Building;

/// <summary>The ten papers nearest to each.</summary>
internal static class RelatedEdges
{
    private const int PapersAtOnce = 512;

    /// <param name="indexed">Told the index of the papers, in the order of the graph, for as long as it runs.</param>
    public static void Add(PaperTable papers, ConceptNames names, KnowledgeGraphBuilder graph, Action<RelatednessIndex>? indexed)
    {
        // Ties between papers go by their ids.
        int[] order = [.. Enumerable.Range(0, papers.Count)];
        Array.Sort(Array.ConvertAll(order, paper => graph.KeyOf(papers.NodeOf(paper))), order, StringComparer.Ordinal);
        IEnumerable<ImmutableArray<RelatedPaper>> nearest = RelatedPapers.OfAll(new Texts(papers, order, names, graph), RelatednessModel.Shipped, indexed: Indexed);
        foreach (GraphPart part in OrderedWork.Run(order.Zip(nearest).Chunk(PapersAtOnce), PartOf))
        {
            graph.Append(part);
        }

        void Indexed(RelatednessIndex index)
        {
            // All texts are read now; what their terms were numbered by is more than all that comes after needs.
            LargeHeap.LetGo();
            indexed?.Invoke(index);
        }

        GraphPart PartOf((int Paper, ImmutableArray<RelatedPaper> Related)[] chunk)
        {
            var part = new GraphPart();
            foreach ((int paper, ImmutableArray<RelatedPaper> related) in chunk)
            {
                (NodeLabel, string) node = NodeOf(paper);
                foreach (RelatedPaper near in related)
                {
                    part.AddEdge(node, EdgeType.RelatedTo, NodeOf(order[near.Paper]), PropertySet.Of(
                    [
                        new(PropertyKey.Score, near.Score),
                        new(PropertyKey.Reasons, near.Reasons.Select(reason => reason.ToStringWithShare()).ToImmutableArray()),
                    ]));
                }
            }

            return part;
        }

        (NodeLabel, string) NodeOf(int paper) => (NodeLabel.Paper, graph.KeyOf(papers.NodeOf(paper)));
    }

    /// <summary>The papers as relatedness looks at them, each made anew when it is asked for: all at once they would be most of the build's memory.</summary>
    private sealed class Texts(PaperTable papers, int[] order, ConceptNames names, KnowledgeGraphBuilder graph) : IReadOnlyList<RelatednessPaper>
    {
        public int Count => order.Length;

        public RelatednessPaper this[int index]
        {
            get
            {
                int paper = order[index];
                var concepts = new RelatednessConcept[papers.ConceptCount(paper)];
                for (int i = 0; i < concepts.Length; i++)
                {
                    (int concept, int frequency) = papers.ConceptOf(paper, i);
                    concepts[i] = new RelatednessConcept(graph.KeyOf(concept), names[concept], frequency);
                }

                int node = papers.NodeOf(paper);
                return new RelatednessPaper(Text(node, PropertyKey.Title), Text(node, PropertyKey.Abstract)) { Concepts = ImmutableCollectionsMarshal.AsImmutableArray(concepts), Repositories = RepositoriesOf(paper) };
            }
        }

        public IEnumerator<RelatednessPaper> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>As the edges to them say it.</summary>
        private ImmutableArray<RelatednessRepository> RepositoriesOf(int paper) =>
        [
            .. papers.CodeOf(paper).Select(code => new RelatednessRepository(code.Repository, NameOf(code.Repository), code.Status, code.Folder)),
        ];

        private string NameOf(string repository)
        {
            int node = graph.NumberOf(NodeLabel.Repository, repository);
            return Text(node, PropertyKey.Owner) + "/" + Text(node, PropertyKey.Name);
        }

        private string Text(int node, PropertyKey key) => graph.TryGet(node, key, out PropertyValue text) ? text.AsText : "";
    }
}
