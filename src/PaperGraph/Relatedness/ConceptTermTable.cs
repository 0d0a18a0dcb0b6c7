using System.Collections.Immutable;
using PaperGraph.Papers;

namespace PaperGraph.Relatedness;

/// <summary>A concept's name as terms.</summary>
/// <param name="Terms">Words and phrases of the id and the name, each once.</param>
/// <param name="NameTerms">Of the name alone: a key may spell a word as no text does.</param>
internal sealed record ConceptTerms(string Id, string Name, ulong[] Terms, ulong[] NameTerms)
{
    private ulong _keyHash;

    /// <summary>Equal for spellings of one name.</summary>
    public string Key { get; } = TitleKey.Of(Name);

    /// <summary>Of <see cref="Key"/>.</summary>
    public ulong KeyHash => _keyHash != 0 ? _keyHash : _keyHash = TermHash.Spread(Key);

    /// <summary>Words of the name.</summary>
    public ulong[] Words { get; } = Array.FindAll(NameTerms, static term => TermHash.WordsOf(term) == 1);

    public static ConceptTerms Of(RelatednessConcept concept)
    {
        // Mostly the name is the id, and the terms are kept once.
        ulong[] named = ConceptTermTable.TermsOf(concept.Name);
        ulong[] terms = concept.Id == concept.Name ? named : [.. ConceptTermTable.TermsOf(concept.Id).Union(named)];
        return new ConceptTerms(concept.Id, concept.Name, terms.AsSpan().SequenceEqual(named) ? named : terms, named);
    }
}

/// <summary>The concepts of some papers, numbered by their ids; a concept's terms are read when a pair of papers shares it, which most are never.</summary>
/// <remarks>Safe for many threads, but that concepts are asked for once all papers are numbered. Numbers go by who comes first, and show nowhere.</remarks>
internal sealed class ConceptTermTable
{
    private readonly Lock _lock = new();
    private readonly List<RelatednessConcept> _concepts = [];
    private Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private ConceptTerms?[] _terms = [];

    /// <summary>Under the name that it had first.</summary>
    public ConceptTerms this[int number] => _terms[number] ??= ConceptTerms.Of(_concepts[number]);

    /// <summary>Numbers of a paper's concepts, ascending, each once.</summary>
    public int[] NumbersOf(ImmutableArray<RelatednessConcept> concepts)
    {
        if (concepts.IsEmpty)
        {
            return [];
        }

        var numbers = new int[concepts.Length];
        lock (_lock)
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                if (!_numbers.TryGetValue(concepts[i].Id, out numbers[i]))
                {
                    numbers[i] = _concepts.Count;
                    _numbers.Add(concepts[i].Id, numbers[i]);
                    _concepts.Add(concepts[i]);
                }
            }
        }

        Array.Sort(numbers);
        return DistinctOf<int>(numbers);
    }

    /// <summary>All papers are numbered: no more come.</summary>
    public void Complete()
    {
        _numbers = [];
        _terms = new ConceptTerms?[_concepts.Count];
    }

    /// <summary>Words of the concepts' names, ascending, each once.</summary>
    public static ulong[] WordsOf(ImmutableArray<RelatednessConcept> concepts)
    {
        List<Term> terms = TermReader.EmptyListOfThread();
        var words = new List<ulong>();
        foreach (RelatednessConcept concept in concepts)
        {
            terms.Clear();
            TermReader.Read(concept.Name, terms);
            foreach (Term term in terms)
            {
                if (term.Words == 1)
                {
                    words.Add(term.Hash);
                }
            }
        }

        words.Sort();
        return DistinctOf<ulong>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words));
    }

    /// <summary>Words and phrases of a text, each once, in the order in which they stand.</summary>
    public static ulong[] TermsOf(string name)
    {
        List<Term> terms = TermReader.EmptyListOfThread();
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

    private static T[] DistinctOf<T>(ReadOnlySpan<T> sorted)
        where T : IEquatable<T>
    {
        var distinct = new T[sorted.Length];
        int count = 0;
        foreach (T item in sorted)
        {
            if (count == 0 || !distinct[count - 1].Equals(item))
            {
                distinct[count++] = item;
            }
        }

        return count == distinct.Length ? distinct : distinct[..count];
    }
}
