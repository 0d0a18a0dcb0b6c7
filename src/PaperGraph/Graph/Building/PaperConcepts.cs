using System.Collections.Immutable;
using PaperGraph.Concepts;
using PaperGraph.Extraction;

namespace PaperGraph.Graph.Building;

/// <summary>The concepts of one paper by key, with its short forms resolved inside it.</summary>
internal sealed class PaperConcepts
{
    private static readonly Dictionary<string, string> NoKeys = [];

    // A paper has some twenty concepts: a list is searched as fast as a table, and takes a tenth of its room.
    private readonly List<PaperConcept> _concepts;
    private readonly Vocabulary _vocabulary;
    private readonly VocabularyUse? _use;
    private readonly Dictionary<string, string> _longKeyByShortKey = NoKeys;
    private Dictionary<string, string> _movedKeys = NoKeys;
    private bool _isSorted;

    public PaperConcepts(MergedPaper paper, Vocabulary? vocabulary = null)
    {
        Paper = paper;
        _vocabulary = vocabulary ?? Vocabulary.Empty;
        _use = _vocabulary.IsEmpty ? null : new VocabularyUse();
        _concepts = new List<PaperConcept>(paper.Extraction.Concepts.Length);
        if (!paper.Extraction.Acronyms.IsEmpty)
        {
            _longKeyByShortKey = new Dictionary<string, string>(StringComparer.Ordinal);
        }

        foreach (Acronym acronym in paper.Extraction.Acronyms)
        {
            string shortKey = _vocabulary.KeyOf(acronym.Short);
            string longKey = _vocabulary.KeyOf(acronym.Long);
            if (shortKey.Length == 0 || longKey.Length == 0 || shortKey == longKey)
            {
                continue;
            }

            if (_vocabulary.AreApart(shortKey, longKey, out int rule))
            {
                _use!.Add(rule, acronym.Short);
            }
            else
            {
                _longKeyByShortKey.TryAdd(shortKey, longKey);
            }
        }

        foreach (ConceptMention mention in paper.Extraction.Concepts)
        {
            if (_use is null)
            {
                AddMention(mention);
            }
            else
            {
                foreach (ConceptMention part in MentionParts.Of(mention, paper, text => PartKeyOf(text, mention.Name)))
                {
                    AddMention(part);
                }
            }
        }

        foreach (string name in paper.Extraction.Introduces)
        {
            string key = KeyIn(name);
            if (key.Length > 0 && !IsDropped(key))
            {
                _use?.Keys.Add(key);
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
    public IEnumerable<KeyValuePair<string, string>> Definitions => _vocabulary.IsEmpty
        ? _longKeyByShortKey
        : _longKeyByShortKey.Select(pair => KeyValuePair.Create(pair.Key, _vocabulary.Resolve(pair.Value))).Where(pair => pair.Key != pair.Value);

    /// <summary>What the user's vocabulary did here; null where there is none.</summary>
    public VocabularyUse? Use => _use;

    /// <summary>The key of a text in this paper, as far as is settled by now.</summary>
    public string KeyIn(string text)
    {
        string key = _vocabulary.Resolve(SpelledKeyOf(text));
        return _movedKeys.GetValueOrDefault(key, key);
    }

    /// <summary>Whether the user's vocabulary leaves the concept out, or it is none for anybody.</summary>
    public bool IsDropped(string key) => _vocabulary.IsDropped(key, out _) || IsStock(key);

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

    /// <summary>Whether the collection may put this concept under another's key: what the paper or the user's vocabulary settles stays.</summary>
    public bool MayMove(string key, string other)
    {
        if (_use is null)
        {
            return true;
        }

        if (_vocabulary.AreApart(key, other, out int rule))
        {
            _use.Add(rule, key);
            return false;
        }

        return !_vocabulary.IsSettled(key);
    }

    /// <summary>Puts a concept under another key; where one stands there already, the two become one.</summary>
    public void Move(PaperConcept concept, string key, string reason)
    {
        _concepts.Remove(concept);
        if (ReferenceEquals(_movedKeys, NoKeys))
        {
            _movedKeys = new Dictionary<string, string>(StringComparer.Ordinal);
        }

        _movedKeys[concept.Key] = key;
        if (_vocabulary.IsDropped(key, out int dropped))
        {
            _use!.AddAll(dropped, concept.Spellings.Select(spelling => spelling.Text));
            return;
        }

        concept.ExplainSpellings(reason);
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

    /// <summary>A stock phrase is no concept, unless the user's vocabulary makes one of it.</summary>
    private bool IsStock(string key) => StockPhrases.Contains(key) && !_vocabulary.IsSettled(key) && _vocabulary.NameOf(key, out _) is null;

    /// <summary>The key of a spelling, or of what the paper says that it is short for.</summary>
    private string SpelledKeyOf(string text)
    {
        string spelled = _vocabulary.KeyOf(text);
        return _longKeyByShortKey.GetValueOrDefault(spelled, spelled);
    }

    /// <summary>The key of a spelling that extraction put under this name: the name's, unless the vocabulary sets the two apart.</summary>
    private string PartKeyOf(string text, string name)
    {
        string key = SpelledKeyOf(name);
        string spelled = _vocabulary.Respell(text, out int rule);
        if (rule >= 0 || _vocabulary.AreApart(spelled, key, out rule))
        {
            _use!.Add(rule, text);
            return spelled;
        }

        _vocabulary.Respell(name, out rule);
        return rule >= 0 && ConceptKey.Of(text) == ConceptKey.Of(name) ? spelled : key;
    }

    private void AddMention(ConceptMention mention)
    {
        string spelled = SpelledKeyOf(mention.Name);
        string key = _vocabulary.Resolve(spelled, out int same);
        if (key.Length == 0 || IsStock(key))
        {
            return;
        }

        _use?.AddMention(_vocabulary, mention, spelled, key, same);
        if (_vocabulary.IsDropped(key, out int dropped))
        {
            _use!.AddAll(dropped, mention.Surfaces);
            return;
        }

        PaperConcept concept = At(key);
        concept.Add(mention);
        if (_longKeyByShortKey.Count > 0)
        {
            concept.Explain(spelling => _longKeyByShortKey.ContainsKey(_vocabulary.KeyOf(spelling)) ? MergeReason.ShortForm : null);
        }

        if (same >= 0)
        {
            ExplainByVocabulary(concept, mention.Surfaces);
        }
    }

    private static void ExplainByVocabulary(PaperConcept concept, ImmutableArray<string> surfaces) =>
        concept.Explain(spelling => surfaces.Any(surface => PaperConcept.OneSpaced(surface) == spelling) ? MergeReason.Vocabulary : null);
}
