using System.Text;

namespace PaperGraph.Concepts;

/// <summary>The canonical key of a concept's name: two texts are spellings of one concept exactly when their keys are equal.</summary>
/// <remarks>
/// <para>A key is made of words in lower case, singular and American, one space between them: <c>Graph Neural Networks</c> and <c>graph-neural network</c>
/// give <c>graph neural network</c>. Dashes, hyphens, slashes and spaces count the same; closed compounds and prefixes are written together (<c>pretraining</c>,
/// <c>multimodal</c>, <c>dataset</c>); a number stands apart from the name before it (<c>cifar 100</c>). A short cased name that reads like a word keeps
/// capitals, so that <c>SAM</c> is not <c>sam</c>. A class word after a name is dropped (<c>ImageNet dataset</c>).</para>
/// <para>The text alone decides. A short form has a key of its own here: its paper, or <see cref="KnownShortForms"/>, knows the long one.</para>
/// <para><c>Of(Of(text)) == Of(text)</c>.</para>
/// </remarks>
public static class ConceptKey
{
    /// <summary>More than any text is known to need; a bound, so that hostile text ends.</summary>
    private const int MostRounds = 16;

    /// <summary>Keys that a thread remembers: those of some dozens of papers. More would find some more again, and outlive the collections of fresh objects.</summary>
    private const int RecentKeys = 1 << 10;

    private const int LongestRecent = 100;

    [ThreadStatic]
    private static List<KeyWord>? s_words;

    [ThreadStatic]
    private static (string? Text, string Key)[]? s_recent;

    /// <returns>The key; empty where the text holds no letter and no digit.</returns>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (PlainKey.Of(text) is { } key)
        {
            return FinalKey(text, key);
        }

        if (text.Length > LongestRecent)
        {
            return FinalKey(text, ByRules(text));
        }

        // One paper asks for one spelling again and again, and so do its neighbours.
        ref (string? Text, string Key) recent = ref (s_recent ??= new (string?, string)[RecentKeys])[SlotOf(text)];
        if (recent.Text != text)
        {
            recent = (text, FinalKey(text, ByRules(text)));
        }

        return recent.Key;
    }

    private static int SlotOf(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (int)((hash ^ (hash >> 15)) % RecentKeys);
    }

    /// <param name="key">What the rules make of the text when they are applied once.</param>
    private static string FinalKey(string text, string key)
    {
        if (key == text)
        {
            // Names mostly are their own keys: nothing is left to do, and one string is enough.
            return text;
        }

        // One rule's outcome can be another's input (MobileNetV2s, the the model): on to the form that no rule changes.
        for (int round = 0; round < MostRounds; round++)
        {
            string next = PlainKey.Of(key) ?? ByRules(key);
            if (next == key)
            {
                break;
            }

            key = next;
        }

        return key;
    }

    /// <summary>The key without the rules that leave out or replace whole words: class words after names, and synonyms.</summary>
    internal static string WordsOf(string text)
    {
        List<KeyWord> words = Words(text);
        return Joined(words);
    }

    /// <summary>All rules, applied once.</summary>
    internal static string ByRules(string text)
    {
        List<KeyWord> words = Words(text);
        ClassWords.Drop(words);
        string key = Joined(words);
        if (words.Count > 1000)
        {
            s_words = null;
        }

        return Synonyms.Of(key);
    }

    private static List<KeyWord> Words(string text)
    {
        List<KeyWord> words = s_words ??= [];
        words.Clear();
        KeyWords.Cut(SpellingFold.Of(text), words);
        LetterCase.Decide(words);
        DropArticle(words);
        Span<KeyWord> all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words);
        for (int i = 0; i < all.Length; i++)
        {
            ref KeyWord word = ref all[i];
            if (word.Text == "bases" && i > 0 && PluralRules.HasBases(all[i - 1].Text))
            {
                word.Text = "base";
            }
            else if (!word.KeepsCase)
            {
                word.Text = AmericanSpelling.Of(PluralRules.Singular(word.Text));
            }
        }

        Compounds.Join(words);
        return words;
    }

    private static void DropArticle(List<KeyWord> words)
    {
        int articles = 0;
        while (articles + 1 < words.Count && !words[articles + 1].IsTight && words[articles].Text is "the" or "a" or "an" && !words[articles].IsCapital)
        {
            articles++;
        }

        words.RemoveRange(0, articles);
    }

    private static string Joined(List<KeyWord> words)
    {
        if (words.Count == 1)
        {
            return words[0].Text;
        }

        var key = new StringBuilder();
        foreach (KeyWord word in words)
        {
            if (key.Length > 0)
            {
                key.Append(' ');
            }

            key.Append(word.Text);
        }

        return key.ToString();
    }
}
