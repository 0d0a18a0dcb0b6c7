using PaperGraph.Concepts;
using PaperGraph.Extraction;

namespace PaperGraph.Graph.Building;

/// <summary>The concepts of one paper by key, with its short forms resolved inside it.</summary>
internal sealed class PaperConcepts
{
    private readonly Dictionary<string, PaperConcept> _conceptsByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _longKeyByShortKey = new(StringComparer.Ordinal);

    public PaperConcepts(MergedPaper paper)
    {
        Paper = paper;
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
                if (concept.Names.Count == 0)
                {
                    concept.Names.Add(name);
                    concept.ReasonBySurface.TryAdd(name, MergeReason.Spelling);
                }
            }
        }
    }

    public MergedPaper Paper { get; }

    /// <summary>In the order of their keys.</summary>
    public IEnumerable<PaperConcept> Concepts => _conceptsByKey.Values.OrderBy(concept => concept.Key, StringComparer.Ordinal);

    /// <summary>Short forms that the paper defines, by key.</summary>
    public IEnumerable<KeyValuePair<string, string>> Definitions => _longKeyByShortKey;

    /// <summary>The key of a text in this paper.</summary>
    public string KeyIn(string text) => KeyOf(ConceptKey.Of(text));

    public PaperConcept? Find(string key) => _conceptsByKey.GetValueOrDefault(key);

    /// <summary>The concept under this key, made where the paper does not name it otherwise.</summary>
    public PaperConcept At(string key)
    {
        if (!_conceptsByKey.TryGetValue(key, out PaperConcept? concept))
        {
            concept = new PaperConcept(key);
            _conceptsByKey.Add(key, concept);
        }

        return concept;
    }

    public bool Defines(string shortKey) => _longKeyByShortKey.ContainsKey(shortKey);

    /// <summary>Puts a concept under another key; where one stands there already, the two become one.</summary>
    public void Move(PaperConcept concept, string key, string reason)
    {
        _conceptsByKey.Remove(concept.Key);
        foreach (string surface in concept.ReasonBySurface.Keys.ToList())
        {
            concept.ReasonBySurface[surface] = reason;
        }

        concept.Key = key;
        if (_conceptsByKey.TryGetValue(key, out PaperConcept? home))
        {
            home.Join(concept);
        }
        else
        {
            _conceptsByKey.Add(key, concept);
        }
    }

    private string KeyOf(string spelled) => _longKeyByShortKey.GetValueOrDefault(spelled, spelled);

    private void MarkShortForms(PaperConcept concept)
    {
        foreach (string surface in concept.ReasonBySurface.Keys.ToList())
        {
            if (_longKeyByShortKey.ContainsKey(ConceptKey.Of(surface)))
            {
                concept.ReasonBySurface[surface] = MergeReason.ShortForm;
            }
        }
    }
}
