using PaperGraph.Extraction;
using PaperGraph.Graph;
using PaperGraph.Papers;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Graph.Building;

public sealed class GraphBuilderTests
{
    [Fact]
    public void Build_OnePaperOnTwoPages_IsOneNodeListedTwice()
    {
        KnowledgeGraph graph = PaperOf.GraphOf(new PaperOf("Sparse Gates").In("a.txt", 3), new PaperOf("Sparse gates.").In("b.txt", 7));

        NodeId paper = Assert.Single(graph.NodesOf(NodeLabel.Paper));
        Assert.Equal([3, 7], Targets(graph, paper, EdgeType.ListedIn).Select(edge => graph.PropertiesOf(edge).Integer(PropertyKey.Position)));
    }

    [Fact]
    public void Build_OneTitleWithTwoDois_IsTwoPapers()
    {
        KnowledgeGraph graph = PaperOf.GraphOf(
            new PaperOf("Notes").In("a").With(record => record with { Doi = "10.1/a" }),
            new PaperOf("Notes").In("b").With(record => record with { Doi = "10.1/b" }),
            new PaperOf("Notes").In("c"));

        Assert.Equal(2, graph.CountOf(NodeLabel.Paper));
        Assert.DoesNotContain(PaperId.OfTitle("Notes").ToString(), graph.NodesOf(NodeLabel.Paper).Select(graph.KeyOf));
    }

    [Fact]
    public void Build_DoiOnOnePageAndArxivOnAnother_IsOnePaperWithBoth()
    {
        KnowledgeGraph graph = PaperOf.GraphOf(
            new PaperOf("Notes").In("a").With(record => record with { Doi = "10.1/a" }),
            new PaperOf("Notes").In("b").With(record => record with { Arxiv = "2401.00001" }));

        PropertySet paper = graph.PropertiesOf(Assert.Single(graph.NodesOf(NodeLabel.Paper)));
        Assert.Equal("10.1/a", paper.Text(PropertyKey.Doi));
        Assert.Equal("2401.00001", paper.Text(PropertyKey.Arxiv));
    }

    [Fact]
    public void Build_DateOnOnePageOnly_IsKept()
    {
        KnowledgeGraph graph = PaperOf.GraphOf(
            new PaperOf("Notes").In("a"),
            new PaperOf("Notes").In("b").With(record => record with { Date = new PaperDate(2024, 2, 5) }),
            new PaperOf("Notes").In("c").With(record => record with { Date = new PaperDate(2023) }));

        Assert.Equal("2024-02-05", graph.PropertiesOf(Assert.Single(graph.NodesOf(NodeLabel.Paper))).Text(PropertyKey.Date));
    }

    [Fact]
    public void Build_ShortFormDefinedInThePaper_IsItsLongForm()
    {
        KnowledgeGraph graph = PaperOf.GraphOf(new PaperOf("Notes").Names("spiking neural network").Names("SNN").Defines("SNN", "spiking neural network"));

        NodeId concept = Assert.Single(graph.NodesOf(NodeLabel.Concept));
        Assert.Equal("spiking neural network", graph.NameOf(concept));
        Assert.Contains("SNN", graph.PropertiesOf(concept).Texts(PropertyKey.Aliases));
    }

    [Fact]
    public void Build_ShortFormThatThreePapersDefine_IsResolvedInAFourth()
    {
        PaperOf[] papers = [.. Enumerable.Range(1, 3).Select(i => new PaperOf($"Paper {i}").In("p", i).Names("spiking neural network").Defines("SNN", "spiking neural network"))];

        KnowledgeGraph graph = PaperOf.GraphOf([.. papers, new PaperOf("Fourth").In("p", 4).Names("SNN")]);

        NodeId concept = Assert.Single(graph.NodesOf(NodeLabel.Concept));
        Assert.Equal(4, graph.PropertiesOf(concept).Integer(PropertyKey.PaperCount));
    }

