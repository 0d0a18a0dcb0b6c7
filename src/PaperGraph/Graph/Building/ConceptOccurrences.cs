using PaperGraph.Graph.Image;

namespace PaperGraph.Graph.Building;

/// <summary>Every concept of every paper, as far as a vote over all papers looks at it: packed, as there are millions in a large collection.</summary>
internal sealed class ConceptOccurrences
{
    private readonly BlockList<int> _concepts = new();
    private readonly BlockList<long> _starts = new();
    private readonly ByteBuffer _bytes = new();
    private int[] _first = [];
    private int[] _byConcept = [];

    /// <summary>Takes what a thread packed with <see cref="PaperConcept.WriteTo"/>.</summary>
    public void Append(ByteBuffer packed, IEnumerable<(int Concept, long Start)> occurrences)
    {
        long start = _bytes.Append(packed);
        foreach ((int concept, long at) in occurrences)
        {
            _concepts.Add(concept);
            _starts.Add(start + at);
        }
    }

    /// <summary>Once all are there.</summary>
    /// <param name="concepts">One more than the highest number of a concept.</param>
    public void Complete(int concepts)
    {
        _first = new int[concepts + 1];
        for (int i = 0; i < _concepts.Count; i++)
        {
            _first[_concepts[i] + 1]++;
        }

        for (int concept = 0; concept < concepts; concept++)
        {
            _first[concept + 1] += _first[concept];
        }

        int[] next = _first[..^1];
        _byConcept = new int[_concepts.Count];
        for (int i = 0; i < _byConcept.Length; i++)
        {
            _byConcept[next[_concepts[i]]++] = i;
        }
    }

    /// <summary>Papers that name the concept.</summary>
    public int CountOf(int concept) => _first[concept + 1] - _first[concept];

    /// <summary>The concept in each of its papers. Safe to ask from many threads.</summary>
    public List<PaperConcept> Of(int concept, string key) => Read(concept, key, static (key, reader) => PaperConcept.Read(key, reader));

    /// <summary>Its name in each of its papers, where it has one there; else its key. Safe to ask from many threads.</summary>
    public List<string> NamesOf(int concept, string key) => Read(concept, key, static (key, reader) => PaperConcept.ReadName(reader) ?? key);

    private List<T> Read<T>(int concept, string key, Func<string, ByteReader, T> read)
    {
        var found = new List<T>(CountOf(concept));
        for (int i = _first[concept]; i < _first[concept + 1]; i++)
        {
            long start = _starts[_byConcept[i]];
            long end = _byConcept[i] + 1 < _starts.Count ? _starts[_byConcept[i] + 1] : _bytes.Length;
            int length = (int)(end - start);
            byte[] bytes = System.Buffers.ArrayPool<byte>.Shared.Rent(length);
            _bytes.CopyTo(start, bytes.AsSpan(0, length));
            found.Add(read(key, new ByteReader(bytes.AsSpan(0, length))));
            System.Buffers.ArrayPool<byte>.Shared.Return(bytes);
        }

        return found;
    }
}
