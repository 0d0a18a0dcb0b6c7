using System.Collections.Concurrent;
using System.Globalization;
using PaperGraph.Papers;

namespace PaperGraph.Relatedness;

/// <summary>A paper as reasons are looked for in it.</summary>
internal sealed class ReasonSource
{
    private OccurringTerm[]? _occurring;
    private Dictionary<ulong, int> _placeByTerm = [];

    public ReasonSource(RelatednessPaper paper, ConceptTermTable names)
    {
        // The concepts are kept as terms alone.
        Paper = paper with { Concepts = [] };
        Concepts = [.. paper.Concepts.OrderBy(concept => concept.Id, StringComparer.Ordinal).Select(names.Of)];
    }

    public RelatednessPaper Paper { get; }

    /// <summary>By id.</summary>
    public ConceptTerms[] Concepts { get; }

    /// <summary>Where the shared terms stand in the paper first: longer phrases before their words, and the abstract before the title.</summary>
    public List<OccurringTerm> Occurring(SharedTerms shared)
    {
        OccurringTerm[] own = _occurring ??= ReadTerms();
        var places = new List<int>(shared.Terms.Length);
        foreach (ulong term in shared.Terms)
        {
            if (_placeByTerm.TryGetValue(term, out int place))
            {
                places.Add(place);
            }
        }

        places.Sort();
        return places.ConvertAll(place => own[place]);
    }

    public bool Names(string concept) => Array.Exists(Concepts, own => own.Id == concept);

    /// <summary>Whether the name of one of its concepts holds the word.</summary>
    public bool NamesWord(ulong word) => Array.Exists(Concepts, concept => concept.Words.AsSpan().Contains(word));

    private OccurringTerm[] ReadTerms()
    {
        var terms = new List<Term>(512);
        TermReader.Read(Paper.Abstract, terms);
        int inAbstract = terms.Count;
        TermReader.Read(Paper.Title, terms);
        var occurring = new List<OccurringTerm>(terms.Count);
        _placeByTerm = new Dictionary<ulong, int>(terms.Count);
        for (int words = 3; words >= 1; words--)
        {
            for (int i = 0; i < terms.Count; i++)
            {
                if (terms[i].Words == words && _placeByTerm.TryAdd(terms[i].Hash, occurring.Count))
                {
                    occurring.Add(new OccurringTerm(i < inAbstract ? Paper.Abstract : Paper.Title, terms[i]));
                }
            }
        }

        return [.. occurring];
    }
}

/// <summary>A term where it stands in a paper.</summary>
internal sealed class OccurringTerm(string text, Term term)
{
    private static readonly System.Buffers.SearchValues<char> LowerCase = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    private string? _surface, _key;
    private ulong[]? _parts, _words;
    private bool? _holdsAdverb;
    private float _idf = -1;

    public Term Term => term;

    /// <summary>As written, but for a capital that only opens a sentence or a title.</summary>
    public string Surface => _surface ??= ReadSurface();

    /// <summary>Equal for spellings of one name.</summary>
    public string Key => _key ??= TitleKey.Of(Surface);

    /// <summary>The term itself, and the words and phrases inside.</summary>
    public ulong[] Parts => _parts ??= term.Words == 1 ? [term.Hash] : ConceptTermTable.TermsOf(Surface);

    public ulong[] Words => _words ??= [.. Parts.Where(part => TermHash.WordsOf(part) == 1)];

    /// <summary><c>automatically trains</c> connects, but no person would name it.</summary>
    public bool HoldsAdverb => _holdsAdverb ??= Surface.Contains("ly", StringComparison.Ordinal) && Surface.Split(' ', '-').Any(word => word.Length > 5 && word.EndsWith("ly", StringComparison.Ordinal));

    public float Idf(RelatednessModel model) => _idf >= 0 ? _idf : _idf = model.Idf(term.Hash);

    private string ReadSurface()
    {
        if (term.Words == 1)
        {
            ReadOnlySpan<char> word = text.AsSpan(term.Start, term.End - term.Start);
            return word[1..].ContainsAnyExcept(LowerCase) ? word.ToString() : word.ToString().ToLowerInvariant();
        }

        string[] words = text[term.Start..term.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select(word => word.AsSpan(1).ContainsAnyExcept(LowerCase) ? word : word.ToLower(CultureInfo.InvariantCulture)));
    }
}

/// <summary>A concept's name as terms.</summary>
/// <param name="Terms">Words and phrases of the id and the name, each once.</param>
/// <param name="NameTerms">Of the name alone: a key may spell a word as no text does.</param>
/// <param name="Words">Words of the name.</param>
internal sealed record ConceptTerms(string Id, string Name, ulong[] Terms, ulong[] NameTerms, ulong[] Words)
{
    private string? _key;

    /// <summary>Equal for spellings of one name.</summary>
    public string Key => _key ??= TitleKey.Of(Name);
}

/// <summary>Concepts' names, each read once.</summary>
internal sealed class ConceptTermTable
{
    private readonly ConcurrentDictionary<(string Id, string Name), ConceptTerms> _byName = new();

    public ConceptTerms Of(RelatednessConcept concept) => _byName.GetOrAdd((concept.Id, concept.Name), static pair =>
    {
        // Mostly the name is the id, and the terms are kept once.
        ulong[] named = TermsOf(pair.Name);
        ulong[] terms = pair.Id == pair.Name ? named : [.. TermsOf(pair.Id).Union(named)];
        return new ConceptTerms(pair.Id, pair.Name, terms.AsSpan().SequenceEqual(named) ? named : terms, named, Array.FindAll(named, term => TermHash.WordsOf(term) == 1));
    });

    public static ulong[] TermsOf(string name)
    {
        var terms = new List<Term>();
        TermReader.Read(name, terms);
        return [.. terms.Select(term => term.Hash).Distinct()];
    }
}
