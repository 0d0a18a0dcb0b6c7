using System.Collections.Immutable;
using System.Globalization;
using PaperGraph.Concepts;
using PaperGraph.Extraction;

namespace PaperGraph.Graph.Building;

/// <summary>One concept over all papers: its name, kind and aliases by vote.</summary>
internal sealed class ConceptTally(string key)
{
    private readonly Dictionary<string, int> _papersByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Papers, SortedSet<string> Reasons)> _aliases = new(StringComparer.Ordinal);
    private readonly int[] _votes = new int[Enum.GetValues<ConceptKind>().Length];

    public string Key { get; } = key;

    public int Papers { get; private set; }

    public void Add(PaperConcept concept)
    {
        Papers++;
        _votes[(int)concept.Kind]++;
        string name = NameForm.Of(concept.Names[0], Key);
        _papersByName[name] = _papersByName.GetValueOrDefault(name) + 1;
        foreach ((string surface, string reason) in concept.ReasonBySurface)
        {
            (int papers, SortedSet<string> reasons) = _aliases.GetValueOrDefault(surface, (0, new SortedSet<string>(StringComparer.Ordinal)));
            reasons.Add(reason);
            _aliases[surface] = (papers + 1, reasons);
        }
    }

    /// <summary>The commonest name that spells the key itself; a short form only where no long form stands anywhere.</summary>
    public string Name => _papersByName
        .OrderByDescending(name => ConceptKey.Of(name.Key) == Key)
        .ThenByDescending(name => name.Value)
        .ThenBy(name => name.Key, StringComparer.Ordinal)
        .First().Key;

    public PropertySet ToProperties(string name)
    {
        KeyValuePair<string, (int Papers, SortedSet<string> Reasons)>[] aliases = [.. _aliases.OrderByDescending(alias => alias.Value.Papers).ThenBy(alias => alias.Key, StringComparer.Ordinal)];
        var votes = _votes.Select((papers, kind) => (Kind: (ConceptKind)kind, Papers: papers)).Where(vote => vote.Papers > 0).OrderByDescending(vote => vote.Papers).ToList();
        return PropertySet.Of(
        [
            new(PropertyKey.Name, name),
            new(PropertyKey.Kind, votes[0].Kind.ToString()),
            new(PropertyKey.KindVotes, votes.Select(vote => string.Create(CultureInfo.InvariantCulture, $"{vote.Kind} {vote.Papers}")).ToImmutableArray()),
            new(PropertyKey.Aliases, aliases.Select(alias => alias.Key).ToImmutableArray()),
            new(PropertyKey.AliasReasons, aliases.Select(alias => string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", alias.Value.Reasons)}; {alias.Value.Papers} {(alias.Value.Papers == 1 ? "paper" : "papers")}")).ToImmutableArray()),
            new(PropertyKey.PaperCount, Papers),
        ]);
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
    public static Dictionary<string, string> Add(IReadOnlyList<PaperConcepts> papers, KnowledgeGraphBuilder graph)
    {
        var tallies = new SortedDictionary<string, ConceptTally>(StringComparer.Ordinal);
        foreach (PaperConcepts paper in papers)
        {
            foreach (PaperConcept concept in paper.Concepts)
            {
                if (!tallies.TryGetValue(concept.Key, out ConceptTally? tally))
                {
                    tally = new ConceptTally(concept.Key);
                    tallies.Add(concept.Key, tally);
                }

                tally.Add(concept);
            }
        }

        // Two meanings of one word keep names that a person can tell apart.
        HashSet<string> shared = [.. tallies.Values.GroupBy(tally => tally.Name, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key)];
        var nameByKey = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ConceptTally tally in tallies.Values)
        {
            string name = shared.Contains(tally.Name) && tally.Name != tally.Key ? $"{tally.Name} ({tally.Key})" : tally.Name;
            graph.AddNode(NodeLabel.Concept, tally.Key, tally.ToProperties(name));
            nameByKey.Add(tally.Key, name);
        }

        return nameByKey;
    }
}
