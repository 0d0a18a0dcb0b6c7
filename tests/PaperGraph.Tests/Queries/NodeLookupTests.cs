using PaperGraph.Graph;
using PaperGraph.Queries;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Queries;

public sealed class NodeLookupTests
{
    private static readonly KnowledgeGraph Graph = new GraphOfPapers()
        .Paper("Trimmer", text: "Trimmer removes filters of convolutions.", doi: "10.1000/182", arxiv: "2401.04088", sourceIds: ["conf/17"])
        .Paper("Trimmer v2", text: "A second look at filters.")
        .Paper("Lamp", title: "Lamp: light for routers")
        .Concept("Mixture of Experts", "Method", "MoE", "mixture-of-experts")
        .Concept("Trimmer")
        .Introduces("Trimmer", "Trimmer")
        .HasCode("Trimmer", "Ada/Trim")
        .Build();

    private readonly NodeLookup _lookup = new(Graph);

    [Theory]
    [InlineData("conf/17")]
    [InlineData("10.1000/182")]
    [InlineData("https://doi.org/10.1000/182")]
    [InlineData("2401.04088")]
    [InlineData("arXiv:2401.04088v3")]
    [InlineData("https://arxiv.org/abs/2401.04088")]
    [InlineData("trimmer")]
    [InlineData("TRIMMER – a paper of its own")]
    [InlineData("filters convolutions")]
    [InlineData("paper:Trimmer")]
    public void Paper_InAnyForm_IsFound(string text) => Assert.Equal(["Trimmer"], Names(_lookup.Paper(text)));

    [Fact]
    public void Paper_ById_IsFoundWithAndWithoutPrefix()
    {
        string id = GraphOfPapers.IdOf(GraphOfPapers.TitleOf("Trimmer v2"));

        Assert.Equal(["Trimmer v2"], Names(_lookup.Paper(id)));
        Assert.Equal(["Trimmer v2"], Names(_lookup.Paper(id["title:".Length..])));
    }

    [Fact]
    public void Paper_WordsOfSeveral_GivesAllCandidates() => Assert.Equal(2, _lookup.Paper("own paper").Nodes.Length);

    [Fact]
    public void Paper_UnknownWords_GivesNone() => Assert.Empty(_lookup.Paper("quantum gravity").Nodes);

    [Theory]
    [InlineData("mixture of experts")]
    [InlineData("Mixture-of-Experts")]
    [InlineData("MoE")]
    [InlineData("moe")]
    [InlineData("concept:MoE")]
    public void Concept_InAnySpelling_IsFound(string text) => Assert.Equal(["Mixture of Experts"], Names(_lookup.Concept(text)));

    [Theory]
    [InlineData("Ada/Trim")]
    [InlineData("ada/trim")]
    [InlineData("https://github.com/ada/trim.git")]
    [InlineData("github.com/Ada/Trim")]
    public void Repository_InAnyForm_IsFound(string text) => Assert.Equal(["Ada/Trim"], Names(_lookup.Repository(text)));

    [Fact]
    public void Node_NameOfPaperAndConcept_IsThePaperThatIntroducesIt()
    {
        Assert.Equal(NodeLabel.Paper, Graph.LabelOf(_lookup.Node("Trimmer").Nodes.Single()));
        Assert.Equal(NodeLabel.Concept, Graph.LabelOf(_lookup.Node("concept:Trimmer").Nodes.Single()));
    }

    [Fact]
    public void NearConcepts_OfAnUnknownName_HoldOneOfItsWords() =>
        Assert.Equal(["Mixture of Experts"], _lookup.NearConcepts("gaussian mixture", 5).Select(Graph.NameOf));

    private static IEnumerable<string> Names(NodeMatches matches) => matches.Nodes.Select(Graph.NameOf);
}
