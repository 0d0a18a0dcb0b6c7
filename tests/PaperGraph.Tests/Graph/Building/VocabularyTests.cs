using System.Collections.Immutable;
using PaperGraph.Concepts;
using PaperGraph.Extraction;
using PaperGraph.Graph;
using PaperGraph.Graph.Building;
using PaperGraph.Papers;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Graph.Building;

public sealed class VocabularyTests
{
    [Fact]
    public void Same_TwoConcepts_AreOneUnderTheFirstName()
    {
        (KnowledgeGraph graph, VocabularyEffect effect) = Build("same reasoning trace = thinking trace", new PaperOf("One").In("p", 1).Names("reasoning trace"), new PaperOf("Two").In("p", 2).Names("thinking trace"));

        NodeId concept = Assert.Single(graph.NodesOf(NodeLabel.Concept));
        Assert.Equal("reasoning trace", graph.NameOf(concept));
        Assert.Equal(2, graph.PropertiesOf(concept).Integer(PropertyKey.PaperCount));
        Assert.Equal(["spelling; 1 paper", "your vocabulary; 1 paper"], graph.PropertiesOf(concept).Texts(PropertyKey.AliasReasons).ToArray());
        Assert.Equal((1, 1), (effect.Papers, effect.Spellings));
        Assert.Empty(effect.Missing);
    }

    [Fact]
    public void Same_ShortFormThatAPaperDefinesOtherwise_StaysWhatThePaperSays()
    {
        (KnowledgeGraph graph, _) = Build(
            "same contrastive learning = CL",
            new PaperOf("One").In("p", 1).Names("continual learning").Names("CL").Defines("CL", "continual learning"),
            new PaperOf("Two").In("p", 2).Names("CL"));

        Assert.Equal(["continual learning", "contrastive learning"], Names(graph));
    }

    [Fact]
    public void Same_ComesBeforeWhatTheCollectionDecides()
    {
        PaperOf[] papers = [.. Enumerable.Range(1, 4).Select(i => new PaperOf($"Paper {i}").In("p", i).Names("spiking neural network").Defines("SNN", "spiking neural network"))];

        (KnowledgeGraph graph, _) = Build("same Siamese network = SNN", [.. papers, new PaperOf("Last").In("p", 9).Names("SNN").Names("Siamese network")]);

        Assert.Equal(["siamese network", "spiking neural network"], Names(graph));
    }

    [Fact]
    public void Apart_ShortFormThatPapersDefine_IsAConceptOfItsOwnWithItsOwnPlaces()
    {
        var mention = new ConceptMention("spiking neural network", "spiking neural networks", ["spiking neural networks", "SNNs"], ConceptKind.Method, 0.7, true, [new(0, 23), new(24, 28)], []);
        SourcedPaper paper = new(
            new PaperRecord { Source = "p", Position = 1, Title = "T", Abstract = "spiking neural networks SNNs" },
            new PaperExtraction { Concepts = [mention], Acronyms = [new Acronym("SNN", "spiking neural network")] });

        KnowledgeGraph graph = GraphBuilder.Build([new GraphSource("p", "page")], [paper], VocabularyFile.Parse("apart SNN | spiking neural network").Vocabulary, out ImmutableArray<VocabularyEffect> effects);

        Assert.Equal(["SNN", "spiking neural network"], Names(graph));
        Assert.Equal([(24L, 28L), (0L, 23L)], graph.NodesOf(NodeLabel.Concept).Select(concept => graph.PropertiesOf(graph.InEdges(concept, EdgeType.Mentions)[0]))
            .Select(edge => (edge.Integers(PropertyKey.Starts)[0] + 0L, edge.Integers(PropertyKey.Ends)[0] + 0L)));
        Assert.Equal(1, Assert.Single(effects).Papers);
    }

    [Fact]
    public void Apart_SpellingsOfOneKey_AreTwoConceptsAndOthersStay()
    {
        (KnowledgeGraph graph, _) = Build("apart deep network | deep neural network", new PaperOf("One").In("p", 1).Names("deep networks"), new PaperOf("Two").In("p", 2).Names("deep neural network").Names("deep nets"));

        Assert.Equal(["deep networks", "deep neural network"], Names(graph));
    }

    [Fact]
    public void Name_OfAConcept_IsWhatItsNodeIsCalled()
    {
        (KnowledgeGraph graph, VocabularyEffect effect) = Build("name MIXTURES of experts = Mixture of Experts (MoE)", new PaperOf("One").Names("mixture of experts"));

        Assert.Equal(["Mixture of Experts (MoE)"], Names(graph));
        Assert.Equal(1, effect.Papers);
    }

    [Fact]
    public void Drop_AConcept_LeavesNoNodeEvenWhereItIsIntroducedOrADataset()
    {
        (KnowledgeGraph graph, VocabularyEffect effect) = Build(
            "drop RouteSet",
            new PaperOf("One").In("p", 1).Names("RouteSet").Introduces("RouteSet").Names("router"),
            new PaperOf("Two").In("p", 2).Names("router").Says("router", RelationType.EvaluatedOn, "RouteSet").Says("RouteSet", RelationType.Broader, "router"));

        Assert.Equal(["router"], Names(graph));
        Assert.Equal(1, effect.Papers);
    }

    [Fact]
    public void AnyLine_OfUnknownConcepts_SaysWhichAndChangesNothing()
    {
        PaperOf[] papers = [new PaperOf("One").Names("router")];

        foreach (string line in new[] { "same router = gateway", "apart gateway | router", "name gateway = G", "drop gateway" })
        {
            (KnowledgeGraph graph, VocabularyEffect effect) = Build(line, papers);

            Assert.Equal(PaperOf.GraphOf(papers).Digest, graph.Digest);
            Assert.Equal(0, effect.Papers);
            Assert.Equal("gateway", Assert.Single(effect.Missing));
        }
    }

    private static (KnowledgeGraph Graph, VocabularyEffect Effect) Build(string line, params PaperOf[] papers)
    {
        VocabularyFile file = VocabularyFile.Parse(line);
        Assert.Empty(file.Problems);
        ImmutableArray<SourcedPaper> built = [.. papers.Select(paper => paper.Build())];
        KnowledgeGraph graph = GraphBuilder.Build(built.Select(paper => paper.Record.Source).Distinct().Select(name => new GraphSource(name, "page")), built, file.Vocabulary, out ImmutableArray<VocabularyEffect> effects);
        return (graph, Assert.Single(effects));
    }

    private static string[] Names(KnowledgeGraph graph) => [.. graph.NodesOf(NodeLabel.Concept).Select(graph.NameOf).Order(StringComparer.Ordinal)];
}
