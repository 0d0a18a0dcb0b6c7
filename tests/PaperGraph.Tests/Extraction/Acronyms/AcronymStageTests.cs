using PaperGraph.Extraction;
using PaperGraph.Extraction.Acronyms;

namespace PaperGraph.Tests.Extraction.Acronyms;

public sealed class AcronymStageTests
{
    [Theory]
    [InlineData("We train deep neural networks (DNNs) on maps.", "DNN", "deep neural networks")]
    [InlineData("Such large language model (LLM) agents plan.", "LLM", "large language model")]
    [InlineData("A robot with a soft pneumatic actuator (SPA) bends.", "SPA", "soft pneumatic actuator")]
    [InlineData("We rely on the mixture of experts (MoE) idea.", "MoE", "mixture of experts")]
    [InlineData("Signals of electroencephalography (EEG) are noisy.", "EEG", "electroencephalography")]
    [InlineData("Training uses backpropagation (BP) only.", "BP", "backpropagation")]
    [InlineData("We measure end-to-end (E2E) delay.", "E2E", "end-to-end")]
    [InlineData("A layer of Dynamic Dense Decisions (D3) follows.", "D3", "Dynamic Dense Decisions")]
    [InlineData("Our Only-Learn-Once scheme (OLOv2) is shown.", "OLOv2", "Only-Learn-Once scheme")]
    [InlineData("the Markov chain Monte Carlo ({\\em MCMC}) sampler", "MCMC", "Markov chain Monte Carlo")]
    [InlineData("\\textbf{graph attention network} (\\textbf{GAT})", "GAT", "graph attention network")]
    [InlineData("a support vector machine [SVM] decides", "SVM", "support vector machine")]
    [InlineData("long short-term memory networks(LSTM) recall", "LSTM", "long short-term memory networks")]
    [InlineData("through the point cloud registration (PCR, also known as scan matching) step", "PCR", "point cloud registration")]
    [InlineData("with reinforcement learning (abbreviated as RL) we", "RL", "reinforcement learning")]
    [InlineData("the traveling salesman problem (or TSP for short)", "TSP", "traveling salesman problem")]
    [InlineData("rates of bits per pixel (bpp) fall", "bpp", "bits per pixel")]
    public void Extract_LongFormBeforeBracket_IsFound(string text, string shortForm, string longForm) =>
        Assert.Equal([new Acronym(shortForm, longForm)], Found(text));

    [Theory]
    [InlineData("We extend SVM (support vector machine) to trees.", "SVM", "support vector machine")]
    [InlineData("TODA (Train Once, Deploy Anywhere) is our answer.", "TODA", "Train Once, Deploy Anywhere")]
    [InlineData("Here GNN stands for graph neural network, as usual.", "GNN", "graph neural network")]
    [InlineData("We call it PUMA, short for Planning Under Moving Adversaries.", "PUMA", "Planning Under Moving Adversaries")]
    [InlineData("We study graph signal processing, or GSP, on roads.", "GSP", "graph signal processing")]
    [InlineData("We present sparse random projections, SRP for short.", "SRP", "sparse random projections")]
    public void Extract_OtherOrders_AreFound(string text, string shortForm, string longForm) =>
        Assert.Contains(new Acronym(shortForm, longForm), Found(text));

    [Fact]
    public void Extract_SeveralInOneBracket_EachHasItsLongForm() => Assert.Equal(
        [new Acronym("CNN", "convolutional neural networks"), new Acronym("RNN", "recurrent neural networks")],
        Found("We compare convolutional neural networks and recurrent neural networks (CNNs and RNNs).").OrderBy(acronym => acronym.Short, StringComparer.Ordinal));

    [Theory]
    [InlineData("SPAR: Sparse Adaptive Routing for Experts", "SPAR", "Sparse Adaptive Routing")]
    [InlineData("R2P: Route to Prune", "R2P", "Route to Prune")]
    public void Extract_NameBeforeTheTitlesColon_IsFound(string title, string shortForm, string longForm) =>
        Assert.Equal([new Acronym(shortForm, longForm)], Found("We say more below.", title));

    [Theory]
    [InlineData("Some tasks (e.g., translation) are hard.")]
    [InlineData("Some inputs (i.e., edges) are kept.")]
    [InlineData("It holds for (i) images and (ii) graphs, in time O(n log n).")]
    [InlineData("The delay is twenty milliseconds (ms) and the size five gigabytes (GB).")]
    [InlineData("as shown before (Smith et al., 2019) and later (2020)")]
    [InlineData("on CIFAR-10 (CIFAR-100) and ImageNet (ILSVRC)")]
    [InlineData("a network with many layers (five) and heads (see Fig. 2)")]
    [InlineData("the group SE(3) and its algebra")]
    public void Extract_OtherBrackets_DefineNothing(string text) => Assert.Empty(Found(text));

    [Fact]
    public void Extract_SecondDefinition_ChangesNothing() =>
        Assert.Equal([new Acronym("GAN", "generative adversarial network")], Found("A generative adversarial network (GAN) and a gated attention network (GAN) differ."));

    [Fact]
    public void Extract_HostileText_Ends()
    {
        foreach (string text in new[] { new string('(', 100_000), string.Concat(Enumerable.Repeat("(A", 50_000)), new string('A', 1_000_000), string.Concat(Enumerable.Repeat("AB, or ", 50_000)), string.Concat(Enumerable.Repeat("A-", 200_000)) + " (AAAA)", string.Concat(Enumerable.Repeat("a b c (ABC) [", 20_000)) })
        {
            Assert.InRange(Found(text, text).Count, 0, 1000);
        }
    }

    private static List<Acronym> Found(string text, string title = "")
    {
        var draft = new ExtractionDraft(title, text);
        new AcronymStage().Extract(draft);
        return draft.Acronyms;
    }
}
