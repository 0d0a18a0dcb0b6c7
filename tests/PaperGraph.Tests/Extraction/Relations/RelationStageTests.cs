using System.Collections.Immutable;
using PaperGraph.Extraction;
using PaperGraph.Extraction.Relations;
using PaperGraph.Papers;

namespace PaperGraph.Tests.Extraction.Relations;

public sealed class RelationStageTests
{
    [Theory]
    [InlineData("Experiments on ImageNet and CIFAR-10 show that it works.", "ImageNet CIFAR-10")]
    [InlineData("We evaluate it on the WoodQA, BarkBench and LeafSet-2 benchmarks.", "WoodQA BarkBench LeafSet-2")]
    [InlineData("Our results on three datasets, including WoodQA and COCO, are good.", "WoodQA COCO")]
    [InlineData("It achieves 71.3% on WikiText-103.", "WikiText-103")]
    [InlineData("We pretrain on ImageNet and achieve good results.", "")]
    [InlineData("We outperform OakNet and LLaMA-2 on GPUs.", "")]
    [InlineData("Experiments on LLaMA-2 and ResNet-50 show good results.", "")]
    [InlineData("It achieves a good speed on a Titan V GPU.", "")]
    public void Extract_Evaluation_NamesDatasets(string sentence, string datasets)
    {
        string text = "We propose TreeWalk. " + sentence;
        ExtractionDraft draft = Draft(text);

        Assert.Equal(datasets.Split(' ', StringSplitOptions.RemoveEmptyEntries), draft.Relations.Where(relation => relation.Type == RelationType.EvaluatedOn).Select(relation => relation.Tail));
        Assert.All(draft.Relations, relation => Assert.Equal(("TreeWalk", sentence), (relation.Head, relation.Span.In(text).ToString())));
    }

    [Theory]
    [InlineData("We propose TreeWalk, a tree search method for planning.", "tree search")]
    [InlineData("We propose TreeWalk, a novel tree search that plans.", "tree search")]
    [InlineData("We propose a tree search method called TreeWalk here.", "tree search")]
    [InlineData("TreeWalk is a variant of tree search with leaves.", "tree search")]
    [InlineData("We propose Tree Walking (TreeWalk), a tree search method for planning.", "tree search")]
    [InlineData("As a popular kind of tree search, TreeWalk plans fast.", "tree search")]
    [InlineData("We use TreeWalk (a variation on the theme of tree search) here.", "tree search")]
    [InlineData("We propose a tree search for forest planning called TreeWalk here.", "tree search")]
    [InlineData("We propose TreeWalk, a tree search (TS) dataset with leaves.", null)]
    [InlineData("As a tree search is slow, TreeWalk plans without one.", null)]
    [InlineData("TreeWalk beats tree search by far.", null)]
    public void Extract_Kind_IsBroader(string text, string? broader)
    {
        IEnumerable<string> found = Draft(text, "tree search", "forest planning").Relations.Where(relation => relation.Type == RelationType.Broader).Select(relation => $"{relation.Head} < {relation.Tail}");

        Assert.Equal(broader is null ? [] : [$"TreeWalk < {broader}"], found);
    }

    [Fact]
    public void Extract_NameThatEndsInAnother_IsNarrower()
    {
        ExtractionDraft draft = Draft("We use a sparse neural network and a neural network, and a pseudo neural network.", "sparse neural network", "neural network", "pseudo neural network");

        ConceptRelation relation = Assert.Single(draft.Relations);
        Assert.Equal(("sparse neural network", RelationType.Broader, "neural network"), (relation.Head, relation.Type, relation.Tail));
    }

    [Theory]
    [InlineData("Leaf Sampling for Forest Planning", "leaf sampling", true)]
    [InlineData("Forest Planning via Leaf Sampling", "leaf sampling", true)]
    [InlineData("Forest Planning: A Leaf Sampling Method", "leaf sampling", true)]
    [InlineData("Forest Planning for Leaf Sampling", "leaf sampling", false)]
    [InlineData("Forest Planning with a Study on the Leaf Sampling", "leaf sampling", false)]
    [InlineData("Robust Leaf Sampling for Forest Planning", "leaf sampling", false)]
    [InlineData("Leaf Sampling Transformation for Forest Planning", "leaf sampling", false)]
    public void Extract_NoIntroducedName_TitlesSubjectIsEvaluated(string title, string method, bool evaluated)
    {
        const string Text = "We plan by leaf sampling. Experiments on ImageNet show that it works.";
        int inTitle = title.IndexOf(method, StringComparison.OrdinalIgnoreCase), inText = Text.IndexOf(method, StringComparison.Ordinal);
        var draft = new ExtractionDraft(title, Text);
        draft.Concepts.Add(new ConceptMention(method, method, [method], ConceptKind.Method, 0.8, Main: true, [new TextSpan(inText, inText + method.Length)], [new TextSpan(inTitle, inTitle + method.Length)]));

        new RelationStage().Extract(draft);

        Assert.Equal(evaluated ? [(method, "ImageNet")] : [], draft.Relations.Select(relation => (relation.Head, relation.Tail)));
    }

    [Fact]
    public void Extract_OwnersThing_IsNotNarrower()
    {
        ExtractionDraft draft = Draft("We ask for Time's arrow and for an arrow; Ada's tree search is a tree search.", "Time's arrow", "arrow", "Ada's tree search", "tree search");

        ConceptRelation relation = Assert.Single(draft.Relations);
        Assert.Equal("Ada's tree search", relation.Head);
    }

    [Fact]
    public void Extract_HostileText_Ends()
    {
        foreach (string text in new[] { string.Concat(Enumerable.Repeat("results on A1, ", 30_000)), new string('A', 1_000_000), string.Concat(Enumerable.Repeat("TreeWalk, a ", 30_000)) })
        {
            Assert.NotNull(Draft(text).Relations);
        }
    }

    /// <summary>A paper that introduces TreeWalk, with these concepts where the text names them.</summary>
    private static ExtractionDraft Draft(string text, params string[] concepts)
    {
        var draft = new ExtractionDraft("Walking on trees", text);
        draft.Introduces.Add("TreeWalk");
        foreach (string name in concepts)
        {
            int at = text.IndexOf(" " + name, StringComparison.Ordinal) + 1;
            ImmutableArray<TextSpan> spans = [new TextSpan(at, at + name.Length)];
            draft.Concepts.Add(new ConceptMention(name, name, [name], ConceptKind.Method, 0.8, Main: false, spans, []));
        }

        new RelationStage().Extract(draft);
        return draft;
    }
}
