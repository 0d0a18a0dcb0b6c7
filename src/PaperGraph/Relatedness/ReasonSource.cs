using System.Collections.Concurrent;
using System.Globalization;
using PaperGraph.Papers;

namespace PaperGraph.Relatedness;

/// <summary>A paper as reasons are looked for in it.</summary>
internal sealed class ReasonSource
{
    private (Term Term, bool IsInAbstract)[]? _terms; // each once: longer phrases before shorter ones and words; abstract before title
    private OccurringTerm?[] _occurring = [];
    private int[] _placeByHash = [];     // open addressing: a place in the terms from 1; 0 for none

    public ReasonSource(RelatednessPaper paper, ConceptTermTable names)
    {
        // The concepts are kept as terms alone.
        Paper = paper with { Concepts = [] };
        var concepts = new ConceptTerms[paper.Concepts.Length];
        for (int i = 0; i < concepts.Length; i++)
        {
            concepts[i] = names.Of(paper.Concepts[i]);
        }

        Array.Sort(concepts, ConceptTerms.ByHash);
        Concepts = concepts;
    }

    private ReasonSource(RelatednessPaper paper, ConceptTerms[] concepts) => (Paper, Concepts) = (paper, concepts);

    public RelatednessPaper Paper { get; }

    /// <summary>In the order of <see cref="ConceptTerms.ByHash"/>.</summary>
    public ConceptTerms[] Concepts { get; }

    /// <summary>The same paper with its text.</summary>
    public ReasonSource WithText(RelatednessPaper paper) => new(paper with { Concepts = [] }, Concepts);

    /// <summary>Where the shared terms stand in the paper first: longer phrases before their words, and the abstract before the title.</summary>
    public OccurringTerm[] Occurring(SharedTerms shared)
    {
        if (_terms is null)
        {
            ReadTerms();
        }

        Span<int> places = shared.Terms.Length <= 256 ? stackalloc int[shared.Terms.Length] : new int[shared.Terms.Length];
        int count = 0;
        foreach (ulong term in shared.Terms)
        {
            int place = _placeByHash[SlotOf(term, _terms)];
            if (place > 0)
            {
                places[count++] = place - 1;
            }
        }

        places = places[..count];
        places.Sort();
        var occurring = new OccurringTerm[count];
        for (int i = 0; i < count; i++)
        {
            occurring[i] = _occurring[places[i]] ??= new OccurringTerm(_terms![places[i]].IsInAbstract ? Paper.Abstract : Paper.Title, _terms[places[i]].Term);
        }

        return occurring;
    }

    /// <summary>The concepts that both papers name, by id.</summary>
    public List<ConceptTerms> Shared(ReasonSource other)
    {
        var shared = new List<ConceptTerms>();
        for (int i = 0, j = 0; i < Concepts.Length && j < other.Concepts.Length;)
        {
            int order = ReferenceEquals(Concepts[i], other.Concepts[j]) ? 0 : ConceptTerms.ByHash(Concepts[i], other.Concepts[j]);
            if (order == 0)
            {
                shared.Add(Concepts[i]);
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        shared.Sort(static (left, right) => string.CompareOrdinal(left.Id, right.Id));
        return shared;
    }

    /// <summary>Whether the name of one of its concepts holds the word.</summary>
    public bool NamesWord(ulong word)
    {
        foreach (ConceptTerms concept in Concepts)
        {
            if (concept.Words.AsSpan().Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadTerms()
    {
        var terms = new List<Term>(512);
        TermReader.Read(Paper.Abstract, terms);
        int inAbstract = terms.Count;
        TermReader.Read(Paper.Title, terms);
        _placeByHash = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(terms.Count * 2) | 2)];
        var distinct = new List<(Term Term, bool IsInAbstract)>(terms.Count);
        for (int words = 3; words >= 1; words--)
        {
            for (int i = 0; i < terms.Count; i++)
            {
                if (terms[i].Words != words)
                {
                    continue;
                }

                int slot = SlotOf(terms[i].Hash, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(distinct));
                if (_placeByHash[slot] == 0)
                {
                    distinct.Add((terms[i], i < inAbstract));
                    _placeByHash[slot] = distinct.Count;
                }
            }
        }

        _terms = [.. distinct];
        _occurring = new OccurringTerm?[_terms.Length];
    }

    /// <summary>Where the table holds the term's place, or has room for it.</summary>
    private int SlotOf(ulong term, ReadOnlySpan<(Term Term, bool IsInAbstract)> terms)
    {
        int slot = (int)(term >> 32) & (_placeByHash.Length - 1);
        while (_placeByHash[slot] > 0 && terms[_placeByHash[slot] - 1].Term.Hash != term)
        {
            slot = (slot + 1) & (_placeByHash.Length - 1);
        }

        return slot;
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
    public ulong[] Parts => _parts ??= term.Words == 1 ? [term.Hash] : ConceptTermTable.TermsOf(text[term.Start..term.End]);

    public ulong[] Words => _words ??= term.Words == 1 ? Parts : Array.FindAll(Parts, static part => TermHash.WordsOf(part) == 1);

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
/// <param name="Hash">Of the id.</param>
/// <param name="Terms">Words and phrases of the id and the name, each once.</param>
/// <param name="NameTerms">Of the name alone: a key may spell a word as no text does.</param>
/// <param name="Words">Words of the name.</param>
internal sealed record ConceptTerms(ulong Hash, string Id, string Name, ulong[] Terms, ulong[] NameTerms, ulong[] Words)
{
    private string? _key;

    /// <summary>Equal for spellings of one name.</summary>
    public string Key => _key ??= TitleKey.Of(Name);

    /// <summary>By the ids, which are compared themselves only where their hashes are equal.</summary>
    public static int ByHash(ConceptTerms left, ConceptTerms right) => left.Hash != right.Hash ? left.Hash.CompareTo(right.Hash) : string.CompareOrdinal(left.Id, right.Id);
}

/// <summary>Concepts' names, each read once.</summary>
internal sealed class ConceptTermTable
{
    private readonly ConcurrentDictionary<(string Id, string Name), ConceptTerms> _byName = new();

    public ConceptTerms Of(RelatednessConcept concept) => _byName.TryGetValue((concept.Id, concept.Name), out ConceptTerms? known) ? known : _byName.GetOrAdd((concept.Id, concept.Name), static pair =>
    {
        // Mostly the name is the id, and the terms are kept once.
        ulong[] named = TermsOf(pair.Name);
        ulong[] terms = pair.Id == pair.Name ? named : [.. TermsOf(pair.Id).Union(named)];
        return new ConceptTerms(TermHash.Node(pair.Id), pair.Id, pair.Name, terms.AsSpan().SequenceEqual(named) ? named : terms, named, Array.FindAll(named, term => TermHash.WordsOf(term) == 1));
    });

    public static ulong[] TermsOf(string name)
    {
        var terms = new List<Term>();
        TermReader.Read(name, terms);
        var hashes = new ulong[terms.Count];
        int distinct = 0;
        foreach (Term term in terms)
        {
            if (!hashes.AsSpan(0, distinct).Contains(term.Hash))
            {
                hashes[distinct++] = term.Hash;
            }
        }

        return distinct == hashes.Length ? hashes : hashes[..distinct];
    }
}
