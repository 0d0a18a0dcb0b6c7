using System.Globalization;
using PaperGraph.Graph;
using PaperGraph.Queries;

namespace PaperGraph.Cli.Commands;

/// <summary>A person's words → the one node that they mean, or the candidates and exit code 2.</summary>
internal sealed class NodeChoice(KnowledgeGraph graph)
{
    private const int MostShown = 10;
    private readonly NodeLookup _lookup = new(graph);

    public NodeId Paper(string text) => One(_lookup.Paper(text), text, "paper");

    public NodeId Concept(string text) => One(_lookup.Concept(text), text, "concept");

    public NodeId Node(string text) => One(_lookup.Node(text), text, "paper, concept or repository");

    /// <summary>Two nodes that are not the same.</summary>
    public (NodeId First, NodeId Second) Pair(string first, string second)
    {
        NodeId one = Node(first);
        NodeId other = Node(second);
        return one == other ? throw CommandFailure.Usage($"Both are the same node, {graph.NameOf(one)} ({graph.KeyOf(one)}).") : (one, other);
    }

    public PaperFilter Filter(SearchQuestion question) => new(
        question.After,
        question.Before,
        question.Concept is null ? null : Concept(question.Concept),
        question.Source is null ? null : Source(question.Source),
        question.Code);

    /// <summary>Whether the words mean no node: nothing has that name, and they stand in no title or in several.</summary>
    public bool IsUnknown(string text) => _lookup.Node(text) is { IsOne: false } matches && (matches.Nodes.IsEmpty || matches.Kind is NodeMatchKind.TitleWords or NodeMatchKind.TextWords);

    public NodeId Source(string text) => graph.TryFind(NodeLabel.Source, text, out NodeId source)
        ? source
        : throw CommandFailure.Usage($"No source is called '{text}'. There are: {string.Join(", ", graph.NodesOf(NodeLabel.Source).Select(graph.KeyOf).Take(MostShown))}.");

    private NodeId One(NodeMatches matches, string text, string wanted)
    {
        if (matches.IsOne)
        {
            return matches.Nodes[0];
        }

        if (matches.Nodes.IsEmpty)
        {
            IReadOnlyList<NodeId> near = _lookup.NearConcepts(text, MostShown);
            throw CommandFailure.Usage($"No {wanted} matches '{text}'."
                + (near.Count > 0 ? " Concepts with such a word: " + string.Join(", ", near.Select(graph.NameOf)) + "." : " Try 'papergraph search' with a single word."));
        }

        string more = matches.Nodes.Length > MostShown ? $"\n  … and {(matches.Nodes.Length - MostShown).ToString(CultureInfo.InvariantCulture)} more" : "";
        throw CommandFailure.Usage($"'{text}' matches {matches.Nodes.Length.ToString(CultureInfo.InvariantCulture)}; name one by its id:\n"
            + string.Join("\n", matches.Nodes.Take(MostShown).Select(Candidate)) + more);
    }

    private string Candidate(NodeId node) => graph.LabelOf(node) == NodeLabel.Paper
        ? $"  {graph.KeyOf(node)}  {graph.PropertiesOf(node).Text(PropertyKey.Title)}"
        : $"  {GraphSchema.NameOf(graph.LabelOf(node)).ToLowerInvariant()}:{graph.KeyOf(node)}  {graph.NameOf(node)}";
}
