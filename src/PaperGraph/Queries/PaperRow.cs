using System.Collections.Immutable;
using PaperGraph.Graph;

namespace PaperGraph.Queries;

/// <summary>A paper as answers name it.</summary>
/// <param name="Name">Short: the introduced name, else the title's first words.</param>
/// <param name="Date">ISO 8601, as exact as it is known; null where no source states one.</param>
public sealed record PaperRow(string Id, ImmutableArray<string> SourceIds, string Name, string Title, string? Date)
{
    internal static PaperRow Of(KnowledgeGraph graph, NodeId paper)
    {
        PropertySet properties = graph.PropertiesOf(paper);
        string title = properties.Text(PropertyKey.Title) ?? "";
        return new PaperRow(graph.KeyOf(paper), properties.Texts(PropertyKey.SourceIds), properties.Text(PropertyKey.Name) ?? title, title, properties.Text(PropertyKey.Date));
    }

    /// <summary>Newest first, papers without a date last; ties by id.</summary>
    internal static int NewestFirst(PaperRow left, PaperRow right) => (left.Date, right.Date) switch
    {
        (null, not null) => 1,
        (not null, null) => -1,
        _ => string.CompareOrdinal(right.Date, left.Date) is var order and not 0 ? order : string.CompareOrdinal(left.Id, right.Id),
    };
}
