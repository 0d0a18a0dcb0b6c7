using System.Collections.Immutable;
using System.Globalization;

namespace PaperGraph.Concepts;

/// <summary>A user's own merges, separations, names and omissions. They come before canonical keys and before what a collection decides; a short form that a paper itself defines
/// stays what the paper says, unless the two are said to be apart.</summary>
/// <remarks>Immutable. The order of the rules does not matter.</remarks>
public sealed class Vocabulary
{
    private readonly Dictionary<string, List<Respelling>> _respellingsByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Key, int Rule)> _sameByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), int> _apart = [];
    private readonly Dictionary<string, (string Name, int Rule)> _nameByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _dropped = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _writtenByKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> _settled = new(StringComparer.Ordinal);

    private Vocabulary()
    {
    }

    /// <summary>A spelling that leaves its canonical key.</summary>
    private sealed record Respelling(SpellingGrain Grain, string Form, string Key, int Rule);

    public static Vocabulary Empty { get; } = new();

    /// <summary>In the order of their lines.</summary>
    public ImmutableArray<VocabularyRule> Rules { get; private set; } = [];

    public bool IsEmpty => Rules.IsEmpty;

    /// <summary>Keys that a rule names, each as the rule's number (in <see cref="Rules"/>), the name's place in it and its key.</summary>
    internal ImmutableArray<(int Rule, int Name, string Key)> NamedKeys { get; private set; } = [];

    /// <param name="problems">Receives rules that contradict others; they are left out.</param>
    internal static Vocabulary Of(IEnumerable<VocabularyRule> rules, List<VocabularyProblem> problems)
    {
        VocabularyRule[] given = [.. rules];
        var same = new SameNames();
        Vocabulary respelled = Respelled(given, []);
        foreach (VocabularyRule rule in given.Where(rule => rule.Verb == VocabularyVerb.Same))
        {
            same.Add([.. rule.Names.Select(respelled.KeyOf)]);
        }

        // Which of two that contradict each other goes must not depend on their order: a separation gives way to a merge, a name to the ordinally first one.
        var kept = new List<VocabularyRule>();
        var namedBy = new Dictionary<string, VocabularyRule>(StringComparer.Ordinal);
        foreach (VocabularyRule rule in given.Where(rule => rule.Verb == VocabularyVerb.Name).OrderBy(rule => rule.ToString(), StringComparer.Ordinal))
        {
            string root = same.RootOf(respelled.KeyOf(rule.Names[0]));
            if (!namedBy.TryAdd(root, rule))
            {
                problems.Add(new VocabularyProblem(rule.Line, string.Create(CultureInfo.InvariantCulture, $"'{rule}': line {namedBy[root].Line} calls that concept '{namedBy[root].Names[1]}'")));
            }
        }

        foreach (VocabularyRule rule in given)
        {
            switch (rule.Verb)
            {
                case VocabularyVerb.Apart when SpellingGrains.Coarsest(rule.Names[0], rule.Names[1]) is null:
                    problems.Add(new VocabularyProblem(rule.Line, $"'{rule}': the two are one spelling"));
                    break;
                case VocabularyVerb.Apart when same.RootOf(respelled.KeyOf(rule.Names[0])) == same.RootOf(respelled.KeyOf(rule.Names[1])):
                    problems.Add(new VocabularyProblem(rule.Line, $"'{rule}': lines with 'same' make the two one concept"));
                    break;
                case VocabularyVerb.Name when !namedBy.ContainsValue(rule):
                    break;
                default:
                    kept.Add(rule);
                    break;
            }
        }

        return kept.Count == 0 ? Empty : Respelled([.. kept], kept);
    }

    /// <summary>The key of a text by itself: its canonical key, unless a rule sets the spelling apart.</summary>
    public string KeyOf(string text) => Respell(text, out _);

    /// <param name="rule">The rule that sets the spelling apart; -1 where none does.</param>
    internal string Respell(string text, out int rule)
    {
        string key = ConceptKey.Of(text);
        rule = -1;
        if (_respellingsByKey.Count > 0 && _respellingsByKey.TryGetValue(key, out List<Respelling>? respellings))
        {
            foreach (Respelling respelling in respellings)
            {
                if (SpellingGrains.FormOf(text, respelling.Grain) == respelling.Form)
                {
                    rule = respelling.Rule;
                    return respelling.Key;
                }
            }
        }

        return key;
    }

    /// <summary>The key of the concept that rules of sameness put this one into; the key itself where none does.</summary>
    internal string Resolve(string key, out int rule)
    {
        if (_sameByKey.Count > 0 && _sameByKey.TryGetValue(key, out (string Key, int Rule) same))
        {
            rule = same.Rule;
            return same.Key;
        }

        rule = -1;
        return key;
    }

    internal string Resolve(string key) => Resolve(key, out _);

    /// <summary>Whether the two may never become one.</summary>
    /// <param name="rule">The rule that says so; -1 where none does.</param>
    internal bool AreApart(string key, string other, out int rule)
    {
        rule = _apart.Count > 0 && _apart.TryGetValue(Pair(Resolve(key), Resolve(other)), out int found) ? found : -1;
        return rule >= 0;
    }

    /// <summary>Whether a rule of sameness names the concept, so that the collection has nothing to decide.</summary>
    internal bool IsSettled(string key) => _settled.Contains(key);

    internal bool IsDropped(string key, out int rule)
    {
        rule = _dropped.Count > 0 && _dropped.TryGetValue(key, out int found) ? found : -1;
        return rule >= 0;
    }

    internal string? NameOf(string key, out int rule)
    {
        if (_nameByKey.Count > 0 && _nameByKey.TryGetValue(key, out (string Name, int Rule) name))
        {
            rule = name.Rule;
            return name.Name;
        }

        rule = -1;
        return null;
    }

    /// <summary>How rules of sameness write the concept that they make; null where none does.</summary>
    internal string? WrittenName(string key) => _writtenByKey.GetValueOrDefault(key);

    /// <summary>The rules as text that <see cref="VocabularyFile.Parse"/> reads, one a line in ordinal order: equal texts do the same.</summary>
    public override string ToString() => string.Concat(Rules.Select(rule => rule + "\n").Order(StringComparer.Ordinal));

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    private static Vocabulary Respelled(VocabularyRule[] rules, List<VocabularyRule> kept)
    {
        var vocabulary = new Vocabulary { Rules = [.. kept.OrderBy(rule => rule.Line)] };
        VocabularyRule[] numbered = kept.Count > 0 ? [.. vocabulary.Rules] : rules;
        for (int number = 0; number < numbered.Length; number++)
        {
            if (numbered[number].Verb == VocabularyVerb.Apart)
            {
                vocabulary.AddApart(numbered[number].Names[0], numbered[number].Names[1], number);
            }
        }

        foreach (List<Respelling> respellings in vocabulary._respellingsByKey.Values)
        {
            // The finest first, then by form: a rule for one case of letters before a rule for all.
            respellings.Sort(static (one, other) => one.Grain != other.Grain ? other.Grain.CompareTo(one.Grain) : string.CompareOrdinal(one.Form, other.Form));
        }

        if (kept.Count > 0)
        {
            vocabulary.AddOthers();
        }

        return vocabulary;
    }

    private void AddApart(string first, string second, int rule)
    {
        string key = ConceptKey.Of(first);
        if (key == ConceptKey.Of(second) && SpellingGrains.Coarsest(first, second) is { } grain)
        {
            // The spelling that is the key itself stays; else the second does.
            string leaving = SpellingGrains.FormOf(first, grain) == key ? second : first;
            string form = SpellingGrains.FormOf(leaving, grain);
            if (!_respellingsByKey.TryGetValue(key, out List<Respelling>? respellings))
            {
                _respellingsByKey.Add(key, respellings = []);
            }

            if (!respellings.Exists(known => known.Grain == grain && known.Form == form))
            {
                respellings.Add(new Respelling(grain, form, form, rule));
            }
        }
    }

    private void AddOthers()
    {
        var same = new SameNames();
        foreach (VocabularyRule rule in Rules.Where(rule => rule.Verb == VocabularyVerb.Same))
        {
            same.Add([.. rule.Names.Select(KeyOf)]);
        }

        var named = ImmutableArray.CreateBuilder<(int, int, string)>();
        for (int number = 0; number < Rules.Length; number++)
        {
            VocabularyRule rule = Rules[number];
            int keys = rule.Verb == VocabularyVerb.Name ? 1 : rule.Names.Length;
            for (int name = 0; name < keys; name++)
            {
                string key = KeyOf(rule.Names[name]);
                named.Add((number, name, key));
                if (rule.Verb == VocabularyVerb.Same)
                {
                    _settled.Add(key);
                    if (same.RootOf(key) != key)
                    {
                        _sameByKey.TryAdd(key, (same.RootOf(key), number));
                    }
                    else if (!_writtenByKey.TryGetValue(key, out string? written) || string.CompareOrdinal(rule.Names[name], written) < 0)
                    {
                        _writtenByKey[key] = rule.Names[name];
                    }
                }
            }

            string root = same.RootOf(KeyOf(rule.Names[0]));
            if (rule.Verb == VocabularyVerb.Apart)
            {
                _apart.TryAdd(Pair(root, same.RootOf(KeyOf(rule.Names[1]))), number);
            }
            else if (rule.Verb == VocabularyVerb.Name)
            {
                _nameByKey[root] = (rule.Names[1], number);
            }
            else if (rule.Verb == VocabularyVerb.Drop)
            {
                _dropped.TryAdd(root, number);
            }
        }

        NamedKeys = named.ToImmutable();
    }

    /// <summary>Keys that lines say are one concept; the first name of a line gives the concept its key.</summary>
    private sealed class SameNames
    {
        private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);
        private readonly HashSet<string> _followers = new(StringComparer.Ordinal);
        private Dictionary<string, string>? _rootByTop;

        public void Add(IReadOnlyList<string> keys)
        {
            _rootByTop = null;
            foreach (string key in keys.Skip(1).Where(key => key != keys[0]))
            {
                _followers.Add(key);
                _parents.TryAdd(keys[0], keys[0]);
                _parents.TryAdd(key, key);
                _parents[Top(key)] = Top(keys[0]);
            }
        }

        /// <summary>Of the keys that are one: the ordinally first that follows no other, or else the ordinally first.</summary>
        public string RootOf(string key)
        {
            if (!_parents.ContainsKey(key))
            {
                return key;
            }

            _rootByTop ??= _parents.Keys.ToArray().GroupBy(Top, StringComparer.Ordinal).ToDictionary(
                group => group.Key,
                group => group.OrderBy(_followers.Contains).ThenBy(other => other, StringComparer.Ordinal).First(),
                StringComparer.Ordinal);
            return _rootByTop[Top(key)];
        }

        private string Top(string key)
        {
            string top = key;
            while (_parents[top] != top)
            {
                top = _parents[top];
            }

            // Long chains become short ones.
            while (_parents[key] != top)
            {
                (key, _parents[key]) = (_parents[key], top);
            }

            return top;
        }
    }
}
