using PaperGraph.Concepts;
using PaperGraph.Extraction;

namespace PaperGraph.Graph.Building;

/// <summary>What the rules of a vocabulary did in one paper.</summary>
internal sealed class VocabularyUse
{
    /// <summary>Rules that changed something, with the spelling that they changed.</summary>
    public HashSet<(int Rule, string Spelling)> Changes { get; } = [];

    /// <summary>Keys of concepts that the paper names, before rules of sameness and omission.</summary>
    public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

    public void Add(int rule, string spelling) => Changes.Add((rule, spelling));

    public void AddAll(int rule, IEnumerable<string> spellings)
    {
        foreach (string spelling in spellings)
        {
            Add(rule, spelling);
        }
    }

    /// <param name="spelled">Its key as spelled, or as the paper's own short form.</param>
    /// <param name="key">Its key in the end.</param>
    /// <param name="same">The rule that made one of the other; -1 for none.</param>
    public void AddMention(Vocabulary vocabulary, ConceptMention mention, string spelled, string key, int same)
    {
        Keys.Add(spelled);
        foreach (string surface in mention.Surfaces)
        {
            Keys.Add(vocabulary.KeyOf(surface));
        }

        if (same >= 0)
        {
            AddAll(same, mention.Surfaces);
        }

        if (vocabulary.NameOf(key, out int name) is not null)
        {
            AddAll(name, mention.Surfaces);
        }
    }
}
