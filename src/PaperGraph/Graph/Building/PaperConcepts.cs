using PaperGraph.Concepts;
using PaperGraph.Extraction;

namespace PaperGraph.Graph.Building;

/// <summary>The concepts of one paper by key, with its short forms resolved inside it.</summary>
internal sealed class PaperConcepts
{
    private static readonly Dictionary<string, string> NoDefinitions = [];

    // A paper has some twenty concepts: a list is searched as fast as a table, and takes a tenth of its room.
    private readonly List<PaperConcept> _concepts;
    private readonly Dictionary<string, string> _longKeyByShortKey = NoDefinitions;
    private bool _isSorted;

    public PaperConcepts(MergedPaper paper)
    {
        Paper = paper;
        _concepts = new List<PaperConcept>(paper.Extraction.Concepts.Length);
        if (!paper.Extraction.Acronyms.IsEmpty)
        {
            _longKeyByShortKey = new Dictionary<string, string>(StringComparer.Ordinal);
        }

        foreach (Acronym acronym in paper.Extraction.Acronyms)
        {
            string shortKey = ConceptKey.Of(acronym.Short);
            string longKey = ConceptKey.Of(acronym.Long);
            if (shortKey.Length > 0 && longKey.Length > 0 && shortKey != longKey)
            {
                _longKeyByShortKey.TryAdd(shortKey, longKey);
            }
        }

        foreach (ConceptMention mention in paper.Extraction.Concepts)
        {
            string spelled = ConceptKey.Of(mention.Name);
            if (spelled.Length > 0)
            {
                PaperConcept concept = At(KeyOf(spelled));
                concept.Add(mention);
                MarkShortForms(concept);
            }
        }

        foreach (string name in paper.Extraction.Introduces)
        {
            string key = KeyOf(ConceptKey.Of(name));
            if (key.Length > 0)
            {
                PaperConcept concept = At(key);
                concept.IsIntroduced = true;
                concept.AddName(name);
            }
        }
    }

    public MergedPaper Paper { get; }

    /// <summary>In the order of their keys. Not to be changed while they are walked.</summary>
    public IReadOnlyList<PaperConcept> Concepts
    {
        get
        {
            if (!_isSorted)
            {
                _concepts.Sort(static (one, other) => string.CompareOrdinal(one.Key, other.Key));
                _isSorted = true;
            }

            return _concepts;
        }
    }

    /// <summary>Short forms that the paper defines, by key.</summary>
    public IEnumerable<KeyValuePair<string, string>> Definitions => _longKeyByShortKey;

    /// <summary>The key of a text in this paper.</summary>
    public string KeyIn(string text) => KeyOf(ConceptKey.Of(text));

    public PaperConcept? Find(string key)
    {
        foreach (PaperConcept concept in _concepts)
        {
            if (concept.Key == key)
            {
                return concept;
            }
        }

        return null;
    }

    /// <summary>The concept under this key, made where the paper does not name it otherwise.</summary>
    public PaperConcept At(string key)
    {
        if (Find(key) is { } known)
        {
            return known;
        }

        var concept = new PaperConcept(key);
        _concepts.Add(concept);
        _isSorted = false;
        return concept;
    }

    public bool Defines(string shortKey) => _longKeyByShortKey.ContainsKey(shortKey);

    /// <summary>Puts a concept under another key; where one stands there already, the two become one.</summary>
    public void Move(PaperConcept concept, string key, string reason)
    {
        _concepts.Remove(concept);
        concept.Explain(_ => reason);
        concept.Key = key;
        if (Find(key) is { } home)
        {
            home.Join(concept);
        }
        else
        {
            _concepts.Add(concept);
            _isSorted = false;
        }
    }

    private string KeyOf(string spelled) => _longKeyByShortKey.GetValueOrDefault(spelled, spelled);

    private void MarkShortForms(PaperConcept concept)
    {
        if (_longKeyByShortKey.Count > 0)
        {
            concept.Explain(spelling => _longKeyByShortKey.ContainsKey(ConceptKey.Of(spelling)) ? MergeReason.ShortForm : null);
        }
    }
}
