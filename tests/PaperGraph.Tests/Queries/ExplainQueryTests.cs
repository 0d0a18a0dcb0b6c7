using PaperGraph.Extraction;
using PaperGraph.Extraction.Concepts;
using PaperGraph.Graph;
using PaperGraph.Queries;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Queries;

public sealed class ExplainQueryTests
{
    private const string Text = "Lamp lights routers. It uses sparse routing, e.g. for words, and nothing else. The code is there.";

    private static readonly KnowledgeGraph Graph = new GraphOfPapers()
        .Paper("Lamp", text: Text).Paper("Torch", text: "Torch has no routers at all but plain gating networks.")
        .NamesAt("Lamp", "sparse routing", (29, 43)).Names("Torch", "gating networks")
        .Concept("gating").Concept("attention").Names("Torch", "lamp light").Names("Lamp", "lamp light")
        .HasCode("Lamp", "o/lamp", evidence: "The code is there.")
        .Build();

    [Fact]
    public void Ask_PaperAndItsConcept_ShowsTheSentenceAndThePlace()
    {
        EdgeExplanation edge = Ask("Lamp", "sparse routing").Edges.Single();

        EvidenceSentence sentence = Assert.Single(edge.Evidence);
        Assert.Equal("It uses sparse routing, e.g. for words, and nothing else.", sentence.Text);
        Assert.Equal("sparse routing", sentence.Mentions.Single().In(Text).ToString());
        Assert.Equal("MENTIONS", edge.Type);
    }

    [Fact]
    public void Ask_PaperAndItsCode_ShowsWhereTheEvidenceStands()
    {
        EvidenceSentence sentence = Ask("Lamp", "o/lamp").Edges.Single().Evidence.Single();

        Assert.Equal("The code is there.", Text[sentence.Start..sentence.End]);
    }

    [Fact]
    public void Ask_NodesWithoutAnEdge_ExplainsThePath()
    {
        Explanation explanation = Ask("Lamp", "Torch");

        Assert.False(explanation.IsDirect);
        Assert.Equal(["lamp light", "lamp light"], explanation.Edges.Select(edge => edge.Target));
    }

    [Fact]
    public void Ask_ConceptInsideAWiderOne_SaysWhichWasKept() =>
        Assert.Contains("gating networks, which holds them, was kept", Ask("Torch", "concept:gating").Notes.Single(), StringComparison.Ordinal);

    [Fact]
    public void Ask_ConceptThatTheTextLacks_SaysSo() =>
        Assert.Contains("\"attention\" stands neither in the title nor in the abstract", Ask("Torch", "concept:attention").Notes.Single(), StringComparison.Ordinal);

    [Theory]
    [InlineData("zebra", "stands neither in the title nor in the abstract")]
    [InlineData("is kept", "no noun phrase")]
    [InlineData("sparse routers", "stand for sparse router")]
    [InlineData("thing", "were a candidate and were not kept: chance that an expert would choose it")]
    public void WhyNot_Phrase_IsJudgedByWhatExtractionMadeOfIt(string phrase, string expected)
    {
        const string Text = "Sparse routers send each token to one expert. A thing of that sort is kept. Sparse routers learn quickly.";
        var graph = new GraphOfPapers().Paper("Routes", text: Text).Concept("sparse router", "Method", "Sparse routers").NamesAt("Routes", "sparse router", (0, 14)).Build();

        Explanation explanation = ExplainQuery.WhyNot(graph, new NodeLookup(graph).Node("Routes").Nodes.Single(), phrase);

        Assert.Contains(expected, explanation.Notes.Single(), StringComparison.Ordinal);
        Assert.Empty(explanation.Edges);
    }

    [Theory]
    [InlineData("sparse routing networks", PhraseFate.Listed)]
    [InlineData("SRN", PhraseFate.OtherSpelling)]
    [InlineData("for language", PhraseFate.NoCandidate)]
    [InlineData("graph", PhraseFate.NotInText)]
    [InlineData("", PhraseFate.NotInText)]
    public void Verdict_OfAPhrase_IsWhatExtractionDid(string phrase, PhraseFate fate)
    {
        const string Abstract = "We propose sparse routing networks (SRN) for language models. The SRN routes tokens.";

        PhraseVerdict verdict = PhraseVerdict.Of("", Abstract, phrase);

        Assert.Equal(fate, verdict.Fate);
        Assert.Equal(fate >= PhraseFate.OtherSpelling, verdict.Name is not null);
        Assert.Equal(Extractor.Default.Extract("", Abstract).Concepts.Any(concept => concept.Surfaces.Contains(phrase)), fate >= PhraseFate.OtherSpelling);
    }

    private static Explanation Ask(string first, string second)
    {
        var lookup = new NodeLookup(Graph);
        return ExplainQuery.Ask(Graph, lookup.Node(first).Nodes.Single(), lookup.Node(second).Nodes.Single());
    }
}
