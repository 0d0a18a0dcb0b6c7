using System.Collections.Immutable;
using PaperGraph.Cypher;
using PaperGraph.Graph;

namespace PaperGraph.Loading;

/// <summary>What is written with one statement: the nodes of a label, or the edges of a type between two labels.</summary>
internal sealed class LoadKind
{
    private static readonly ImmutableDictionary<string, PropertyKey> KeysByName =
        GraphSchema.Properties.ToImmutableDictionary(GraphSchema.NameOf, key => key, StringComparer.Ordinal);

    private LoadKind(int number, string file, NodeLabel source, EdgeType? type, NodeLabel target)
    {
        (Number, Source, Type, Target) = (number, source, type, target);
        Statement = CypherFiles.Text("load/" + file);
        Name = type is { } edge ? $"{GraphSchema.NameOf(source)} {GraphSchema.NameOf(edge)} {GraphSchema.NameOf(target)}" : GraphSchema.NameOf(source);
        Properties = [.. PropertiesIn(Statement).OrderBy(key => key)];
    }

    /// <summary>In the order of loading: nodes first. A removal goes the other way.</summary>
    public static ImmutableArray<LoadKind> All { get; } =
    [
        new(0, "paper", NodeLabel.Paper, null, default),
        new(1, "concept", NodeLabel.Concept, null, default),
        new(2, "repository", NodeLabel.Repository, null, default),
        new(3, "resource", NodeLabel.Resource, null, default),
        new(4, "source", NodeLabel.Source, null, default),
        new(5, "mentions", NodeLabel.Paper, EdgeType.Mentions, NodeLabel.Concept),
        new(6, "introduces", NodeLabel.Paper, EdgeType.Introduces, NodeLabel.Concept),
        new(7, "has-code", NodeLabel.Paper, EdgeType.HasCode, NodeLabel.Repository),
        new(8, "links-to-repository", NodeLabel.Paper, EdgeType.LinksTo, NodeLabel.Repository),
        new(9, "links-to-resource", NodeLabel.Paper, EdgeType.LinksTo, NodeLabel.Resource),
        new(10, "has-implementation", NodeLabel.Concept, EdgeType.HasImplementation, NodeLabel.Repository),
        new(11, "broader", NodeLabel.Concept, EdgeType.Broader, NodeLabel.Concept),
        new(12, "co-occurs-with", NodeLabel.Concept, EdgeType.CoOccursWith, NodeLabel.Concept),
        new(13, "evaluated-on", NodeLabel.Paper, EdgeType.EvaluatedOn, NodeLabel.Concept),
        new(14, "listed-in", NodeLabel.Paper, EdgeType.ListedIn, NodeLabel.Source),
        new(15, "related-to", NodeLabel.Paper, EdgeType.RelatedTo, NodeLabel.Paper),
    ];

    /// <summary>Its place in <see cref="All"/>.</summary>
    public int Number { get; }

    /// <summary>Such as <c>Paper</c> or <c>Paper MENTIONS Concept</c>.</summary>
    public string Name { get; }

    /// <summary>The label of the nodes, or of the nodes that the edges leave.</summary>
    public NodeLabel Source { get; }

    /// <summary>Null for nodes.</summary>
    public EdgeType? Type { get; }

    /// <summary>The label of the nodes that the edges reach; means nothing for nodes.</summary>
    public NodeLabel Target { get; }

    public bool IsNode => Type is null;

    /// <summary>The statement that writes a batch's lists.</summary>
    public string Statement { get; }

    /// <summary>The properties that the statement sets: the project's own. Whatever else stands on a node or edge is the users'.</summary>
    public ImmutableArray<PropertyKey> Properties { get; }

