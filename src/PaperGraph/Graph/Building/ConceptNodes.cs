using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using PaperGraph.Concepts;
using PaperGraph.Extraction;

namespace PaperGraph.Graph.Building;

/// <summary>One concept over all papers: its kind and aliases by vote. Its name: <see cref="NameVote"/>.</summary>
internal sealed class ConceptTally
{
    private static readonly int Kinds = Enum.GetValues<ConceptKind>().Length;
    private static readonly string[] KindNames = [.. Enumerable.Range(0, Kinds).Select(kind => ((ConceptKind)kind).ToString())];
    private static readonly ImmutableArray<string>[] SingleVotes = [.. KindNames.Select(name => ImmutableArray.Create(name + " 1"))];

    private readonly List<PaperConcept> _concepts;

    /// <param name="concepts">One a paper, one at least.</param>
    public ConceptTally(List<PaperConcept> concepts) => _concepts = concepts;

    public PropertySet ToProperties(string name)
    {
        (string Spelling, int Papers, string Reasons)[] aliases = Aliases();
        if (_concepts is [var only])
        {
            // Most concepts stand in one paper.
            return PropertySet.Of(
            [
                new(PropertyKey.Name, name),
                new(PropertyKey.Kind, KindNames[(int)only.Kind]),
                new(PropertyKey.KindVotes, SingleVotes[(int)only.Kind]),
                new(PropertyKey.Aliases, ImmutableCollectionsMarshal.AsImmutableArray(Array.ConvertAll(aliases, static alias => alias.Spelling))),
                new(PropertyKey.AliasReasons, ImmutableCollectionsMarshal.AsImmutableArray(Array.ConvertAll(aliases, static alias => InOnePaper(alias.Reasons)))),
                new(PropertyKey.PaperCount, 1),
            ]);
        }

        var votes = new int[Kinds];
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

    private static string InOnePaper(string reasons) => reasons == MergeReason.Spelling ? MergeReason.Spelling + "; 1 paper" : reasons + "; 1 paper";

    /// <summary>By papers, most first, then in ordinal order.</summary>
    private (string Spelling, int Papers, string Reasons)[] Aliases()
    {
        if (_concepts is [var only])
        {
            // Its spellings are each there once.
            var own = new (string, int, string)[only.Spellings.Length];
            for (int i = 0; i < own.Length; i++)
            {
                own[i] = (only.Spellings[i].Text, 1, only.Spellings[i].Reason);
            }

            own.AsSpan().Sort(static (one, other) => string.CompareOrdinal(one.Item1, other.Item1));
            return own;
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
        foreach (char c in key)
        {
            if (char.IsUpper(c) || char.IsDigit(c))
            {
                return name;
            }
        }

        if (IsCasedName(name))
        {
            return name;
        }

        return Opened(name.ToLowerInvariant());
    }

    /// <summary>Gives names of people and places back the capitals with which most papers write them: <c>restricted Boltzmann machine</c>.</summary>
    /// <param name="name">In lower case, or a name as it is written, which stays.</param>
    /// <param name="written">Of each paper.</param>
    public static string WithCapitals(string name, IEnumerable<string> written)
    {
        string[] all = [.. written];
        if (Array.TrueForAll(all, one => one == name))
        {
            return name;
        }

        string[][] papers = [.. all.Select(one => Opened(one).Split(' '))];
        string[] words = name.Split(' ');
        for (int i = 0; i < words.Length; i++)
        {
            // One paper's title may have given a capital to each word; and a transformer is no person.
            string[] forms = [.. papers.Where(paper => paper.Length == words.Length && (papers.Length > 1 || paper.Any(word => word.Length > 0 && char.IsLower(word[0])))).Select(paper => paper[i])];
            string? commonest = forms.GroupBy(form => form, StringComparer.Ordinal).OrderByDescending(same => same.Count()).ThenByDescending(same => same.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
            words[i] = commonest is not null && words[i] != "transformer" && commonest.Equals(words[i], StringComparison.OrdinalIgnoreCase) ? commonest : words[i];
        }

        return string.Join(' ', words);
    }

    /// <summary>Hyphens around small words become spaces.</summary>
    private static string Opened(string name)
    {
        if (name.AsSpan().Count('-') < 2)
        {
            return name;
        }

        string[] words = name.Split(' ');
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
    private const int ConceptsAtOnce = 4096;

    /// <param name="occurrences">Complete.</param>
    public static ConceptNames Add(ConceptOccurrences occurrences, Vocabulary vocabulary, KnowledgeGraphBuilder graph)
    {
        var names = new ConceptNames([.. Enumerable.Range(0, graph.NodeCount).Where(number => occurrences.CountOf(number) > 0)], graph);
        IEnumerable<string[]> found = OrderedWork.Run(names.Concepts.Chunk(ConceptsAtOnce), chunk => Array.ConvertAll(chunk, NameOf));
        var known = new HashSet<string>(names.Concepts.Length, StringComparer.Ordinal);
        var shared = new HashSet<string>(StringComparer.Ordinal);
        foreach ((int concept, string name) in names.Concepts.Zip(found.SelectMany(chunk => chunk)))
        {
            names[concept] = name;
            if (!known.Add(name))
            {
                shared.Add(name);
            }
        }

        foreach (int concept in names.Concepts)
        {
            // Two meanings of one word keep names that a person can tell apart: SNN, and SNN (spiking neural network).
            string key = graph.KeyOf(concept);
            string name = names[concept];
            names[concept] = GivenName(key, name, vocabulary) ?? (shared.Contains(name) && ConceptKey.Of(name) != key ? $"{name} ({key})" : name);
        }

        foreach (GraphPart part in OrderedWork.Run(names.Concepts.Chunk(ConceptsAtOnce), PartOf))
        {
            graph.Append(part);
        }

        return names;

        string NameOf(int concept) => NameVote.Of(graph.KeyOf(concept), occurrences.NamesOf(concept, graph.KeyOf(concept)));

        GraphPart PartOf(int[] concepts)
        {
            var part = new GraphPart();
            foreach (int concept in concepts)
            {
                part.AddNode(NodeLabel.Concept, graph.KeyOf(concept), new ConceptTally(occurrences.Of(concept, graph.KeyOf(concept))).ToProperties(names[concept]));
            }

            return part;
        }
    }

    /// <summary>The name that the user's vocabulary gives. Merged under a name that stands in no paper, a concept is called so all the same.</summary>
    private static string? GivenName(string key, string commonest, Vocabulary vocabulary) => vocabulary.NameOf(key, out _)
        ?? (vocabulary.WrittenName(key) is { } written && vocabulary.KeyOf(commonest) != key ? NameForm.Of(written, key) : null);
}