    [Fact]
    public void Build_MisspeltLongForm_FollowsTheMajority()
    {
        PaperOf[] papers = [.. Enumerable.Range(1, 3).Select(i => new PaperOf($"Paper {i}").In("p", i).Names("routed expert machine").Defines("REM", "routed expert machine"))];

        KnowledgeGraph graph = PaperOf.GraphOf([.. papers, new PaperOf("Fourth").In("p", 4).Names("routed expert machne").Defines("REM", "routed expert machne")]);

        NodeId concept = Assert.Single(graph.NodesOf(NodeLabel.Concept));
        Assert.Equal("routed expert machine", graph.NameOf(concept));
        Assert.Contains("misspelling; 1 paper", graph.PropertiesOf(concept).Texts(PropertyKey.AliasReasons));
    }

    [Fact]
    public void Build_EstimatorAndEstimation_AreNoSlips()
    {
        PaperOf[] papers = [.. Enumerable.Range(1, 3).Select(i => new PaperOf($"Paper {i}").In("p", i).Names("route density estimation").Defines("RDE", "route density estimation"))];

        Assert.Equal(2, PaperOf.GraphOf([.. papers, new PaperOf("Fourth").In("p", 4).Names("route density estimator").Defines("RDE", "route density estimator")]).CountOf(NodeLabel.Concept));
    }

