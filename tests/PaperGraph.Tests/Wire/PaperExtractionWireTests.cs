using System.Buffers;
using System.Text;
using PaperGraph.Extraction;
using PaperGraph.Wire;

namespace PaperGraph.Tests.Wire;

public sealed class PaperExtractionWireTests
{
    private static readonly PaperExtraction Extraction = new()
    {
        Concepts =
        [
            new("graph neural network", "Graph Neural Networks", ["Graph Neural Networks", "GNNs"], ConceptKind.Method, 0.912345, true, [new(18, 39), new(50, 54)], []),
            new("node", "nodes", ["nodes"], ConceptKind.Other, 1, false, [], [new(0, 5)]),
        ],
        Acronyms = [new("GNN", "Graph Neural Network")],
        Introduces = ["NodeStorm"],
        Relations = [new("NodeStorm", RelationType.EvaluatedOn, "Reddit", new(0, 80)), new("NodeStorm", RelationType.Broader, "graph neural network", new(3, 9))],
        Links =
        [
            new("https://github.com/owner/name.", "https://github.com/owner/name", "github", "owner/name", LinkRole.Official, ReleaseStatus.Released, null, new(900, 930)),
            new("example.org/x", "https://example.org/x", "example.org", null, LinkRole.ProjectPage, ReleaseStatus.Promised, "docs", new(1, 2)),
        ],
        Claims = [new(ReleasedThing.Code, ReleaseStatus.Promised, new(860, 930))],
    };

    private const string Line = """
        {"id":"7","title":"A Title","concepts":[{"name":"graph neural network","surface":"Graph Neural Networks","surfaces":["Graph Neural Networks","GNNs"],"kind":"Method","score":0.9123,"main":true,"spans":[[18,39],[50,54]],"titleSpans":[]},{"name":"node","surface":"nodes","surfaces":["nodes"],"kind":"Other","score":1,"main":false,"spans":[],"titleSpans":[[0,5]]}],"acronyms":[{"short":"GNN","long":"Graph Neural Network"}],"introduces":["NodeStorm"],"relations":[{"head":"NodeStorm","type":"EVALUATED_ON","tail":"Reddit","span":[0,80]},{"head":"NodeStorm","type":"BROADER","tail":"graph neural network","span":[3,9]}],"links":[{"raw":"https://github.com/owner/name.","url":"https://github.com/owner/name","host":"github","repository":"owner/name","role":"official","status":"released","folder":null,"span":[900,930]},{"raw":"example.org/x","url":"https://example.org/x","host":"example.org","repository":null,"role":"project-page","status":"promised","folder":"docs","span":[1,2]}],"claims":[{"what":"code","status":"promised","span":[860,930]}]}
        """;

    [Fact]
    public void Write_Extraction_IsTheDocumentedLine() => Assert.Equal(Line, Write("7", "A Title", Extraction));

    [Fact]
    public void Write_WithoutId_LeavesItOut() =>
        Assert.Equal("""{"title":"T","concepts":[],"acronyms":[],"introduces":[],"relations":[],"links":[],"claims":[]}""", Write(null, "T", new PaperExtraction()));

    [Fact]
    public void TryRead_WhatWasWritten_IsTheSameExtraction()
    {
        Assert.True(PaperExtractionReader.TryRead(Encoding.UTF8.GetBytes(Line), out ExtractionLine? line, out string? message), message);
        Assert.Equal(("7", "A Title"), (line.Id, line.Title));
        Assert.Equal(Line, Write(line.Id, line.Title, line.Extraction));
        Assert.Equal(Extraction.Links.AsEnumerable(), line.Extraction.Links);
        Assert.Equal(Extraction.Relations.AsEnumerable(), line.Extraction.Relations);
        Assert.Equal(Extraction.Claims.AsEnumerable(), line.Extraction.Claims);
    }

    [Fact]
    public void TryRead_OtherOrderAndMoreFields_IsReadAll()
    {
        Assert.True(PaperExtractionReader.TryRead("""{"extra": {"a": [1]}, "links": [], "introduces": ["X"], "title": "T"}"""u8, out ExtractionLine? line, out string? message), message);
        Assert.Equal((null, "T", "X"), (line.Id, line.Title, line.Extraction.Introduces.Single()));
    }

    [Theory]
    [InlineData("""{"claims": [{"what": "coffee"}]}""")]
    [InlineData("""{"concepts": {"name": "x"}}""")]
    [InlineData("""{"concepts": ["x"]}""")]
    [InlineData("""{"concepts": [{"spans": [[3, 1]]}]}""")]
    [InlineData("""{"concepts": [{"score": "high"}]}""")]
    [InlineData("""{"title": "T"} {}""")]
    [InlineData("""{"title": "T" """)]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("")]
    public void TryRead_AnotherShape_SaysWhatIsWrong(string json)
    {
        Assert.False(PaperExtractionReader.TryRead(Encoding.UTF8.GetBytes(json), out _, out string? message));
        Assert.NotEqual("", message);
    }

    private static string Write(string? id, string title, PaperExtraction extraction)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new JsonLineWriter(output))
        {
            PaperExtractionWriter.Write(writer.Json, id, title, extraction);
            writer.EndLine();
        }

        return Encoding.UTF8.GetString(output.WrittenSpan).TrimEnd('\n');
    }
}
