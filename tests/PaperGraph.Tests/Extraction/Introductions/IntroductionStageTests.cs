using PaperGraph.Extraction;
using PaperGraph.Extraction.Acronyms;
using PaperGraph.Extraction.Introductions;
using PaperGraph.Papers;

namespace PaperGraph.Tests.Extraction.Introductions;

public sealed class IntroductionStageTests
{
    [Theory]
    [InlineData("SwiftRoute: Fast Routing of Tokens", "Routing is slow.", "SwiftRoute")]
    [InlineData("Meadow-3D: Grass at Scale", "Grass is hard to draw.", "Meadow-3D")]
    [InlineData("POEM'24: A Challenge of Rhymes", "Rhymes are hard.", "POEM'24")]
    [InlineData("Bramble: Weaving Plans", "We introduce Bramble, which weaves plans.", "Bramble")]
    [InlineData("Planning with Trees", "We propose TreeWalk, a planner for forests.", "TreeWalk")]
    [InlineData("Planning with Trees", "In this work we present a new planner called Acorn that grows.", "Acorn")]
    [InlineData("Planning with Trees", "This paper introduces a method, dubbed LeafNet, to prune.", "LeafNet")]
    [InlineData("Planning with Trees", "We propose a recursive oak search (ROS2) for planning.", "ROS2")]
    [InlineData("Planning with Trees", "We introduce filters with tunable branches (FTB) for planning.", "FTB")]
    [InlineData("Planning with Trees", "A loss is defined. We call it Root Loss and minimise it.", "Root Loss")]
    [InlineData("Planning with Trees", "We release ForestQA, a dataset of questions on trees.", "ForestQA")]
    [InlineData("Planning with Trees", "Our final model, ElmFormer, is small.", "ElmFormer")]
    [InlineData("Planning with Trees", "We propose a family of planners termed hedge walkers, which are small.", "hedge walkers")]
    [InlineData("Planning with Trees", "We describe ELM-TREES, a planner.", "ELM-TREES")]
    [InlineData("Planning with Trees", "We propose Leaf-Walk, a planner for forests.", "Leaf-Walk")]
    [InlineData("Planning with Trees", "We proposed TreeWalk, which plans.", "TreeWalk")]
    [InlineData("Planning with Trees", "Our method, Leaf-Walk, plans well.", "Leaf-Walk")]
    [InlineData("Planning with Trees", "Our planner is small. Our model (TreeWalk) wins.", "TreeWalk")]
    [InlineData("Planning with Trees", "The resulting approach, TreeWalk, can plan.", "TreeWalk")]
    [InlineData("Planning with Trees", "We therefore refer to the method as TreeWalk.", "TreeWalk")]
    [InlineData("Planning with Trees", "We propose a planner entitled OakPlan with memory.", "OakPlan")]
    [InlineData("Planning with Trees", "Trees hide much.We propose a procedure, OAKS, for planning.", "OAKS")]
    [InlineData("Planning with Trees", "We propose a planner for trees called the branch-wise oak planner (BoakP).", "BoakP")]
    [InlineData("Planning with Trees", "We propose a novel bottom-up planning architecture (RootNet) that plans.", "RootNet")]
    [InlineData("Planning with Trees", "We propose the OAKP model, which plans.", "OAKP")]
    [InlineData("Planning with Trees", "We propose a loss and then build a new dataset TreeTalk and a planner.", "TreeTalk")]
    [InlineData("Planning with Trees", "We introduce a branch-wise planner, LeafNet, which is small.", "LeafNet")]
    [InlineData("Planning with Trees", "LEAFY is a novel planner for forests.", "LEAFY")]
    [InlineData("Planning with Trees", "We introduce tree-selective planning (TSP) for forests.", "TSP")]
    public void Extract_OwnName_IsIntroduced(string title, string text, string name) => Assert.Equal([name], Introduced(title, text).Introduces.ToArray());

