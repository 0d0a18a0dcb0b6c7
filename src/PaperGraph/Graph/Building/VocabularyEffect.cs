using System.Collections.Immutable;
using PaperGraph.Concepts;

namespace PaperGraph.Graph.Building;

/// <summary>What a line of the user's vocabulary did to the graph.</summary>
/// <param name="Papers">Papers in which it changed something.</param>
/// <param name="Spellings">Different spellings that it changed.</param>
/// <param name="Missing">Names of the line that no paper has as a concept.</param>
public sealed record VocabularyEffect(VocabularyRule Rule, int Papers, int Spellings, ImmutableArray<string> Missing)
{
    /// <summary>In the order of the rules.</summary>
    internal static ImmutableArray<VocabularyEffect> Of(Vocabulary vocabulary, IEnumerable<VocabularyUse> uses)
    {
        if (vocabulary.IsEmpty)
        {
            return [];
        }

        var counts = new int[vocabulary.Rules.Length];
        var spellings = new HashSet<string>[vocabulary.Rules.Length];
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (VocabularyUse use in uses)
        {
            keys.UnionWith(use.Keys);
            foreach (IGrouping<int, (int Rule, string Spelling)> changes in use.Changes.GroupBy(change => change.Rule))
            {
                counts[changes.Key]++;
                (spellings[changes.Key] ??= new HashSet<string>(StringComparer.Ordinal)).UnionWith(changes.Select(change => change.Spelling));
            }
        }

        ILookup<int, (int Rule, int Name, string Key)> missing = vocabulary.NamedKeys.Where(named => !keys.Contains(named.Key)).ToLookup(named => named.Rule);
        return
        [
            .. vocabulary.Rules.Select((rule, number) => new VocabularyEffect(
                rule,
                counts[number],
                spellings[number]?.Count ?? 0,
                [.. missing[number].Select(named => rule.Names[named.Name])])),
        ];
    }
}
