using PaperGraph.Graph;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Graph;

public sealed class GraphPartTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Append_GraphInParts_IsTheGraphThatWasAddedAtOnce(int parts)
    {
        KnowledgeGraph whole = PaperOf.GraphOf(Enumerable.Range(1, 12).Select(i =>
            new PaperOf($"Study {i} of sparse maps").In("page", i).Names("sparse map").Names($"method {i % 5}").Links($"owner/repository-{i % 4}")));
        var builder = new KnowledgeGraphBuilder();
        GraphPart[] pieces = [.. Enumerable.Range(0, parts).Select(_ => Used())];
        foreach (NodeId node in whole.Nodes)
        {
            pieces[node.Index % parts].AddNode(whole.LabelOf(node), whole.KeyOf(node), whole.PropertiesOf(node));
        }

        foreach (Edge edge in whole.Edges)
        {
            pieces[edge.Index * 5 % parts].AddEdge(Named(edge.Source), edge.Type, Named(edge.Target), whole.PropertiesOf(edge));
        }

        foreach (GraphPart piece in pieces.Reverse())
        {
            builder.Append(piece);
        }

        Assert.Equal(whole.Digest, builder.Build().Digest);

        (NodeLabel, string) Named(NodeId node) => (whole.LabelOf(node), whole.KeyOf(node));

        // What it held before leaves no trace.
        static GraphPart Used()
        {
            var part = new GraphPart();
            part.AddNode(NodeLabel.Concept, "of an earlier paper", PropertySet.Of([new(PropertyKey.Name, "of an earlier paper")]));
            part.AddEdge((NodeLabel.Paper, "earlier"), EdgeType.Introduces, (NodeLabel.Concept, "of an earlier paper"), PropertySet.Of([new(PropertyKey.Evidence, "We propose it.")]));
            part.Clear();
            return part;
        }
    }
}
