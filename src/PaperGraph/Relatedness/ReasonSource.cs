using System.Globalization;
using PaperGraph.Papers;

namespace PaperGraph.Relatedness;

/// <summary>A paper as reasons are looked for in it.</summary>
internal sealed class ReasonSource
{
    private readonly ConceptTermTable _names;
    private readonly int[] _concepts;    // numbers in the table, ascending
    private readonly ulong[] _named;     // words of the concepts' names, ascending, each once
    private (Term Term, bool IsInAbstract)[]? _terms; // each once: longer phrases before shorter ones and words; abstract before title
    private OccurringTerm?[] _occurring = [];
    private int[] _placeByHash = [];     // open addressing: a place in the terms from 1; 0 for none

    public ReasonSource(RelatednessPaper paper, ConceptTermTable names)
        : this(paper, names, names.NumbersOf(paper.Concepts), ConceptTermTable.WordsOf(paper.Concepts))
    {
    }

    private ReasonSource(RelatednessPaper paper, ConceptTermTable names, int[] concepts, ulong[] named)
    {
        // The concepts are kept as numbers alone.
        Paper = paper.Concepts.IsEmpty ? paper : paper with { Concepts = [] };
        (_names, _concepts, _named) = (names, concepts, named);
    }

    public RelatednessPaper Paper { get; }

    public bool HasConcepts => _concepts.Length > 0;

    /// <summary>The same paper with its text.</summary>
    public ReasonSource WithText(RelatednessPaper paper) => new(paper with { Concepts = [] }, _names, _concepts, _named);

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
        int[] others = other._concepts;
        for (int i = 0, j = 0; i < _concepts.Length && j < others.Length;)
        {
            int difference = _concepts[i] - others[j];
            if (difference == 0)
            {
                shared.Add(_names[_concepts[i]]);
            }

            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }

        shared.Sort(static (left, right) => string.CompareOrdinal(left.Id, right.Id));
        return shared;
    }

    /// <summary>Whether the name of one of its concepts holds the word.</summary>
    public bool NamesWord(ulong word) => _named.AsSpan().BinarySearch(word) >= 0;

    private void ReadTerms()
    {
        List<Term> terms = TermReader.EmptyListOfThread();
        TermReader.Read(Paper.Abstract, terms);
        int inAbstract = terms.Count;
        TermReader.Read(Paper.Title, terms);
        _placeByHash = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(terms.Count * 2) | 2)];
        var distinct = new (Term Term, bool IsInAbstract)[terms.Count];
        int count = 0;
        for (int words = 3; words >= 1; words--)
        {
            for (int i = 0; i < terms.Count; i++)
            {
                if (terms[i].Words != words)
                {
                    continue;
                }

                int slot = SlotOf(terms[i].Hash, distinct);
                if (_placeByHash[slot] == 0)
                {
                    distinct[count++] = (terms[i], i < inAbstract);
                    _placeByHash[slot] = count;
                }
            }
        }

        _terms = distinct;
        _occurring = new OccurringTerm?[count];
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
    private ulong _keyHash;

    public Term Term => term;

    /// <summary>As written, but for a capital that only opens a sentence or a title.</summary>
    public string Surface => _surface ??= ReadSurface();

    /// <summary>Equal for spellings of one name.</summary>
    public string Key => _key ??= TitleKey.Of(Surface);

    /// <summary>Of <see cref="Key"/>.</summary>
    public ulong KeyHash => _keyHash != 0 ? _keyHash : _keyHash = TermHash.Spread(Key);

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
