using PaperGraph.Concepts;

namespace PaperGraph.Tests.Concepts;

/// <summary>The short way to a key gives what the rules give, tried on generated texts; the seed is in the message.</summary>
public sealed class PlainKeyTests
{
    private const int Seed = 20261130;

    // Words that join, are left out, are replaced, or change; and names that are not plain.
    private static readonly string[] s_words =
    [
        "graph", "networks", "net", "neural", "models", "model", "dataset", "benchmarks", "corpora", "architecture", "imagenet", "mnist", "atari", "relu", "transformer", "autoencoders", "adversarial", "convnet",
        "batchnorm", "hopfield", "recurrent", "deep", "convolution", "convolutional", "pre", "multi", "co", "cross", "bi", "re", "trans", "data", "base", "bases", "knowledge", "time", "step", "trade", "offs", "wise",
        "layer", "k", "t", "a", "an", "the", "of", "and", "e", "x", "q", "learning", "nn", "sne", "colour", "behaviours", "optimisation", "modelling", "analyses", "matrices", "series", "text", "books", "work", "flow",
        "CNN", "GraphSAGE", "v2", "100", "S", "Moore's", "naïve", "_", "pay", "off", "on", "line", "machines", "supercalifragilisticexpialidociousnessesandmore",
    ];

    private static readonly string[] s_separators = [" ", " ", " ", "-", "-", "  ", " -", "- "];

    public static TheoryData<int> Rounds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Rounds))]
    public void Of_AnyText_IsWhatTheRulesMakeOfIt_OrLeftToThem(int round)
    {
        var random = new Random(Seed + round);
        int plain = 0;
        for (int i = 0; i < 5000; i++)
        {
            string text = Text(random);
            if (PlainKey.Of(text) is { } key)
            {
                plain++;
                Assert.True(key == ConceptKey.ByRules(text), $"seed {Seed}, round {round}: '{text}' gives '{key}', by the rules '{ConceptKey.ByRules(text)}'");
            }
        }

        Assert.InRange(plain, 500, 4500);
    }

    [Fact]
    public void Of_MoreWordsThanAreRemembered_ForgetsAndKnowsThemAgain()
    {
        for (int pass = 0; pass < 2; pass++)
        {
            for (int i = 0; i < 40_000; i++)
            {
                string word = "w" + string.Concat(i.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('a' + (digit - '0')))) + "y";
                Assert.Equal(word, PlainKey.Of(word[..^1] + "ies"));
            }
        }
    }

    [Fact]
    public void Of_NameThatIsItsOwnKey_IsTheSameString()
    {
        const string Name = "graph neural network";
        Assert.Same(Name, PlainKey.Of(Name));
    }

    private static string Text(Random random)
    {
        string text = random.Next(20) == 0 ? " " : "";
        for (int words = random.Next(1, 6); words > 0; words--)
        {
            string word = s_words[random.Next(s_words.Length)];
            text += random.Next(4) == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word;
            text += words > 1 || random.Next(20) == 0 ? s_separators[random.Next(s_separators.Length)] : "";
        }

        return text;
    }
}
