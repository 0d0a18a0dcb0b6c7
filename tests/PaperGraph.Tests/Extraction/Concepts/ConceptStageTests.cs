using PaperGraph.Extraction;

namespace PaperGraph.Tests.Extraction.Concepts;

public class ConceptStageTests
{
    private const string Title = "Sparse retrieval for long documents";
    private const string Abstract = "We study sparse retrieval over long documents. A learned inverted index makes sparse retrieval as good as dense retrieval, and inverted indexes stay small.";

    [Fact]
    public void Extract_RepeatedPhraseOfTheTitle_ComesFirst() =>
        Assert.Contains(Extractor.Default.Extract(Title, Abstract).Concepts.Take(2), concept => concept.Name == "sparse retrieval");

    [Fact]
    public void Extract_EverySurface_StandsAtASpan()
    {
        foreach (ConceptMention concept in Extractor.Default.Extract(Title, Abstract).Concepts)
        {
            HashSet<string> written = [.. concept.Spans.Select(span => span.In(Abstract).ToString()), .. concept.TitleSpans.Select(span => span.In(Title).ToString())];
            Assert.Superset(concept.Surfaces.ToHashSet(), written);
            Assert.Contains(concept.Surface, written);
            Assert.InRange(concept.Score, 0, 1);
            Assert.Equal(concept.Spans.Order(), concept.Spans);
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("x", "")]
    [InlineData("", "((((((((")]
    public void Extract_NextToNothing_FindsNothing(string title, string text) => Assert.Empty(Extractor.Default.Extract(title, text).Concepts);
}