    /// <summary>Writes the same where the database holds none of the kind: nothing has to be looked for, and a quarter of the server's time is saved.
    /// Of a batch that the database has already (<c>isNew</c> is false) it writes nothing.</summary>
    /// <remarks>Composed of the closed list of names.</remarks>
    public string CreationStatement => IsNode
        ? $$"""
            UNWIND CASE WHEN isNew THEN range(0, size($rows.id) - 1) ELSE [] END AS i
            CREATE (:{{GraphSchema.NameOf(Source)}} {id: $rows.id[i]{{Entries(", ")}}})
            RETURN count(*) AS written
            """
        : $$"""
            UNWIND CASE WHEN isNew THEN range(0, size($rows.source) - 1) ELSE [] END AS s
            MATCH (source:{{GraphSchema.NameOf(Source)}} {id: $rows.source[s]})
            UNWIND range($rows.first[s], $rows.first[s + 1] - 1) AS i
            MATCH (target:{{GraphSchema.NameOf(Target)}} {id: $rows.target[i]})
            CREATE (source)-[:{{GraphSchema.NameOf(Type!.Value)}} {{{Entries("")}}}]->(target)
            RETURN count(*) AS written
            """;

    /// <summary>Takes off what the store no longer holds.</summary>
    /// <remarks>Composed of the closed list of names. A node stays when users attached anything to it: a relationship, a label, a property.</remarks>
    public string RemovalStatement => IsNode
        ? $$"""
            UNWIND $rows.id AS id
            MATCH (node:{{GraphSchema.NameOf(Source)}} {id: id})
            WHERE NOT EXISTS { (node)--() } AND size(labels(node)) = 1
              AND all(property IN keys(node) WHERE property IN ['id', {{string.Join(", ", Properties.Select(key => $"'{GraphSchema.NameOf(key)}'"))}}])
            DELETE node
            RETURN count(*) AS removed
            """
        : $$"""
            UNWIND range(0, size($rows.source) - 1) AS i
            MATCH (:{{GraphSchema.NameOf(Source)}} {id: $rows.source[i]})-[edge:{{GraphSchema.NameOf(Type!.Value)}}]->(:{{GraphSchema.NameOf(Target)}} {id: $rows.target[i]})
            DELETE edge
            RETURN count(*) AS removed
            """;

    /// <exception cref="InvalidOperationException">No statement writes edges of this type between these labels.</exception>
    public static LoadKind Of(NodeLabel source, EdgeType type, NodeLabel target)
    {
        foreach (LoadKind kind in All)
        {
            if (kind.Type == type && kind.Source == source && kind.Target == target)
            {
                return kind;
            }
        }

        throw new InvalidOperationException($"No file of cypher/load writes {GraphSchema.NameOf(type)} from {GraphSchema.NameOf(source)} to {GraphSchema.NameOf(target)}.");
    }

    /// <summary>The property's place in <see cref="Properties"/>.</summary>
    /// <exception cref="InvalidOperationException">The statement would leave the property out: nothing is lost silently.</exception>
    public int PlaceOf(PropertyKey key) => Properties.BinarySearch(key) is >= 0 and var place
        ? place
        : throw new InvalidOperationException($"The file of cypher/load for {Name} does not write '{GraphSchema.NameOf(key)}'.");

    public override string ToString() => Name;

    private string Entries(string before) => Properties.Length == 0
        ? ""
        : before + string.Join(", ", Properties.Select(key => $"{GraphSchema.NameOf(key)}: $rows.{GraphSchema.NameOf(key)}[i]"));

    /// <summary>Whatever the statement reads of a list beside the keys.</summary>
    private static IEnumerable<PropertyKey> PropertiesIn(string statement)
    {
        const string Ending = "[i]";
        for (int end = statement.IndexOf(Ending, StringComparison.Ordinal); end >= 0; end = statement.IndexOf(Ending, end + 1, StringComparison.Ordinal))
        {
            string name = statement[(statement.LastIndexOf('.', end) + 1)..end];
            if (name is not ("id" or "target"))
            {
                yield return KeysByName[name];
            }
        }
    }
}
