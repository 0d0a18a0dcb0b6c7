using System.Globalization;
using PaperGraph.Extraction;

namespace PaperGraph.Tests.Extraction.Concepts;

public class ConceptStageTests
{
    private const string Title = "Sparse retrieval for long documents";
    private const string Abstract = "We study sparse retrieval over long documents. A learned inverted index makes sparse retrieval as good as dense retrieval, and inverted indexes stay small. On ImageNet, DistilBERT models are best.";

    [Fact]
    public void Extract_RepeatedPhraseOfTheTitle_ComesFirst() => Assert.Equal("sparse retrieval", Extractor.Default.Extract(Title, Abstract).Concepts[0].Name);

    [Fact]
    public void Extract_PluralAndHyphen_AreOneConcept()
    {
        ConceptMention index = Assert.Single(Extractor.Default.Extract(Title, Abstract).Concepts, concept => concept.Name.EndsWith("inverted index", StringComparison.Ordinal) && concept.Spans.Length > 1);
        Assert.Contains("inverted indexes", index.Surfaces);
    }

    [Theory]
    [InlineData("What now? A graph of things.", "")]
    [InlineData("Is it? a 2 graph! iPhone of things", "We study it. Short.")]
    public void Extract_TitleOfTwoSentences_IsReadInItself(string title, string text) => Assert.NotNull(Extractor.Default.Extract(title, text));

    [Theory]
    [InlineData("We propose a novel inverted index for retrieval. The inverted index is good.", "inverted index", "novel inverted index")]
    [InlineData("A limited memory budget hurts, as the memory budget decides. Memory budgets differ.", "memory budget", "limited memory budget")]
    [InlineData("Large language models are trained on text. Each large language model is large.", "large language model", "large")]
    public void Extract_Praise_IsNoPartOfAName(string text, string there, string absent)
    {
        string[] names = [.. Extractor.Default.Extract("", text).Concepts.Select(concept => concept.Name)];

        Assert.Contains(there, names);
        Assert.DoesNotContain(absent, names);
    }

    [Theory]
    [InlineData("We train the Kolmogorov-Arnold network on images. Kolmogorov-Arnold networks are new.", "Kolmogorov-Arnold network")]
    [InlineData("We compare Mixtral with the Hopfield network. The Hopfield network wins over Mixtral.", "Hopfield network")]
    [InlineData("The Graph-Based Retrieval of documents is studied. Graph-based retrieval is fast.", "graph-based retrieval")]
    public void Extract_NamesOfPeopleAndSystems_KeepTheirCapitals(string text, string name) =>
        Assert.Contains(name, Extractor.Default.Extract("", text).Concepts.Select(concept => concept.Name));

    [Theory]
    [InlineData("", "")]
    [InlineData("", "((((((((")]
    [InlineData("", "$O(n)$ \\cite{x} 12 %")]
    public void Extract_NextToNothing_FindsNothing(string title, string text) => Assert.Empty(Extractor.Default.Extract(title, text).Concepts);

    [Theory]
    [InlineData("We train a mixture of experts (MoE) with little memory. The MoE is fast.", "mixture of experts", "MoE")]
    [InlineData("We measure quality of service (QoS) in networks, and QoS suffers.", "quality of service", "QoS")]
    public void Extract_LongFormOverAPreposition_NamesItsShortForm(string text, string name, string shortForm)
    {
        ConceptMention concept = Assert.Single(Extractor.Default.Extract("", text).Concepts, concept => concept.Surfaces.Contains(shortForm));

        Assert.Equal(name, concept.Name);
    }

    [Theory]
    [InlineData("We train on synthetic and real data. The synthetic and real data differ.")]
    [InlineData("The forward and backward passes overlap. Forward and backward passes cost memory.")]
    public void Extract_TwoThingsWithOneHead_AreNoConcept(string text) =>
        Assert.DoesNotContain(Extractor.Default.Extract("Passes over data", text).Concepts, concept => concept.Name.Contains(" and ", StringComparison.Ordinal));

    /// <summary>A paper of plain words has a subject too.</summary>
    [Fact]
    public void Extract_TitleOfPlainWords_ListsUpToTenOfItsPhrases()
    {
        const string text = "Pipes age, and old pipes leak. Water towns repair them by hand. A simple list of streets tells where the next leak will be, from rain records and street age.";

        ConceptMention[] found = [.. Extractor.Default.Extract("Leaks of water pipes in old towns", text).Concepts];

        Assert.InRange(found.Length, 6, 12);
        Assert.Contains("water pipe", found.Select(concept => concept.Name));
    }

