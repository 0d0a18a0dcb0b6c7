using System.Collections.Immutable;
using System.Globalization;
using PaperGraph.Concepts;
using PaperGraph.Extraction;

namespace PaperGraph.Graph.Building;

/// <summary>One concept over all papers: its name, kind and aliases by vote.</summary>
internal sealed class ConceptTally
{
    private readonly List<PaperConcept> _concepts;

    /// <param name="concepts">One a paper, one at least.</param>
    public ConceptTally(string key, List<PaperConcept> concepts)
    {
        (Key, _concepts) = (key, concepts);
        Name = concepts.Count == 1 ? NameForm.Of(NameIn(concepts[0]), key) : CommonestName();
    }

    public string Key { get; }

    /// <summary>The commonest name that spells the key itself; a short form only where no long form stands anywhere.</summary>
    public string Name { get; }

    public PropertySet ToProperties(string name)
    {
        (string Spelling, int Papers, string Reasons)[] aliases = Aliases();
        var votes = new int[Enum.GetValues<ConceptKind>().Length];
        foreach (PaperConcept concept in _concepts)
        {
            votes[(int)concept.Kind]++;
        }

        (ConceptKind Kind, int Papers)[] ranked = [.. votes.Select((papers, kind) => (Kind: (ConceptKind)kind, Papers: papers)).Where(vote => vote.Papers > 0).OrderByDescending(vote => vote.Papers)];
        return PropertySet.Of(
        [
            new(PropertyKey.Name, name),
            new(PropertyKey.Kind, ranked[0].Kind.ToString()),
            new(PropertyKey.KindVotes, ranked.Select(vote => string.Create(CultureInfo.InvariantCulture, $"{vote.Kind} {vote.Papers}")).ToImmutableArray()),
            new(PropertyKey.Aliases, aliases.Select(alias => alias.Spelling).ToImmutableArray()),
            new(PropertyKey.AliasReasons, aliases.Select(alias => string.Create(CultureInfo.InvariantCulture, $"{alias.Reasons}; {alias.Papers} {(alias.Papers == 1 ? "paper" : "papers")}")).ToImmutableArray()),
            new(PropertyKey.PaperCount, _concepts.Count),
        ]);
    }

    private string NameIn(PaperConcept concept) => concept.Name ?? Key;

    private string CommonestName()
    {
        (string Name, int Papers)[] names = [.. _concepts.GroupBy(concept => NameForm.Of(NameIn(concept), Key), StringComparer.Ordinal).Select(same => (same.Key, same.Count()))];
        return names.Length == 1 ? names[0].Name : names
            .OrderByDescending(name => ConceptKey.Of(name.Name) == Key)
            .ThenByDescending(name => name.Papers)
            .ThenBy(name => name.Name, StringComparer.Ordinal)
            .First().Name;
    }

    /// <summary>By papers, most first, then in ordinal order.</summary>
    private (string Spelling, int Papers, string Reasons)[] Aliases()
    {
        if (_concepts is [{ Spellings: [var only] }])
        {
            return [(only.Text, 1, only.Reason)];
        }

        return
        [
            .. _concepts.SelectMany(concept => concept.Spellings)
                .GroupBy(spelling => spelling.Text, StringComparer.Ordinal)
                .Select(same => (same.Key, Papers: same.Count(), string.Join(", ", same.Select(spelling => spelling.Reason).Distinct().Order(StringComparer.Ordinal))))
                .OrderByDescending(alias => alias.Papers)
                .ThenBy(alias => alias.Key, StringComparer.Ordinal),
        ];
    }
}

/// <summary>How a concept is written as a node's name.</summary>
internal static class NameForm
{
    private static readonly string[] Links = ["of", "to", "in", "on", "the", "and", "as", "by", "for", "with", "from"];

    /// <summary>A plain term in lower case, its hyphens around small words opened (<c>mixture of experts</c>); a name as it is written.</summary>
    /// <param name="key">The canonical key: capitals in it mean a name.</param>
    public static string Of(string name, string key)
    {
        if (key.Any(char.IsUpper) || key.Any(char.IsDigit) || IsCasedName(name))
        {
            return name;
        }

        string[] words = name.ToLowerInvariant().Split(' ');
        for (int i = 0; i < words.Length; i++)
        {
            string[] parts = words[i].Split('-');
            words[i] = parts.Length >= 3 && parts[1..^1].Any(part => Links.Contains(part)) ? string.Join(' ', parts) : words[i];
        }

        return string.Join(' ', words);
    }

    /// <summary>A capital inside a word, or a word wholly of capitals.</summary>
    private static bool IsCasedName(string name)
    {
        for (int i = 1; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && char.IsLetterOrDigit(name[i - 1]))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The concept nodes.</summary>
internal static class ConceptNodes
{
    /// <returns>By key: the name under which the concept was added.</returns>
    public static Dictionary<string, string> Add(IReadOnlyList<PaperConcepts> papers, Vocabulary vocabulary, KnowledgeGraphBuilder graph)
    {
        var conceptsByKey = new Dictionary<string, List<PaperConcept>>(StringComparer.Ordinal);
        foreach (PaperConcept concept in papers.SelectMany(paper => paper.Concepts))
        {
            if (!conceptsByKey.TryGetValue(concept.Key, out List<PaperConcept>? same))
            {
                conceptsByKey.Add(concept.Key, same = new List<PaperConcept>(1));
            }

            same.Add(concept);
        }

        ConceptTally[] tallies = [.. conceptsByKey.OrderBy(concept => concept.Key, StringComparer.Ordinal).AsParallel().AsOrdered().Select(concept => new ConceptTally(concept.Key, concept.Value))];

        // Two meanings of one word keep names that a person can tell apart.
        HashSet<string> shared = [.. tallies.GroupBy(tally => tally.Name, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key)];
        var nameByKey = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ConceptTally tally in tallies)
        {
            // Merged under a name that stands in no paper, it is called so all the same.
            string? given = vocabulary.NameOf(tally.Key, out _) ?? (vocabulary.WrittenName(tally.Key) is { } written && vocabulary.KeyOf(tally.Name) != tally.Key ? NameForm.Of(written, tally.Key) : null);
            string name = given ?? (shared.Contains(tally.Name) && tally.Name != tally.Key ? $"{tally.Name} ({tally.Key})" : tally.Name);
            graph.AddNode(NodeLabel.Concept, tally.Key, tally.ToProperties(name));
            nameByKey.Add(tally.Key, name);
        }

        return nameByKey;
    }
}
