using System.Collections.Frozen;

namespace PaperGraph.Concepts;

/// <summary>Whole keys that are one idea under another word, where no rule of spelling says so.</summary>
internal static class Synonyms
{
    private static readonly FrozenDictionary<string, string> s_keys = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["batchnorm"] = "batch normalization",
        ["groupnorm"] = "group normalization",
        ["instancenorm"] = "instance normalization",
        ["layernorm"] = "layer normalization",
        ["convnet"] = "convolutional neural network",
        ["convolution neural network"] = "convolutional neural network",
        ["convolutional net"] = "convolutional neural network",
        ["convolutional network"] = "convolutional neural network",
        ["deep convolutional network"] = "deep convolutional neural network",
        ["deep net"] = "deep neural network",
        ["deep network"] = "deep neural network",
        ["deep convnet"] = "deep convolutional neural network",
        ["hopfield model"] = "hopfield network",
        ["hopfield net"] = "hopfield network",
        ["hopfield neural network"] = "hopfield network",
        ["hypernet"] = "hypernetwork",
        ["recurrent net"] = "recurrent neural network",
        ["recurrent network"] = "recurrent neural network",
        ["recurrent neural net"] = "recurrent neural network",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const string Net = " neural net";

    /// <summary>The last words of all keys of which something else may be made.</summary>
    private static readonly FrozenSet<string> s_lastWords = FrozenSet.ToFrozenSet([.. s_keys.Keys.Select(key => key[(key.LastIndexOf(' ') + 1)..]), "net", "model", "architecture", "network"], StringComparer.Ordinal);

    /// <summary>Whether a key that ends in this word may have a synonym.</summary>
    public static bool MayEndIn(string word) => s_lastWords.Contains(word);

    public static string Of(string key)
    {
        if (s_keys.TryGetValue(key, out string? synonym))
        {
            return synonym;
        }

        int space = key.LastIndexOf(' ');
        if (space > 0 && IsModelOfItself(key.AsSpan(0, space), key.AsSpan(space + 1)))
        {
            return key[..space];
        }

        if (key.EndsWith(Net, StringComparison.Ordinal) || key.EndsWith(" adversarial net", StringComparison.Ordinal) || key is "neural net")
        {
            string longer = key + "work";
            return s_keys.GetValueOrDefault(longer, longer);
        }

        return key;
    }

    /// <summary>A transformer is a model anyway, and so is its architecture spoken of: <c>transformer model</c>, <c>autoencoder network</c>.</summary>
    private static bool IsModelOfItself(ReadOnlySpan<char> term, ReadOnlySpan<char> classWord) => classWord switch
    {
        "model" => EndsInWord(term, "transformer") || EndsInWord(term, "autoencoder") || EndsInWord(term, "neural network"),
        "architecture" or "network" => EndsInWord(term, "transformer") || EndsInWord(term, "autoencoder"),
        _ => false,
    };

    private static bool EndsInWord(ReadOnlySpan<char> term, ReadOnlySpan<char> word) =>
        term.EndsWith(word, StringComparison.Ordinal) && (term.Length == word.Length || term[^(word.Length + 1)] == ' ');
}
