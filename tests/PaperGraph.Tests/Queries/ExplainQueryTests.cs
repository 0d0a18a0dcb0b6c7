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
        Assert.Contains("part of gating networks", Ask("Torch", "concept:gating").Notes.Single(), StringComparison.Ordinal);

    [Fact]
    public void Ask_ConceptThatTheTextLacks_SaysSo() =>
        Assert.Contains("none of its 1 spellings stands", Ask("Torch", "concept:attention").Notes.Single(), StringComparison.Ordinal);

    private static Explanation Ask(string first, string second)
    {
        var lookup = new NodeLookup(Graph);
        return ExplainQuery.Ask(Graph, lookup.Node(first).Nodes.Single(), lookup.Node(second).Nodes.Single());
    }
}
