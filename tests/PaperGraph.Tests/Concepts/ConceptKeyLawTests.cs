using System.Globalization;
using PaperGraph.Concepts;

namespace PaperGraph.Tests.Concepts;

/// <summary>What holds for every text, tried on generated ones; the seed is in the message.</summary>
public sealed class ConceptKeyLawTests
{
    private const int Seed = 20251121;

    private static readonly string[] s_words =
    [
        "graph", "neural", "network", "attention", "head", "sparse", "retrieval", "policy", "gradient", "latent", "diffusion", "robot", "kernel", "matrix", "vertex", "analysis", "hypothesis", "series", "bias",
        "class", "process", "box", "batch", "cache", "memory", "category", "survey", "wolf", "curve", "objective", "pre", "multi", "non", "self", "data", "set", "time", "step", "trade", "off", "colour", "behaviour",
        "optimisation", "modelling", "centre", "dialogue", "the", "of", "model", "dataset", "benchmark", "wise", "net", "ImageNet", "CIFAR", "LSTM", "GNN", "SAM", "mAP", "GloVe", "MAMBA", "v2", "10", "3D", "GPT4", "MobileNetV2",
        "BERT4Rec", "k", "NN", "t", "SNE", "C++", "A*", "F1", "2.5", "é", "naïve", "Schrödinger", "β", "ﬁne", "½", "x²", "ＡＩ", "Bayes'", "Moore's", "NMS", "gps", "nips", "glasses", "buses", "viruses", "movies", "axes", "S",
        "HYPER", "Un", "CO", "DETR", "I", "a", "an", "(X)", "[y]", "$\\alpha$", "\\textbf{Q}", "O(n)", "SE(3)",
    ];

    private static readonly string[] s_separators = [" ", "-", "", "/", "  ", "–", "_", "'", ".", "\u00A0", " - "];

    public static TheoryData<int> Rounds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Rounds))]
    public void Of_Key_IsItself(int round)
    {
        foreach (string text in Texts(round))
        {
            string key = ConceptKey.Of(text);
            Assert.True(key == ConceptKey.Of(key), $"seed {Seed}, round {round}: '{text}' gives '{key}', which gives '{ConceptKey.Of(key)}'");
        }
    }

    [Theory]
    [MemberData(nameof(Rounds))]
    public void Of_PlainWords_IgnoresCasePluralAndHyphen(int round)
    {
        var random = new Random(Seed + round);
        string[] plain = ["graph", "attention", "head", "latent", "policy", "gradient", "robot", "kernel", "memory", "survey", "category", "sparse", "retrieval", "objective", "process", "batch", "box"];
        for (int i = 0; i < 200; i++)
        {
            string[] words = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => plain[random.Next(plain.Length)])];
            string key = ConceptKey.Of(string.Join(' ', words));
            string last = words[^1];
            string plural = last[^1] == 'y' && last != "survey" ? last[..^1] + "ies" : last[^1] is 's' or 'x' or 'h' && last != "graph" ? last + "es" : last + "s";
            string title = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(string.Join('-', words));
            string[] spellings = [string.Join('-', words), title, string.Join(' ', [.. words[..^1], plural]), string.Join('–', words) + "’s", "  the " + string.Join(" - ", words)];
            foreach (string spelling in spellings)
            {
                Assert.True(key == ConceptKey.Of(spelling), $"seed {Seed}, round {round}: '{spelling}' gives '{ConceptKey.Of(spelling)}', not '{key}'");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rounds))]
    public void Of_AnotherNumber_IsAnotherKey(int round)
    {
        var random = new Random(Seed + round);
        foreach (string text in Texts(round).Where(text => text.Length > 0 && char.IsAsciiLetter(text[^1]) && !text.EndsWith("\\alpha", StringComparison.Ordinal)))
        {
            int one = random.Next(1, 200), other = one + random.Next(1, 200);
            Assert.NotEqual(ConceptKey.Of($"{text}-{one}"), ConceptKey.Of($"{text}-{other}"));
        }
    }

    [Fact]
    public void Of_HostileText_Ends()
    {
        foreach (string text in new[] { new string('(', 200_000), new string('a', 1_000_000), string.Concat(Enumerable.Repeat("pre-", 100_000)), string.Concat(Enumerable.Repeat("SAM's ", 100_000)), new string('\uD800', 50_000), new string('\\', 100_000), string.Concat(Enumerable.Repeat("the ", 250_000)) })
        {
            string key = ConceptKey.Of(text);
            Assert.Equal(key, ConceptKey.Of(key));
        }
    }

    private static IEnumerable<string> Texts(int round)
    {
        var random = new Random(Seed + (1000 * round));
        for (int i = 0; i < 1000; i++)
        {
            string text = s_words[random.Next(s_words.Length)];
            for (int words = random.Next(0, 5); words > 0; words--)
            {
                text += s_separators[random.Next(s_separators.Length)] + s_words[random.Next(s_words.Length)];
            }

            yield return random.Next(4) switch
            {
                0 => text.ToUpperInvariant(),
                1 => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text),
                2 => text + "s",
                _ => text,
            };
        }
    }
}
