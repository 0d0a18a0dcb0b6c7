using System.Text;
using System.Xml.Linq;
using PaperGraph.Export;
using PaperGraph.Graph;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Export;

public sealed class GraphMlExportTests
{
    private static readonly XNamespace Ns = "http://graphml.graphdrawing.org/xmlns";

    private static readonly KnowledgeGraph Graph = new GraphOfPapers()
        .Paper("A < B & \"C\"", title: "A < B & \"C\": a paper of its own", text: "A control\u0001character, half a pair \uD83D, and a whole one \uD83D\uDE00.", sourceIds: ["x/1", "x/2"])
        .Concept("routing", "Method", "routers").Names("A < B & \"C\"", "routing", score: 0.25)
        .ListedIn("A < B & \"C\"", "page", 3)
        .Build();

    [Fact]
    public void Write_HardCharacters_IsXmlThatReadsBack()
    {
        XElement paper = Written(GraphSelection.All).Descendants(Ns + "node").First();

        Assert.Equal("A < B & \"C\"", Data(paper, "node_label"));
        Assert.Equal("A control\uFFFDcharacter, half a pair \uFFFD, and a whole one \uD83D\uDE00.", Data(paper, "node_abstract"));
        Assert.Equal("x/1; x/2", Data(paper, "node_sourceIds"));
    }

    [Fact]
    public void Write_EveryDataElement_HasADeclaredKeyOfItsType()
    {
        XDocument document = Written(GraphSelection.All);
        var types = document.Descendants(Ns + "key").ToDictionary(key => key.Attribute("id")!.Value, key => key.Attribute("attr.type")!.Value);

        Assert.All(document.Descendants(Ns + "data"), data => Assert.Contains(data.Attribute("key")!.Value, types.Keys));
        Assert.Equal("double", types["edge_score"]);
        Assert.Equal("long", types["edge_position"]);
        Assert.Equal("boolean", types["edge_main"]);
    }

    [Fact]
    public void Write_EveryEdge_JoinsNodesOfTheFile()
    {
        XDocument document = Written(GraphSelection.All);
        HashSet<string> nodes = [.. document.Descendants(Ns + "node").Select(node => node.Attribute("id")!.Value)];

        Assert.Equal(3, nodes.Count);
        Assert.Equal(2, document.Descendants(Ns + "edge").Count());
        Assert.All(document.Descendants(Ns + "edge"), edge => Assert.True(nodes.Contains(edge.Attribute("source")!.Value) && nodes.Contains(edge.Attribute("target")!.Value)));
    }

    [Fact]
    public void Write_SelectionWithoutPages_LeavesTheirEdgesOut()
    {
        XDocument document = Written(GraphSelection.All with { Labels = [NodeLabel.Paper, NodeLabel.Concept] });

        Assert.Equal(["MENTIONS"], document.Descendants(Ns + "edge").Select(edge => Data(edge, "edge_type")));
    }

    [Fact]
    public void JsonLines_OfTheSameGraph_HasALineForEveryNodeAndEdge()
    {
        using var stream = new MemoryStream();
        JsonLinesExport.Write(Graph, GraphSelection.All, stream);
        string[] lines = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');

        Assert.Equal(5, lines.Length);
        Assert.All(lines, line => System.Text.Json.JsonDocument.Parse(line).Dispose());
        Assert.Contains("\"sourceIds\":[\"x/1\",\"x/2\"]", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("{\"source\":{\"label\":\"Paper\"", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_CellsWithQuotesAndFormulas_AreQuotedAndHarmless()
    {
        KnowledgeGraph graph = new GraphOfPapers().Paper("=cmd()", text: "One, \"two\"\nthree").Build();
        using var stream = new MemoryStream();
        CsvExport.WriteNodes(graph, GraphSelection.All, stream);
        string text = Encoding.UTF8.GetString(stream.ToArray());

        Assert.StartsWith("Id,Label,nodeType,key,title,name,abstract,codeStatus\n", text, StringComparison.Ordinal);
        Assert.EndsWith(",'=cmd(),Paper," + GraphOfPapers.IdOf(GraphOfPapers.TitleOf("=cmd()")) + ",'=cmd(): a paper of its own,'=cmd(),\"One, \"\"two\"\"\nthree\",none\n", text, StringComparison.Ordinal);
    }

    private static XDocument Written(GraphSelection selection)
    {
        using var stream = new MemoryStream();
        GraphMlExport.Write(Graph, selection, stream);
        stream.Position = 0;
        return XDocument.Load(stream);
    }

    private static string Data(XElement element, string key) => element.Elements(Ns + "data").Single(data => data.Attribute("key")!.Value == key).Value;
}