    /// <summary>Seen in papers of the corpus: <c>robotic hand employing strings transmission</c>, <c>external devices breach browser sandboxes</c>.</summary>
    [Theory]
    [InlineData("A gripper employing tendon drives", "The gripper employing tendon drives is light. We compare a gripper employing tendon drives with others.", "employing", "tendon drive")]
    [InlineData("Image Retrieval Using Binary Codes", "We retrieve images. Binary codes make image retrieval fast.", "using", "binary code")]
    [InlineData("Graph Kernels Predict Protein Folds", "We study graph kernels. Their values tell protein folds.", "predict", "graph kernel")]
    [InlineData("Graph kernels", "A graph kernel converts protein folds into vectors. Each graph kernel converts protein folds again.", "converts", "graph kernel")]
    [InlineData("Routing over meshes", "Mesh networks leverage adaptive routing tables. Adaptive routing tables stay small.", "leverage", "adaptive routing table")]
    public void Extract_VerbAfterANoun_EndsThePhrase(string title, string text, string verb, string there)
    {
        string[] names = [.. Extractor.Default.Extract(title, text).Concepts.Select(concept => concept.Name)];

        Assert.Contains(there, names);
        Assert.DoesNotContain(names, name => name.Contains(verb, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Reinforcement learning agents plan. A reinforcement learning agent learns by machine learning.", "reinforcement learning agent")]
    [InlineData("We study region growing algorithms. Region growing algorithms segment scans.", "region growing algorithm")]
    public void Extract_NounInIng_StaysInThePhrase(string text, string name) =>
        Assert.Contains(name, Extractor.Default.Extract("", text).Concepts.Select(concept => concept.Name));

    [Theory]
    [InlineData("We solve many vehicle routing problems. Many vehicle routing problems are hard.", "many")]
    [InlineData("Both models share the same embedding matrix. The same embedding matrix serves two tasks.", "same")]
    [InlineData("The index is built in a streaming manner. Updates come in a streaming manner too.", "manner")]
    public void Extract_WordsThatCountOrSayHow_AreNoPartOfAName(string text, string word) =>
        Assert.DoesNotContain(Extractor.Default.Extract("Streams of vehicles", text).Concepts, concept => concept.Name.Split(' ').Contains(word));

    [Theory]
    [InlineData("We run the restricted Boltzmann machine on scans. A restricted Boltzmann machine is small.", "restricted Boltzmann machine")]
    [InlineData("We prove the Sanders identity for sums. The Sanders identity holds.", "Sanders identity")]
    public void Extract_ThingNamedAfterSomeone_IsNoDataset(string text, string name) =>
        Assert.DoesNotContain(Extractor.Default.Extract("", text).Concepts, concept => concept.Name == name && concept.Kind == ConceptKind.Dataset);

    /// <summary>Seen: <c>manifold of adversarial perturbations</c> as a task, since perturbations were one.</summary>
    [Theory]
    [InlineData("We show a corpus of spoken dialogues (CSD). The CSD is large.", "corpus of spoken dialogues", "Material")]
    public void Extract_HeadBeforeAPreposition_TellsTheKind(string text, string name, string kind) =>
        Assert.Equal(kind, Assert.Single(Extractor.Default.Extract("", text).Concepts, concept => concept.Name == name).Kind.ToString());

    /// <summary>Seen: language models and networks as data, as people name both with capitals and digits.</summary>
    [Theory]
    [InlineData("GPT-4", "Method")]
    [InlineData("ResNet-50", "Method")]
    [InlineData("ImageNet", "Dataset")]
    [InlineData("CIFAR-100", "Dataset")]
    public void Extract_WellKnownName_HasItsKind(string name, string kind) =>
        Assert.Equal(kind, Assert.Single(Extractor.Default.Extract("", "Results on " + name + " and others are good. We use " + name + " too.").Concepts, concept => concept.Name == name).Kind.ToString());

    [Fact]
    public void Extract_AnyText_GivesSpansOfItsSurfaces()
    {
        string[] pieces = ["We propose ", "DistilBERT", " (DB), ", "a ", "graph neural networks", " for ", "net- works", ". ", "The", " $k$-means ", "\\emph{sparse} ", "trees", "–", "based ", "retrieval ", "\n", "é𝐀 ", "and ", "\"", "3D ", "models' "];
        for (int seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            string Make(int most) => string.Concat(Enumerable.Range(0, random.Next(0, most)).Select(_ => pieces[random.Next(pieces.Length)]));
            string title = Make(8), text = Make(60);
            foreach (ConceptMention concept in Extractor.Default.Extract(title, text).Concepts)
            {
                HashSet<string> written = [.. concept.Spans.Select(span => span.In(text).ToString()), .. concept.TitleSpans.Select(span => span.In(title).ToString())];
                Assert.True(concept.Surfaces.ToHashSet().IsSupersetOf(written) || concept.Surfaces.Length == 8, $"seed {seed}: {concept.Name}");
                Assert.Equal(concept.Surface, concept.Surfaces[0]);
                Assert.InRange(concept.Score, 0, 1);
                Assert.NotEmpty(concept.Name);
                for (int i = 1; i < concept.Spans.Length; i++)
                {
                    Assert.True(concept.Spans[i - 1].End <= concept.Spans[i].Start, $"seed {seed}: {concept.Name}");
                }
            }
        }
    }

    [Fact]
    public void Extract_OnManyThreads_IsTheSame()
    {
        string Shown() => string.Join('\n', Extractor.Default.Extract(Title, Abstract).Concepts.Select(concept => $"{concept.Name} {concept.Score} {concept.Kind}"));
        string alone = Shown();
        string[] together = new string[64];
        Parallel.For(0, together.Length, i => together[i] = Shown());
        Assert.All(together, shown => Assert.Equal(alone, shown));
    }

    [Fact]
    public void Extract_UnderTurkishCulture_IsTheSame()
    {
        const string Capitals = "INDEXING IMAGES WITH INVERTED LISTS";
        string[] Names() => [.. Extractor.Default.Extract(Capitals, Abstract).Concepts.Select(concept => concept.Name + concept.Score.ToString(CultureInfo.InvariantCulture))];
        string[] invariant = Names();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Assert.Equal(invariant, Names());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("a", 1_000_000)]
    [InlineData("(", 100_000)]
    [InlineData("A-", 100_000)]
    [InlineData("$", 100_000)]
    [InlineData("neural ", 50_000)]
    [InlineData("\\emph{", 50_000)]
    [InlineData("x_", 100_000)]
    public void Extract_HostileText_Ends(string piece, int times) =>
        Assert.NotNull(Extractor.Default.Extract("Title", string.Concat(Enumerable.Repeat(piece, times))).Concepts.ToString());
}
