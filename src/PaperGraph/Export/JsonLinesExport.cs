using System.Text.Encodings.Web;
using System.Text.Json;
using PaperGraph.Graph;

namespace PaperGraph.Export;

/// <summary>One JSON object a line, nodes first: <c>{"label", "id", "properties"}</c>, then <c>{"source": {"label", "id"}, "type", "target", "properties"}</c>.</summary>
public static class JsonLinesExport
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="output">UTF-8; not closed.</param>
    public static void Write(KnowledgeGraph graph, GraphSelection selection, Stream output)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(output);
        using var json = new Utf8JsonWriter(output, Options);
        foreach (NodeId node in selection.NodesOf(graph))
        {
            json.WriteStartObject();
            WriteName(json, graph, node);
            WriteProperties(json, graph.PropertiesOf(node));
            EndLine(json, output);
        }

        foreach (Edge edge in selection.EdgesOf(graph))
        {
            json.WriteStartObject();
            json.WriteStartObject("source");
            WriteName(json, graph, edge.Source);
            json.WriteEndObject();
            json.WriteString("type", GraphSchema.NameOf(edge.Type));
            json.WriteStartObject("target");
            WriteName(json, graph, edge.Target);
            json.WriteEndObject();
            WriteProperties(json, graph.PropertiesOf(edge));
            EndLine(json, output);
        }
    }

    private static void WriteName(Utf8JsonWriter json, KnowledgeGraph graph, NodeId node)
    {
        json.WriteString("label", GraphSchema.NameOf(graph.LabelOf(node)));
        json.WriteString("id", graph.KeyOf(node));
    }

    private static void WriteProperties(Utf8JsonWriter json, PropertySet properties)
    {
        json.WriteStartObject("properties");
        foreach (KeyValuePair<PropertyKey, PropertyValue> property in properties)
        {
            json.WritePropertyName(GraphSchema.NameOf(property.Key));
            WriteValue(json, property.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, PropertyValue value)
    {
        switch (value.Type)
        {
            case PropertyType.Integer:
                json.WriteNumberValue(value.AsInteger);
                break;
            case PropertyType.Number:
                json.WriteNumberValue(value.AsNumber);
                break;
            case PropertyType.Boolean:
                json.WriteBooleanValue(value.AsBoolean);
                break;
            case PropertyType.TextList:
                json.WriteStartArray();
                foreach (string text in value.AsTextList)
                {
                    json.WriteStringValue(text);
                }

                json.WriteEndArray();
                break;
            case PropertyType.IntegerList:
                json.WriteStartArray();
                foreach (int number in value.AsIntegerList)
                {
                    json.WriteNumberValue(number);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.AsText);
                break;
        }
    }

    private static void EndLine(Utf8JsonWriter json, Stream output)
    {
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        output.WriteByte((byte)'\n');
    }
}
