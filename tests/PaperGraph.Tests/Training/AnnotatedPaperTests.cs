using PaperGraph.Extraction.Tagging;
using PaperGraph.Training;

namespace PaperGraph.Tests.Training;

public sealed class AnnotatedPaperTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("papergraph-annotated-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Annotations => Path.Combine(_folder, "annotations.jsonl");

    private string Pages => Directory.CreateDirectory(Path.Combine(_folder, "pages")).FullName;

    [Fact]
    public void ReadAll_PageHasThePaper_TakesItsText()
    {
        WritePage("Sparse Trees for Retrieval", "A sparse tree (ST) finds what a dense index loses.");
        File.WriteAllText(Annotations, """{"title": "Sparse trees for retrieval", "keyphrases": ["sparse tree", "speed"], "main": ["sparse tree"], "optional": ["speed"], "acronyms": [{"short": "ST", "long": "sparse tree"}]}""");

        AnnotatedPaper paper = Assert.Single(AnnotatedPaper.ReadAll(Annotations, Pages));

        Assert.Equal("A sparse tree (ST) finds what a dense index loses.", paper.Paper.Abstract);
        Assert.True(paper.Main.SetEquals([TaggedText.HashOf("sparse trees"), TaggedText.HashOf("ST")]));
        Assert.True(paper.Chosen.SetEquals(paper.Main));
        Assert.True(paper.Undecided.SetEquals([TaggedText.HashOf("speed")]));
    }

    [Fact]
    public void ReadAll_NoPageHasThePaper_NamesThePaperAndTheOption()
    {
        WritePage("Dense Trees", "Another paper.");
        File.WriteAllText(Annotations, """{"title": "Sparse Trees", "keyphrases": ["sparse tree"]}""");

        InvalidDataException thrown = Assert.Throws<InvalidDataException>(() => AnnotatedPaper.ReadAll(Annotations, Pages));

        Assert.Contains("Sparse Trees", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("--pages", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadAll_NoAnnotations_IsEmpty() => Assert.Empty(AnnotatedPaper.ReadAll(Annotations, Pages));

    private void WritePage(string title, string text) =>
        File.WriteAllText(Path.Combine(Pages, "page.jsonl"), System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string> { ["title"] = title, ["abstract"] = text }) + "\n");
}