    [Theory]
    [InlineData("Branching Networks: A Survey", "We present BranchNet and others.")]
    [InlineData("A Survey of Branching Networks", "We introduce TreeNet and others.")]
    [InlineData("Branching: Is It Needed?", "It is often thought so.")]
    [InlineData("Planning with Trees", "We compare with OakNet, and AshNet beats BeechNet.")]
    [InlineData("Planning with Trees", "We propose a method for deep neural networks (DNNs).")]
    [InlineData("Planning with Trees", "We present results on ImageNet and a GAN-based loss.")]
    [InlineData("Planning with Trees", "The effect is called overfitting by most people.")]
    [InlineData("Planning with Trees", "The so-called ElmNet problem is old.")]
    [InlineData("Long: Titles with Plain Words", "Nothing is new here.")]
    [InlineData("LSTMs: What They Keep", "They keep a state.")]
    [InlineData("Planning with Trees", "We propose Matching Branches and Leaves in Forests.")]
    [InlineData("Planning with Trees", "We improve parts of a tree question answering (TQA) system and propose various components of a tree question answering (TQA) system.")]
    [InlineData("Planning with Trees", "The proposed measure, denoted the Squared root of a sum, is small.")]
    [InlineData("Planning with Trees", "Our proposed planner reaches a leaf count improvement (LCI3) of two.")]
    [InlineData("Planning with Trees", "We test on two sets of questions, namely OakQA and ElmQA.")]
    [InlineData("Planning with Trees", "We introduce a faster solver of the travelling salesman problem (TSP).")]
    public void Extract_NothingOfItsOwn_IsEmpty(string title, string text) => Assert.Empty(Introduced(title, text).Introduces);

    [Fact]
    public void Extract_NameThatIsNoConceptYet_BecomesOneWithAllPlaces()
    {
        PaperExtraction found = Introduced("TreeBank9: Trees for All", "We collect TreeBank9, a dataset of trees. TreeBank9 is large.");

        ConceptMention mention = Assert.Single(found.Concepts);
        Assert.Equal(("TreeBank9", ConceptKind.Dataset, true, 2, 1), (mention.Name, mention.Kind, mention.Main, mention.Spans.Length, mention.TitleSpans.Length));
    }

    [Theory]
    [InlineData("We propose Leaf Tracking, a planner.", ConceptKind.Task, ConceptKind.Method)]
    [InlineData("We introduce the task of Leaf Tracking, which is hard.", ConceptKind.Task, ConceptKind.Task)]
    [InlineData("We release Leaf Tracking, a dataset of leaves.", ConceptKind.Method, ConceptKind.Dataset)]
    [InlineData("We propose Leaf Tracking, a planner.", ConceptKind.Metric, ConceptKind.Metric)]
    public void Extract_NameThatIsAConceptAlready_IsMainAndOfTheKindThatIsSaid(string text, ConceptKind tagged, ConceptKind expected)
    {
        int at = text.IndexOf("Leaf", StringComparison.Ordinal);
        var draft = new ExtractionDraft("Planning with Trees", text);
        draft.Concepts.Add(new ConceptMention("leaf tracking", "Leaf Tracking", ["Leaf Tracking"], tagged, 0.4, Main: false, [new TextSpan(at, at + 13)], []));

        new IntroductionStage().Extract(draft);

        ConceptMention mention = Assert.Single(draft.Concepts);
        Assert.Equal((expected, true), (mention.Kind, mention.Main));
    }

    [Fact]
    public void Extract_HostileText_Ends()
    {
        foreach (string text in new[] { string.Concat(Enumerable.Repeat("we propose ", 50_000)), string.Concat(Enumerable.Repeat("called A1 (", 50_000)), new string('A', 1_000_000), "We propose " + string.Concat(Enumerable.Repeat("Aa ", 100_000)), string.Concat(Enumerable.Repeat("novel X (", 50_000)) })
        {
            Assert.InRange(Introduced(text, text).Introduces.Length, 0, 10);
        }
    }

    private static PaperExtraction Introduced(string title, string text)
    {
        var draft = new ExtractionDraft(title, text);
        new AcronymStage().Extract(draft);
        new IntroductionStage().Extract(draft);
        return draft.ToExtraction();
    }
}
