using System.Globalization;
using System.Text;
using System.Xml;
using PaperGraph.Graph;

namespace PaperGraph.Export;

/// <summary>GraphML, as Gephi, yEd, igraph and networkx read it: <c>label</c> is the name that they draw, <c>type</c> the kind of node or edge.</summary>
/// <remarks>Directed. Ids are <c>Label:key</c>. Lists become one text, joined by <c>"; "</c>, as GraphML has none. Characters that XML cannot hold
/// become U+FFFD.</remarks>
public static class GraphMlExport
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    /// <param name="output">UTF-8; not closed.</param>
    public static void Write(KnowledgeGraph graph, GraphSelection selection, Stream output)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(selection);
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false });
        xml.WriteStartDocument();
        xml.WriteStartElement("graphml", Namespace);
        Dictionary<PropertyKey, string> nodeTypes = TypesOf(selection.NodesOf(graph).Select(graph.PropertiesOf));
        Dictionary<PropertyKey, string> edgeTypes = TypesOf(selection.EdgesOf(graph).Select(graph.PropertiesOf));
        WriteKeys(xml, "node", nodeTypes);
        WriteKeys(xml, "edge", edgeTypes);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "papergraph");
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (NodeId node in selection.NodesOf(graph))
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", IdOf(graph, node));
            WriteData(xml, "node_label", graph.NameOf(node));
            WriteData(xml, "node_type", GraphSchema.NameOf(graph.LabelOf(node)));
            WriteProperties(xml, "node_", graph.PropertiesOf(node));
            xml.WriteEndElement();
        }

        foreach (Edge edge in selection.EdgesOf(graph))
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", "e" + edge.Index.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("source", IdOf(graph, edge.Source));
            xml.WriteAttributeString("target", IdOf(graph, edge.Target));
            WriteData(xml, "edge_label", GraphSchema.NameOf(edge.Type));
            WriteData(xml, "edge_type", GraphSchema.NameOf(edge.Type));
            WriteProperties(xml, "edge_", graph.PropertiesOf(edge));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    /// <summary>GraphML wants the type of every property before the first node: an integer here and a fraction there is a fraction.</summary>
    private static Dictionary<PropertyKey, string> TypesOf(IEnumerable<PropertySet> sets)
    {
        var types = new Dictionary<PropertyKey, string>();
        foreach (KeyValuePair<PropertyKey, PropertyValue> property in sets.SelectMany(set => set))
        {
            string type = property.Value.Type switch
            {
                PropertyType.Integer => "long",
                PropertyType.Number => "double",
                PropertyType.Boolean => "boolean",
                _ => "string",
            };
            types[property.Key] = !types.TryGetValue(property.Key, out string? known) || known == type ? type
                : (known, type) is ("long", "double") or ("double", "long") ? "double" : "string";
        }

        return types;
    }

    private static void WriteKeys(XmlWriter xml, string of, Dictionary<PropertyKey, string> types)
    {
        WriteKey(xml, of, "label", "string");
        WriteKey(xml, of, "type", "string");
        foreach (PropertyKey key in types.Keys.Order())
        {
            WriteKey(xml, of, GraphSchema.NameOf(key), types[key]);
        }
    }

    private static void WriteKey(XmlWriter xml, string of, string name, string type)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", of + "_" + name);
        xml.WriteAttributeString("for", of);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void WriteProperties(XmlWriter xml, string prefix, PropertySet properties)
    {
        foreach (KeyValuePair<PropertyKey, PropertyValue> property in properties)
        {
            WriteData(xml, prefix + GraphSchema.NameOf(property.Key), FlatText.Of(property.Value));
        }
    }

    private static void WriteData(XmlWriter xml, string key, string text)
    {
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", key);
        xml.WriteString(Writable(text));
        xml.WriteEndElement();
    }

    private static string IdOf(KnowledgeGraph graph, NodeId node) => Writable(GraphSchema.NameOf(graph.LabelOf(node)) + ":" + graph.KeyOf(node));

    private static string Writable(string text)
    {
        StringBuilder? written = null;
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]);
            if (isPair)
            {
                written?.Append(text, i, 2);
                i++;
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                written?.Append(text[i]);
            }
            else
            {
                written ??= new StringBuilder(text, 0, i, text.Length);
                written.Append('\uFFFD');
            }
        }

        return written?.ToString() ?? text;
    }
}
