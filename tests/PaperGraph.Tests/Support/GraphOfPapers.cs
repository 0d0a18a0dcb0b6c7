using System.Collections.Immutable;
using PaperGraph.Graph;
using PaperGraph.Papers;

namespace PaperGraph.Tests.Support;

/// <summary>Small graphs that read like what they mean: papers by short names, concepts by theirs.</summary>
internal sealed class GraphOfPapers
{
    private readonly KnowledgeGraphBuilder _builder = new();
    private readonly HashSet<(NodeLabel, string)> _nodes = [];

    public static string IdOf(string title) => PaperId.OfTitle(title).ToString();

    /// <param name="name">Short name; the title is <paramref name="title"/>, or the name with a colon and more.</param>
    public GraphOfPapers Paper(
        string name, string? title = null, string text = "", string? date = null, string codeStatus = "none", string? doi = null, string? arxiv = null, string[]? sourceIds = null)
    {
        title ??= TitleOf(name);
        Node(NodeLabel.Paper, IdOf(title), new()
        {
            [PropertyKey.Title] = title,
            [PropertyKey.Name] = name,
            [PropertyKey.Abstract] = text,
            [PropertyKey.CodeStatus] = codeStatus,
            [PropertyKey.Date] = TextOf(date),
            [PropertyKey.Doi] = TextOf(doi),
            [PropertyKey.Arxiv] = TextOf(arxiv),
            [PropertyKey.SourceIds] = TextsOf(sourceIds),
        });
        return this;
    }

    public static string TitleOf(string name) => name + ": a paper of its own";

    public GraphOfPapers Concept(string name, string kind = "Method", params string[] aliases)
    {
        Node(NodeLabel.Concept, KeyOf(name), new()
        {
            [PropertyKey.Name] = name,
            [PropertyKey.Kind] = kind,
            [PropertyKey.Aliases] = PropertyValue.FromTextList([name, .. aliases]),
            [PropertyKey.AliasReasons] = PropertyValue.FromTextList([.. aliases.Select(_ => "short form").Prepend("")]),
        });
        return this;
    }

    /// <summary>The places of the concept's name in the abstract are found by looking.</summary>
    public GraphOfPapers Names(string paper, string concept, bool main = false, double score = 0.5)
    {
        Ensure(concept);
        _builder.AddEdge((NodeLabel.Paper, IdOf(TitleOf(paper))), EdgeType.Mentions, (NodeLabel.Concept, KeyOf(concept)), Properties(new()
        {
            [PropertyKey.Score] = score,
            [PropertyKey.Count] = 1,
            [PropertyKey.Main] = main,
            [PropertyKey.InTitle] = false,
        }));
        return this;
    }

    /// <summary>Likewise, with places in the abstract.</summary>
    public GraphOfPapers NamesAt(string paper, string concept, params (int Start, int End)[] places)
    {
        Ensure(concept);
        _builder.AddEdge((NodeLabel.Paper, IdOf(TitleOf(paper))), EdgeType.Mentions, (NodeLabel.Concept, KeyOf(concept)), Properties(new()
        {
            [PropertyKey.Score] = 0.5,
            [PropertyKey.Count] = places.Length,
            [PropertyKey.Starts] = PropertyValue.FromIntegerList([.. places.Select(place => place.Start)]),
            [PropertyKey.Ends] = PropertyValue.FromIntegerList([.. places.Select(place => place.End)]),
        }));
        return this;
    }

    public GraphOfPapers Introduces(string paper, string concept)
    {
        Ensure(concept);
        return Edge((NodeLabel.Paper, IdOf(TitleOf(paper))), EdgeType.Introduces, (NodeLabel.Concept, KeyOf(concept)));
    }

    public GraphOfPapers EvaluatedOn(string paper, string dataset)
    {
        Ensure(dataset);
        return Edge((NodeLabel.Paper, IdOf(TitleOf(paper))), EdgeType.EvaluatedOn, (NodeLabel.Concept, KeyOf(dataset)));
    }

    public GraphOfPapers Broader(string narrower, string broader)
    {
        Ensure(narrower);
        Ensure(broader);
        return Edge((NodeLabel.Concept, KeyOf(narrower)), EdgeType.Broader, (NodeLabel.Concept, KeyOf(broader)), new() { [PropertyKey.Reason] = "head noun" });
    }

    /// <param name="repository"><c>owner/name</c> on GitHub.</param>
    public GraphOfPapers HasCode(string paper, string repository, string status = "released", string? evidence = null, string? folder = null)
    {
        string key = EnsureRepository(repository);
        return Edge((NodeLabel.Paper, IdOf(TitleOf(paper))), EdgeType.HasCode, (NodeLabel.Repository, key), new()
        {
            [PropertyKey.Status] = status,
            [PropertyKey.Evidence] = TextOf(evidence),
            [PropertyKey.Folders] = TextsOf(folder is null ? null : [folder]),
        });
    }

    public GraphOfPapers ListedIn(string paper, string source, int position = 1)
    {
        Node(NodeLabel.Source, source, new() { [PropertyKey.Format] = "jsonl" });
        return Edge((NodeLabel.Paper, IdOf(TitleOf(paper))), EdgeType.ListedIn, (NodeLabel.Source, source), new() { [PropertyKey.Position] = position });
    }

    public KnowledgeGraph Build() => _builder.Build();

    private static PropertyValue? TextOf(string? text) => text is null ? default(PropertyValue?) : PropertyValue.FromText(text);

    private static PropertyValue? TextsOf(string[]? texts) => texts is null ? default(PropertyValue?) : PropertyValue.FromTextList([.. texts]);

    private static string KeyOf(string concept) => concept.ToLowerInvariant();

    private void Ensure(string concept)
    {
        if (!_nodes.Contains((NodeLabel.Concept, KeyOf(concept))))
        {
            Concept(concept);
        }
    }

    private string EnsureRepository(string repository)
    {
        string[] parts = repository.Split('/');
        string key = "github.com/" + repository.ToLowerInvariant();
        Node(NodeLabel.Repository, key, new()
        {
            [PropertyKey.Host] = "github.com",
            [PropertyKey.Owner] = parts[0],
            [PropertyKey.Name] = parts[1],
            [PropertyKey.Url] = "https://github.com/" + repository,
        });
        return key;
    }

    private GraphOfPapers Edge((NodeLabel, string) source, EdgeType type, (NodeLabel, string) target, Dictionary<PropertyKey, PropertyValue?>? properties = null)
    {
        _builder.AddEdge(source, type, target, Properties(properties ?? []));
        return this;
    }

    private void Node(NodeLabel label, string key, Dictionary<PropertyKey, PropertyValue?> properties)
    {
        if (_nodes.Add((label, key)))
        {
            _builder.AddNode(label, key, Properties(properties));
        }
    }

    private static PropertySet Properties(Dictionary<PropertyKey, PropertyValue?> properties) =>
        PropertySet.Of(properties.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, pair.Value!.Value)).ToImmutableArray());
}
