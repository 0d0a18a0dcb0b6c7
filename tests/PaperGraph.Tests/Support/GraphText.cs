using System.Text;
using PaperGraph.Graph;

namespace PaperGraph.Tests.Support;

/// <summary>A whole graph as text: equal texts are equal graphs.</summary>
internal static class GraphText
{
    public static string Of(KnowledgeGraph graph)
    {
        var text = new StringBuilder();
        foreach (NodeId node in graph.Nodes)
        {
            text.Append(graph.LabelOf(node)).Append(' ').Append(graph.KeyOf(node));
            Append(text, graph.PropertiesOf(node));
        }

        foreach (Edge edge in graph.Edges)
        {
            text.Append(graph.KeyOf(edge.Source)).Append(' ').Append(edge.Type).Append(' ').Append(graph.KeyOf(edge.Target));
            Append(text, graph.PropertiesOf(edge));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, PropertySet properties)
    {
        foreach ((PropertyKey key, PropertyValue value) in properties)
        {
            text.Append(' ').Append(key).Append('=').Append(value);
        }

        text.Append('\n');
    }
}
