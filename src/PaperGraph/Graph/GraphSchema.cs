using System.Collections.Immutable;

namespace PaperGraph.Graph;

/// <summary>Kinds of node. The order is the order of nodes in a graph and of loading.</summary>
public enum NodeLabel : byte
{
    Paper,
    Concept,
    Repository,
    Resource,
    Source,
}

/// <summary>Kinds of edge, each read from its source to its target. The order is the order of edges in a graph and of loading.</summary>
public enum EdgeType : byte
{
    Mentions,
    Introduces,
    HasCode,
    LinksTo,
    HasImplementation,
    Broader,
    CoOccursWith,
    EvaluatedOn,
    ListedIn,
    RelatedTo,
}

/// <summary>Names of properties. The order is the order in which they are written.</summary>
public enum PropertyKey : byte
{
    Title,
    Name,
    Abstract,
    Date,
    Year,
    Authors,
    AuthorCount,
    Organisation,
    Comments,
    Venue,
    Url,
    Doi,
    Arxiv,
    SourceIds,
    CodeStatus,

    /// <summary>Of title and abstract, as <see cref="PaperGraph.Tokens.EstimatedTokenCounter"/> estimates them: the same in every build.</summary>
    Tokens,
    Kind,
    KindVotes,
    Aliases,
    AliasReasons,
    PaperCount,
    Host,
    Owner,
    Format,
    Score,
    Count,
    InTitle,
    Main,
    Starts,
    Ends,
    Evidence,
    Status,
    Role,
    Addresses,
    Folders,
    GivenBySource,
    Papers,
    Introduced,
    Reason,
    Reasons,
    Position,
}

/// <summary>The closed list of labels, edge types and properties, with their names in Cypher: nothing else reaches a statement's text.</summary>
public static class GraphSchema
{
    /// <summary>The property that identifies a node within its label.</summary>
    public const string KeyProperty = "id";

    public static ImmutableArray<NodeLabel> Labels { get; } = [.. Enum.GetValues<NodeLabel>()];

    public static ImmutableArray<EdgeType> EdgeTypes { get; } = [.. Enum.GetValues<EdgeType>()];

    public static ImmutableArray<PropertyKey> Properties { get; } = [.. Enum.GetValues<PropertyKey>()];

    private static readonly ImmutableArray<string> PropertyNames = [.. Properties.Select(CamelCase)];

    public static string NameOf(NodeLabel label) => label switch
    {
        NodeLabel.Paper => "Paper",
        NodeLabel.Concept => "Concept",
        NodeLabel.Repository => "Repository",
        NodeLabel.Resource => "Resource",
        NodeLabel.Source => "Source",
        _ => throw new ArgumentOutOfRangeException(nameof(label), label, "No such label."),
    };

    public static string NameOf(EdgeType type) => type switch
    {
        EdgeType.Mentions => "MENTIONS",
        EdgeType.Introduces => "INTRODUCES",
        EdgeType.HasCode => "HAS_CODE",
        EdgeType.LinksTo => "LINKS_TO",
        EdgeType.HasImplementation => "HAS_IMPLEMENTATION",
        EdgeType.Broader => "BROADER",
        EdgeType.CoOccursWith => "CO_OCCURS_WITH",
        EdgeType.EvaluatedOn => "EVALUATED_ON",
        EdgeType.ListedIn => "LISTED_IN",
        EdgeType.RelatedTo => "RELATED_TO",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such edge type."),
    };

    /// <summary>The one type that the property's values have, on every node and edge.</summary>
    public static PropertyType TypeOf(PropertyKey key) => key switch
    {
        PropertyKey.Year or PropertyKey.AuthorCount or PropertyKey.Comments or PropertyKey.Tokens or PropertyKey.PaperCount or PropertyKey.Count
            or PropertyKey.Papers or PropertyKey.Position => PropertyType.Integer,
        PropertyKey.Score => PropertyType.Number,
        PropertyKey.InTitle or PropertyKey.Main or PropertyKey.GivenBySource or PropertyKey.Introduced => PropertyType.Boolean,
        PropertyKey.Authors or PropertyKey.SourceIds or PropertyKey.KindVotes or PropertyKey.Aliases or PropertyKey.AliasReasons or PropertyKey.Addresses
            or PropertyKey.Folders or PropertyKey.Reasons => PropertyType.TextList,
        PropertyKey.Starts or PropertyKey.Ends => PropertyType.IntegerList,
        _ => PropertyType.Text,
    };

    /// <summary>camelCase, such as <c>authorCount</c>.</summary>
    public static string NameOf(PropertyKey key) => PropertyNames[(int)key];

    private static string CamelCase(PropertyKey key)
    {
        string name = key.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
