using System.Collections.Immutable;
using PaperGraph.Concepts;
using PaperGraph.Graph;
using PaperGraph.Graph.Image;
using PaperGraph.Papers;

namespace PaperGraph.Queries;

/// <summary>Which node does a person mean?</summary>
/// <remarks>The surest reading wins: identifiers, then whole titles, then names, then words. <c>paper:</c>, <c>concept:</c>, <c>repository:</c>,
/// <c>resource:</c> and <c>source:</c> before the text ask for a node of that label.</remarks>
public sealed class NodeLookup(KnowledgeGraph graph)
{
    private static readonly (string Prefix, NodeLabel Label)[] Prefixes =
    [
        ("paper:", NodeLabel.Paper), ("concept:", NodeLabel.Concept), ("repository:", NodeLabel.Repository), ("resource:", NodeLabel.Resource), ("source:", NodeLabel.Source),
    ];

    /// <summary>A paper's id, source id, DOI, arXiv number, whole title, name, or words that its title or abstract holds.</summary>
    /// <returns>By words: titles that hold them side by side first, then by id.</returns>
    public NodeMatches Paper(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = Strip(text, NodeLabel.Paper);
        return FirstFound(
            () => new(ByPaperIdentifier(text), NodeMatchKind.Identifier),
            () => new(ByTitle(text), NodeMatchKind.Title),
            () => new(ByPaperName(text), NodeMatchKind.Name),
            () => new(ByWords(text, withAbstract: false), NodeMatchKind.TitleWords),
            () => new(ByWords(text, withAbstract: true), NodeMatchKind.TextWords));
    }

    /// <summary>A concept in any spelling that the graph has merged into it.</summary>
    public NodeMatches Concept(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = Strip(text, NodeLabel.Concept);
        return FirstFound(
            () => new(ByKey(NodeLabel.Concept, text), NodeMatchKind.Identifier),
            () => new(ByKey(NodeLabel.Concept, ConceptKey.Of(text)), NodeMatchKind.Name),
            () => new(ByConceptName(text), NodeMatchKind.Name));
    }

    /// <summary><c>owner/name</c>, or an address with or without its scheme.</summary>
    public NodeMatches Repository(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(ByAddress(Strip(text, NodeLabel.Repository), NodeLabel.Repository), NodeMatchKind.Identifier);
    }

    /// <summary>Any node. Where a name is a paper's and a concept's too, the paper is meant: <c>concept:</c> asks for the other.</summary>
    public NodeMatches Node(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach ((string prefix, NodeLabel label) in Prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return Of(label, text);
            }
        }

