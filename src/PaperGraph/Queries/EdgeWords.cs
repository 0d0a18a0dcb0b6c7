using System.Collections.Immutable;
using System.Globalization;
using PaperGraph.Graph;

namespace PaperGraph.Queries;

/// <summary>What an edge's properties say, in words.</summary>
internal static class EdgeWords
{
    public static ImmutableArray<string> Of(KnowledgeGraph graph, Edge edge)
    {
        PropertySet properties = graph.PropertiesOf(edge);
        return
        [
            .. (edge.Type switch
            {
                EdgeType.Mentions => Mention(properties),
                EdgeType.Introduces => ["the paper proposes it"],
                EdgeType.HasCode => Code(properties),
                EdgeType.LinksTo => Link(properties),
                EdgeType.HasImplementation => Implementation(properties),
                EdgeType.CoOccursWith => CoOccurrenceOf(graph, edge),
                EdgeType.EvaluatedOn => ["the paper's experiments use it"],
                EdgeType.ListedIn => properties.Integer(PropertyKey.Position) is { } position ? [$"at place {Number(position)} of the page"] : [],
                EdgeType.RelatedTo => Related(properties),
                _ => properties.Text(PropertyKey.Reason) is { } reason ? [reason] : Array.Empty<string>(),
            }).Where(words => words.Length > 0),
        ];
    }

    private static IEnumerable<string> Mention(PropertySet properties)
    {
        yield return properties.Boolean(PropertyKey.Main) ? "the paper is about it" : "";
        yield return properties.Boolean(PropertyKey.InTitle) ? "stands in the title" : "";
        yield return properties.Integer(PropertyKey.Count) is { } count ? $"named {(count == 1 ? "once" : Number(count) + " times")}" : "";
        yield return properties.Number(PropertyKey.Score) is { } score ? $"chance that an expert would choose it: {Percent(score)}" : "";
    }

    private static IEnumerable<string> Code(PropertySet properties)
    {
        yield return "the authors' own code, " + (properties.Text(PropertyKey.Status) ?? "released");
        yield return properties.Boolean(PropertyKey.GivenBySource) ? "the source gives the address beside the text" : "";
        yield return Places(properties);
    }

    private static IEnumerable<string> Link(PropertySet properties)
    {
        yield return properties.Text(PropertyKey.Role) switch
        {
            "mention" => "a library or other people's code that the paper refers to",
            "list" => "a list of papers",
            "data" => "the address gives the data",
            "model" => "the address gives the weights",
            "demo" => "a demo",
            "project-page" => "the paper's project page",
            { } role => role,
            null => "",
        };
        yield return properties.Text(PropertyKey.Status) == "promised" ? "promised" : "";
        yield return Places(properties);
    }

    private static IEnumerable<string> Implementation(PropertySet properties)
    {
        yield return properties.Boolean(PropertyKey.Introduced) ? "the code of that very system" : "";
        yield return properties.Integer(PropertyKey.Papers) is { } papers ? $"released code of {Papers(papers)} about it stands there" : "";
    }

    private static IEnumerable<string> CoOccurrenceOf(KnowledgeGraph graph, Edge edge)
    {
        int both = (int)(graph.PropertiesOf(edge).Integer(PropertyKey.Papers) ?? 0);
        int first = graph.InEdges(edge.Source, EdgeType.Mentions).Count;
        int second = graph.InEdges(edge.Target, EdgeType.Mentions).Count;
        yield return $"{Papers(both)} {(both == 1 ? "names" : "name")} both, of {Number(first)} and {Number(second)}";
        if (both > 0 && both <= first && both <= second)
        {
            yield return $"NPMI {CoOccurrence.Npmi(both, first, second, graph.CountOf(NodeLabel.Paper)).ToString("0.00", CultureInfo.InvariantCulture)} (1: never apart, 0: as by chance)";
        }
    }

    private static IEnumerable<string> Related(PropertySet properties)
    {
        yield return properties.Number(PropertyKey.Score) is { } score ? $"score {score.ToString("0.000", CultureInfo.InvariantCulture)}" : "";
        foreach (string reason in properties.Texts(PropertyKey.Reasons))
        {
            yield return reason;
        }
    }

    private static string Places(PropertySet properties) =>
        string.Join(", ", properties.Texts(PropertyKey.Addresses).Concat(properties.Texts(PropertyKey.Folders).Select(folder => "folder " + folder)));

    private static string Papers(long count) => Number(count) + (count == 1 ? " paper" : " papers");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";
}
