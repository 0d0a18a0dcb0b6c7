using PaperGraph.Graph;
using PaperGraph.Loading;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Loading;

public sealed class LoadKindTests
{
    [Fact]
    public void All_CoverEveryLabelAndEdgeType()
    {
        Assert.Equal(GraphSchema.Labels.Order(), LoadKind.All.Where(kind => kind.IsNode).Select(kind => kind.Source).Order());
        Assert.Equal(GraphSchema.EdgeTypes.Order(), LoadKind.All.Where(kind => !kind.IsNode).Select(kind => kind.Type!.Value).Distinct().Order());
        Assert.Equal(Enumerable.Range(0, LoadKind.All.Length), LoadKind.All.Select(kind => kind.Number));
    }

    /// <summary>A file names its label or type and merges on the key alone.</summary>
    [Fact]
    public void Statements_NameTheirKind()
    {
        Assert.All(LoadKind.All, kind => Assert.Contains(kind.IsNode ? $":{GraphSchema.NameOf(kind.Source)} {{id: $rows.id[i]}})" : $"[edge:{GraphSchema.NameOf(kind.Type!.Value)}]", kind.Statement, StringComparison.Ordinal));
        Assert.All(LoadKind.All, kind => Assert.EndsWith("RETURN count(*) AS written\n", kind.Statement, StringComparison.Ordinal));
    }

    /// <summary>What is created has what is merged: every property of the file.</summary>
    [Fact]
    public void CreationStatements_WriteWhatTheStatementsWrite()
    {
        Assert.All(LoadKind.All, kind => Assert.All(kind.Properties, key => Assert.Contains($"{GraphSchema.NameOf(key)}: $rows.{GraphSchema.NameOf(key)}[i]", kind.CreationStatement, StringComparison.Ordinal)));
    }

    [Fact]
    public void PlaceOf_PropertyThatNoStatementWrites_IsAnError()
    {
        LoadKind source = LoadKind.All.Single(kind => kind.IsNode && kind.Source == NodeLabel.Source);

        Assert.Throws<InvalidOperationException>(() => source.PlaceOf(PropertyKey.Abstract));
    }

    /// <summary>Nothing that the builder puts on nodes and edges of the sample pages is left behind.</summary>
    [Fact]
    public void Statements_WriteEveryPropertyOfAGeneratedGraph()
    {
        KnowledgeGraph graph = LoadableGraph.Of(seed: 1, papers: 10);

        Assert.All(graph.Nodes, node => Assert.All(graph.PropertiesOf(node), property => LoadKind.All[(int)graph.LabelOf(node)].PlaceOf(property.Key)));
        Assert.All(graph.Edges, edge => Assert.All(graph.PropertiesOf(edge), property => LoadKind.Of(graph.LabelOf(edge.Source), edge.Type, graph.LabelOf(edge.Target)).PlaceOf(property.Key)));
    }
}
