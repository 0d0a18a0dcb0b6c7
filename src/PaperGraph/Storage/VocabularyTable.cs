using System.Collections.Immutable;
using System.Globalization;
using PaperGraph.Concepts;
using PaperGraph.Graph.Building;

namespace PaperGraph.Storage;

/// <summary>The user's vocabulary, kept so that later builds follow it; no row where there is none.</summary>
internal static class VocabularyTable
{
    private const string Rules = "vocabulary";
    private const string Effects = "vocabulary_effects";

    public static Vocabulary Read(StoreConnection store) => store.Meta(Rules) is { } rules ? VocabularyFile.Parse(rules).Vocabulary : Vocabulary.Empty;

    /// <summary>The rules as they are kept; null where there are none.</summary>
    public static string? Text(StoreConnection store) => store.Meta(Rules);

    /// <summary>Replaces the rules; what the old ones did is forgotten.</summary>
    public static void Put(StoreConnection store, Vocabulary vocabulary)
    {
        string text = vocabulary.ToString();
        if (store.Meta(Rules) == (text.Length > 0 ? text : null))
        {
            return;
        }

        store.DeleteMeta(Effects);
        if (text.Length == 0)
        {
            store.DeleteMeta(Rules);
        }
        else
        {
            store.SetMeta(Rules, text);
        }
    }

    public static void PutEffects(StoreConnection store, ImmutableArray<VocabularyEffect> effects)
    {
        if (effects.IsEmpty)
        {
            store.DeleteMeta(Effects);
        }
        else
        {
            store.SetMeta(Effects, string.Join('\n', effects.Select(effect => string.Create(CultureInfo.InvariantCulture, $"{effect.Papers}\t{effect.Spellings}") + string.Concat(effect.Missing.Select(name => "\t" + name)))));
        }
    }

    /// <summary>What each rule did when the graph was last made, in the rules' order.</summary>
    public static ImmutableArray<VocabularyEffect> ReadEffects(StoreConnection store)
    {
        if (store.Meta(Effects) is not { } text)
        {
            return [];
        }

        return
        [
            .. Read(store).Rules.Zip(text.Split('\n'), (rule, line) => line.Split('\t') is [var papers, var spellings, .. var missing]
                ? new VocabularyEffect(rule, int.Parse(papers, CultureInfo.InvariantCulture), int.Parse(spellings, CultureInfo.InvariantCulture), [.. missing])
                : throw new StoreException($"What the vocabulary did cannot be read ('{line}'): build with --vocabulary again.")),
        ];
    }
}