        return FirstFound(
            () => new(ByPaperIdentifier(text), NodeMatchKind.Identifier),
            () => new(ByAddress(text, NodeLabel.Repository), NodeMatchKind.Identifier),
            () => new(ByTitle(text), NodeMatchKind.Title),
            () => new(ByIntroducedName(text), NodeMatchKind.Name),
            () => Concept(text),
            () => new(ByPaperName(text), NodeMatchKind.Name),
            () => new(ByAddress(text, NodeLabel.Resource), NodeMatchKind.Identifier),
            () => new(ByKey(NodeLabel.Source, text), NodeMatchKind.Identifier),
            () => new(ByWords(text, withAbstract: false), NodeMatchKind.TitleWords));
    }

    /// <summary>Concepts whose name holds a word of the text, or begins with its beginning: what to offer where nothing matches.</summary>
    /// <returns>Those with most of the words first, then those of most papers.</returns>
    public IReadOnlyList<NodeId> NearConcepts(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] words = [.. new TextWords(Strip(text, NodeLabel.Concept)).Words.Where(word => word.Length > 2)];
        return
        [
            .. graph.NodesOf(NodeLabel.Concept)
                .Select(concept => (Concept: concept, Shared: SharedWords(graph.NameOf(concept))))
                .Where(match => match.Shared > 0)
                .OrderByDescending(match => match.Shared)
                .ThenByDescending(match => graph.InEdges(match.Concept, EdgeType.Mentions).Count)
                .ThenBy(match => match.Concept)
                .Take(limit)
                .Select(match => match.Concept),
        ];

        int SharedWords(string name) => words.Count(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private NodeMatches Of(NodeLabel label, string text) => label switch
    {
        NodeLabel.Paper => Paper(text),
        NodeLabel.Concept => Concept(text),
        NodeLabel.Source => new(ByKey(label, Strip(text, label)), NodeMatchKind.Identifier),
        _ => new(ByAddress(Strip(text, label), label), NodeMatchKind.Identifier),
    };

    private static string Strip(string text, NodeLabel label)
    {
        string prefix = Prefixes.First(pair => pair.Label == label).Prefix;
        return (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text[prefix.Length..] : text).Trim();
    }

    private static NodeMatches FirstFound(params ReadOnlySpan<Func<NodeMatches>> ways)
    {
        foreach (Func<NodeMatches> way in ways)
        {
            if (way() is { Nodes.IsEmpty: false } found)
            {
                return found;
            }
        }

        return NodeMatches.None;
    }

    private ImmutableArray<NodeId> ByKey(NodeLabel label, string key) => key.Length > 0 && graph.TryFind(label, key, out NodeId node) ? [node] : [];

    private ImmutableArray<NodeId> ByPaperIdentifier(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        if (ByKey(NodeLabel.Paper, text) is { IsEmpty: false } exact)
        {
            return exact;
        }

        if (text.StartsWith("title:", StringComparison.Ordinal))
        {
            return [];
        }

        // The id's own hexadecimal part, as a person copies it by a double click.
        if (ByKey(NodeLabel.Paper, "title:" + text) is { IsEmpty: false } withoutPrefix)
        {
            return withoutPrefix;
        }

        string? doi = PaperIdentifiers.Doi(text);
        string? arxiv = PaperIdentifiers.Arxiv(text);
        return [.. graph.NodesOf(NodeLabel.Paper).Where(paper =>
            (doi is not null && TextOf(paper, PropertyKey.Doi) == doi)
            || (arxiv is not null && TextOf(paper, PropertyKey.Arxiv) == arxiv)
            || (graph.TryGet(paper, PropertyKey.SourceIds, out PropertyValue ids) && ids.AsTextList.Contains(text)))];
    }

    /// <summary>The id is made of the title, so the usual case needs no scan; papers that share a title carry their identifiers in their ids.</summary>
    private ImmutableArray<NodeId> ByTitle(string text)
    {
        if (ByKey(NodeLabel.Paper, PaperId.OfTitle(text).ToString()) is { IsEmpty: false } found)
        {
            return found;
        }

        string key = TitleKey.Of(text);
        var words = new TextWords(text);
        return [.. graph.NodesOf(NodeLabel.Paper).Where(paper =>
            TextOf(paper, PropertyKey.Title) is { } title && words.MatchIn(title) == 3 && TitleKey.Of(title) == key)];
    }

    private ImmutableArray<NodeId> ByPaperName(string text) =>
        [.. graph.NodesOf(NodeLabel.Paper).Where(paper => text.Equals(TextOf(paper, PropertyKey.Name), StringComparison.OrdinalIgnoreCase))];

    /// <summary>Papers that go by the name of what they introduce, or of what nobody else names: the name means the paper.</summary>
    private ImmutableArray<NodeId> ByIntroducedName(string text)
    {
        ImmutableArray<NodeId> named = ByPaperName(text);
        if (named.Length != 1)
        {
            return [];
        }

        NodeMatches concept = Concept(text);
        return !graph.OutEdges(named[0], EdgeType.Introduces).IsEmpty || concept.Nodes.All(node => ConceptPapers.Of(graph, node).All(paper => paper == named[0])) ? named : [];
    }

    private ImmutableArray<NodeId> ByConceptName(string text)
    {
        string key = TitleKey.Of(text);
        if (key.Length == 0)
        {
            return [];
        }

        string joined = key.Replace(" ", "", StringComparison.Ordinal);
        byte[] text8 = System.Text.Encoding.UTF8.GetBytes(text);
        var matches = graph.NodesOf(NodeLabel.Concept)
            .Select(concept => (Concept: concept, Rank: NameRank(concept, text8, joined)))
            .Where(match => match.Rank < int.MaxValue)
            .ToList();
        return matches.Count == 0 ? [] : [.. matches.Where(match => match.Rank == matches.Min(other => other.Rank)).Select(match => match.Concept)];
    }

    /// <summary>0: its name; 1: its name in another case, hyphenation or spacing; 2: a spelling; 3: a spelling in another case.</summary>
    private int NameRank(NodeId concept, ReadOnlySpan<byte> text, string joined)
    {
        // Half a million names are looked at as they lie, in UTF-8.
        int rank = IsSameJoined(graph.RawKeyOf(concept), joined) ? 1 : int.MaxValue;
        var properties = new PropertyReader(graph.RawPropertiesOf(concept));
        while (properties.Read())
        {
            if (properties.Key == PropertyKey.Name)
            {
                ReadOnlySpan<byte> name = properties.Text();
                rank = Math.Min(rank, name.SequenceEqual(text) ? 0 : IsSameJoined(name, joined) ? 1 : int.MaxValue);
            }
            else if (properties.Key == PropertyKey.Aliases)
            {
                for (int rest = properties.Count(); rest > 0; rest--)
                {
                    ReadOnlySpan<byte> alias = properties.Text();
                    rank = Math.Min(rank, alias.SequenceEqual(text) ? 2 : IsSameJoined(alias, joined) ? 3 : int.MaxValue);
                }
            }
            else
            {
                properties.Skip();
            }
        }

        GC.KeepAlive(graph);
        return rank;
    }

    /// <param name="name">UTF-8.</param>
    private static bool IsSameJoined(ReadOnlySpan<byte> name, string joined)
    {
        if (!System.Text.Ascii.IsValid(name))
        {
            return IsSameJoined(System.Text.Encoding.UTF8.GetString(name), joined);
        }

        // A spelling differs from its joined form by spaces and punctuation only.
        if (name.Length < joined.Length)
        {
            return false;
        }

        int at = 0;
        foreach (byte c in name)
        {
            if (char.IsAsciiLetterOrDigit((char)c) && (at == joined.Length || char.ToLowerInvariant((char)c) != joined[at++]))
            {
                return false;
            }
        }

        return at == joined.Length;
    }

    private static bool IsSameJoined(string name, string joined)
    {
        int at = 0;
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                continue;
            }

            if (at == joined.Length || char.ToLowerInvariant(c) != joined[at])
            {
                return false;
            }

            at++;
        }

        return at == joined.Length;
    }

    private ImmutableArray<NodeId> ByAddress(string text, NodeLabel label)
    {
        string address = PaperIdentifiers.WithoutScheme(text);
        if (address.Length == 0)
        {
            return [];
        }

        if (ByKey(label, address) is { IsEmpty: false } exact)
        {
            return exact;
        }

        if (ByKey(label, text) is { IsEmpty: false } asWritten)
        {
            return asWritten;
        }

        string lower = address.ToLowerInvariant();
        if (ByKey(label, lower) is { IsEmpty: false } found)
        {
            return found;
        }

        return label == NodeLabel.Repository && address.Contains('/', StringComparison.Ordinal)
            ? [.. graph.NodesOf(label).Where(node => graph.KeyOf(node).EndsWith("/" + lower, StringComparison.Ordinal))]
            : label == NodeLabel.Resource
            ? [.. graph.NodesOf(label).Where(node => PaperIdentifiers.WithoutScheme(graph.KeyOf(node)).Equals(address, StringComparison.OrdinalIgnoreCase))]
            : [];
    }

    private ImmutableArray<NodeId> ByWords(string text, bool withAbstract)
    {
        var words = new TextWords(text);
        if (words.Words.IsEmpty)
        {
            return [];
        }

        var matches = graph.NodesOf(NodeLabel.Paper)
            .Select(paper => (Paper: paper, Match: Match(paper)))
            .Where(found => found.Match > 0)
            .OrderByDescending(found => found.Match)
            .ToList();
        // Whole words before mere beginnings of words: "OTO" asks for OTO before OTOv2.
        bool whole = matches.Count > 0 && matches[0].Match >= 2;
        return [.. matches.Where(found => !whole || found.Match >= 2).Select(found => found.Paper)];

        int Match(NodeId paper) => words.MatchIn(withAbstract
            ? TextOf(paper, PropertyKey.Title) + "\n" + TextOf(paper, PropertyKey.Abstract)
            : TextOf(paper, PropertyKey.Title) ?? "");
    }

    /// <summary>One property alone, as thousands of nodes are looked at; null where it is absent.</summary>
    private string? TextOf(NodeId node, PropertyKey key) => graph.TryGet(node, key, out PropertyValue value) ? value.AsText : null;
}
