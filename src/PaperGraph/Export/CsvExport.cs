using System.Globalization;
using System.Text;
using PaperGraph.Graph;

namespace PaperGraph.Export;

/// <summary>Two tables, as Gephi's import and any spreadsheet read them (RFC 4180, UTF-8, LF): nodes with <c>Id, Label</c>, edges with <c>Source, Target, Type</c>.</summary>
/// <remarks>A column a property, named as in the graph; empty where a node or edge lacks it. Lists are joined by <c>"; "</c>. A text that a spreadsheet
/// would run as a formula (it begins with =, +, -, @) keeps its text and gets an apostrophe before it.</remarks>
public static class CsvExport
{
    /// <param name="output">UTF-8; not closed.</param>
    public static void WriteNodes(KnowledgeGraph graph, GraphSelection selection, Stream output)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(selection);
        PropertyKey[] keys = KeysOf(selection.NodesOf(graph).Select(graph.PropertiesOf));
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        WriteRow(writer, ["Id", "Label", "nodeType", "key", .. keys.Select(GraphSchema.NameOf)]);
        foreach (NodeId node in selection.NodesOf(graph))
        {
            WriteRow(writer, [IdOf(graph, node), Harmless(graph.NameOf(node)), GraphSchema.NameOf(graph.LabelOf(node)), graph.KeyOf(node), .. Values(graph.PropertiesOf(node), keys)]);
        }
    }

    /// <param name="output">UTF-8; not closed.</param>
    public static void WriteEdges(KnowledgeGraph graph, GraphSelection selection, Stream output)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(selection);
        PropertyKey[] keys = KeysOf(selection.EdgesOf(graph).Select(graph.PropertiesOf));
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        WriteRow(writer, ["Id", "Source", "Target", "Type", "Label", .. keys.Select(GraphSchema.NameOf)]);
        foreach (Edge edge in selection.EdgesOf(graph))
        {
            WriteRow(
                writer,
                ["e" + edge.Index.ToString(CultureInfo.InvariantCulture), IdOf(graph, edge.Source), IdOf(graph, edge.Target), "Directed", GraphSchema.NameOf(edge.Type), .. Values(graph.PropertiesOf(edge), keys)]);
        }
    }

    private static PropertyKey[] KeysOf(IEnumerable<PropertySet> sets) => [.. sets.SelectMany(set => set.Select(property => property.Key)).Distinct().Order()];

    private static IEnumerable<string> Values(PropertySet properties, PropertyKey[] keys) =>
        keys.Select(key => properties.TryGet(key, out PropertyValue value) ? value.Type == PropertyType.Text ? Harmless(value.AsText) : FlatText.Of(value) : "");

    private static string IdOf(KnowledgeGraph graph, NodeId node) => GraphSchema.NameOf(graph.LabelOf(node)) + ":" + graph.KeyOf(node);

    private static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text;

    private static void WriteRow(StreamWriter writer, IEnumerable<string> cells) => writer.WriteLine(string.Join(',', cells.Select(Quoted)));

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") || (cell.Length > 0 && (cell[0] == ' ' || cell[^1] == ' ')) ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell;
}