    [Fact]
    public void Build_NamesakesThatPapersDefine_HaveNamesToTellThemBy()
    {
        KnowledgeGraph graph = PaperOf.GraphOf(
            new PaperOf("One").In("p", 1).Names("QRN").Defines("QRN", "quiet route network"),
            new PaperOf("Two").In("p", 2).Names("QRN").Defines("QRN", "quick read note"),
            new PaperOf("Three").In("p", 3).Names("QRN"));

        Assert.Equal(["QRN", "QRN (quick read note)", "QRN (quiet route network)"], graph.NodesOf(NodeLabel.Concept).Select(graph.NameOf).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Build_NameOfAPerson_KeepsItsCapital()
    {
        KnowledgeGraph graph = PaperOf.GraphOf(
            new PaperOf("One").In("p", 1).Names("restricted Boltzmann machine"),
            new PaperOf("Two").In("p", 2).Names("Restricted Boltzmann Machine"),
            new PaperOf("Three").In("p", 3).Names("restricted Boltzmann machine"));

        Assert.Equal("restricted Boltzmann machine", graph.NameOf(Assert.Single(graph.NodesOf(NodeLabel.Concept))));
    }

    [Fact]
    public void Build_ShortFormWithTwoMeanings_StaysItself()
    {
        KnowledgeGraph graph = PaperOf.GraphOf(
            new PaperOf("One").In("p", 1).Names("spiking neural network").Defines("SNN", "spiking neural network"),
            new PaperOf("Two").In("p", 2).Names("spiking neural network").Defines("SNN", "spiking neural network"),
            new PaperOf("Three").In("p", 3).Names("self-normalizing network").Defines("SNN", "self-normalizing network"),
            new PaperOf("Four").In("p", 4).Names("SNN"));

        Assert.Equal(3, graph.CountOf(NodeLabel.Concept));
    }

    [Fact]
    public void Build_RepositoryPromisedHereAndReleasedThere_IsOneNodeWithTwoStatuses()
    {
        KnowledgeGraph graph = PaperOf.GraphOf(
            new PaperOf("First").In("p", 1).Links("Owner/Tool", status: ReleaseStatus.Promised),
            new PaperOf("Second").In("p", 2).Links("owner/tool"));

        NodeId repository = Assert.Single(graph.NodesOf(NodeLabel.Repository));
        Assert.Equal("github.com/owner/tool", graph.KeyOf(repository));
        Assert.Equal("Owner/Tool", graph.NameOf(repository));
        var statuses = new List<string?>();
        foreach (Edge edge in graph.InEdges(repository, EdgeType.HasCode))
        {
            statuses.Add(graph.PropertiesOf(edge).Text(PropertyKey.Status));
        }

        Assert.Equal(["promised", "released"], statuses.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Build_LibraryThatIsUsed_IsALinkAndNotThePapersCode()
    {
        KnowledgeGraph graph = PaperOf.GraphOf(new PaperOf("First").Links("owner/library", LinkRole.Mention));

        NodeId paper = Assert.Single(graph.NodesOf(NodeLabel.Paper));
        Assert.Empty(Targets(graph, paper, EdgeType.HasCode));
        Assert.Equal("mention", graph.PropertiesOf(Assert.Single(Targets(graph, paper, EdgeType.LinksTo))).Text(PropertyKey.Role));
        Assert.Equal("none", graph.PropertiesOf(paper).Text(PropertyKey.CodeStatus));
    }

    [Fact]
    public void Build_CodeGivenBesideTheText_IsToldApart()
    {
        KnowledgeGraph graph = PaperOf.GraphOf(new PaperOf("First").With(record => record with { Code = "https://github.com/owner/tool" }));

        NodeId paper = Assert.Single(graph.NodesOf(NodeLabel.Paper));
        PropertySet code = graph.PropertiesOf(Assert.Single(Targets(graph, paper, EdgeType.HasCode)));
        Assert.True(code.Boolean(PropertyKey.GivenBySource));
        Assert.Null(code.Text(PropertyKey.Evidence));
    }

    [Fact]
    public void Build_TermThatEndsInAnother_IsNarrower()
    {
        KnowledgeGraph graph = PaperOf.GraphOf(new PaperOf("First").Names("graph neural network").Names("neural network"));

        Assert.True(graph.TryFind(NodeLabel.Concept, "graph neural network", out NodeId narrower));
        Edge edge = Assert.Single(Targets(graph, narrower, EdgeType.Broader));
        Assert.Equal("neural network", graph.KeyOf(edge.Target));
    }

    [Fact]
    public void Build_PairInTwoPapers_CoOccursOnce()
    {
        KnowledgeGraph graph = PaperOf.GraphOf(
            new PaperOf("First").In("p", 1).Names("routing").Names("sparse gate"),
            new PaperOf("Second").In("p", 2).Names("sparse gate").Names("routing").Names("pruning"));

        Edge edge = Assert.Single(graph.Edges, edge => edge.Type == EdgeType.CoOccursWith);
        Assert.Equal(2, graph.PropertiesOf(edge).Integer(PropertyKey.Papers));
        Assert.True(edge.Source < edge.Target);
    }

    [Fact]
    public void Build_EvaluatedDataset_IsAConceptEvenWhereNothingElseNamesIt()
    {
        KnowledgeGraph graph = PaperOf.GraphOf(new PaperOf("First").Introduces("SparseNet").Says("SparseNet", RelationType.EvaluatedOn, "ImageNet"));

        NodeId paper = Assert.Single(graph.NodesOf(NodeLabel.Paper));
        Edge edge = Assert.Single(Targets(graph, paper, EdgeType.EvaluatedOn));
        Assert.Equal("ImageNet", graph.NameOf(edge.Target));
        Assert.Equal("SparseNet", graph.NameOf(Assert.Single(Targets(graph, paper, EdgeType.Introduces)).Target));
        Assert.Equal("SparseNet", graph.NameOf(paper));
    }

    [Fact]
    public void Build_AnyOrderOfPapersAndSources_GivesTheSameGraph()
    {
        PaperOf[] papers =
        [
            new PaperOf("Alpha").In("a", 1).Names("Mixture-of-Experts").Names("SNN").Links("Owner/tool"),
            new PaperOf("alpha!").In("b", 1).Names("routing").Text("and more words here"),
            new PaperOf("Beta").In("b", 2).Names("mixture of experts").Names("routing").Links("owner/Tool"),
            new PaperOf("Gamma").In("c", 1).Names("mixtures of experts").Names("routing").Defines("SNN", "spiking neural network"),
        ];
        string expected = GraphText.Of(PaperOf.GraphOf(papers));

        for (int seed = 1; seed <= 20; seed++)
        {
            PaperOf[] shuffled = [.. papers];
            new Random(seed).Shuffle(shuffled);
            Assert.True(expected == GraphText.Of(PaperOf.GraphOf(shuffled)), $"seed {seed}");
        }
    }

    private static List<Edge> Targets(KnowledgeGraph graph, NodeId node, EdgeType type) => [.. graph.Edges.Where(edge => edge.Source == node && edge.Type == type)];
}
