using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PaperGraph.Models;

namespace PaperGraph.Relatedness;

/// <summary>Where the commonest terms lie in a space of topics: two papers that share no word can lie near each other in it.</summary>
/// <remarks>A text's place is the sum of its terms' places, each by the term's weight, brought to length 1; likeness is the cosine. Places are kept as bytes
/// with one scale a term.</remarks>
internal sealed class LatentSpace
{
    /// <summary>A text's place is kept in steps of 1 / <see cref="Unit"/>, so the product of two is their cosine times <see cref="Unit"/>².</summary>
    public const int Unit = 128;

    /// <summary>No number of a place is beyond ±<see cref="Most"/>: what lies more than half along one dimension is brought back to the half.</summary>
    public const int Most = Unit / 2;

    private readonly ulong[] _terms;   // ascending
    private readonly TermTable _table;
    private readonly float[] _scales;  // by term
    private readonly sbyte[] _places;  // by term, then dimension

    /// <param name="terms">Hashes, ascending.</param>
    /// <param name="places">By term, then dimension.</param>
    public LatentSpace(int dimensions, ulong[] terms, float[] scales, sbyte[] places)
    {
        if (dimensions < 0 || dimensions % 32 != 0 || scales.Length != terms.Length || places.LongLength != (long)terms.Length * dimensions)
        {
            throw new InvalidDataException("The relatedness model's space does not belong together.");
        }

        (Dimensions, _terms, _scales, _places, _table) = (dimensions, terms, scales, places, new TermTable(terms));
    }

    /// <summary>No space at all: every likeness is 0.</summary>
    public static LatentSpace Empty { get; } = new(0, [], [], []);

    /// <summary>A multiple of 32.</summary>
    public int Dimensions { get; }

    public int Terms => _terms.Length;

    /// <summary>Of the scales: no two spaces that were learned differently have the same.</summary>
    public byte[] Digest => SHA256.HashData(MemoryMarshal.AsBytes<float>(_scales));

    /// <summary>The space of these places.</summary>
    /// <param name="places">By term; each of <paramref name="dimensions"/> numbers.</param>
    public static LatentSpace Of(int dimensions, IReadOnlyList<(ulong Term, float[] Place)> places)
    {
        (ulong Term, float[] Place)[] ordered = [.. places.OrderBy(pair => pair.Term)];
        var scales = new float[ordered.Length];
        var bytes = new sbyte[ordered.Length * dimensions];
        for (int term = 0; term < ordered.Length; term++)
        {
            float[] place = ordered[term].Place;
            float most = place.Max(Math.Abs);
            scales[term] = most / sbyte.MaxValue;
            for (int d = 0; d < dimensions && most > 0; d++)
            {
                bytes[(term * dimensions) + d] = (sbyte)MathF.Round(place[d] / most * sbyte.MaxValue);
            }
        }

        return new LatentSpace(dimensions, [.. ordered.Select(pair => pair.Term)], scales, bytes);
    }

    /// <summary>A text's place; all 0 where none of its terms is known.</summary>
    /// <param name="hashes">Ascending, with their weights.</param>
    public sbyte[] PlaceOf(ReadOnlySpan<ulong> hashes, ReadOnlySpan<float> weights)
    {
        Span<float> sum = stackalloc float[Dimensions];
        sum.Clear();
        for (int i = 0; i < hashes.Length; i++)
        {
            int found = _table.Find(hashes[i]);
            if (found >= 0)
            {
                Add(sum, _places.AsSpan(found * Dimensions, Dimensions), weights[i] * _scales[found]);
            }
        }

        double squares = 0;
        foreach (float value in sum)
        {
            squares += value * (double)value;
        }

        var place = new sbyte[Dimensions];
        float unit = squares > 0 ? (float)(Unit / Math.Sqrt(squares)) : 0;
        for (int d = 0; d < place.Length; d++)
        {
            place[d] = (sbyte)Math.Clamp(MathF.Round(sum[d] * unit), -Most, Most);
        }

        return place;
    }

    public IEnumerable<(string Name, int ElementSize, byte[] Bytes)> ToSections() =>
    [
        ("space.dimensions", sizeof(int), BitConverter.GetBytes(Dimensions)),
        ("space.terms", sizeof(ulong), MemoryMarshal.AsBytes<ulong>(_terms).ToArray()),
        ("space.scales", sizeof(float), MemoryMarshal.AsBytes<float>(_scales).ToArray()),
        ("space.places", sizeof(sbyte), MemoryMarshal.AsBytes<sbyte>(_places).ToArray()),
    ];

    /// <exception cref="InvalidDataException">A section is missing or of another length.</exception>
    public static LatentSpace Read(ModelFile file) =>
        new(file.Section<int>("space.dimensions")[0], file.Section<ulong>("space.terms"), file.Section<float>("space.scales"), file.Section<sbyte>("space.places"));

    /// <summary>Each dimension for itself, so that the width of vectors leaves no trace in the sums.</summary>
    private static void Add(Span<float> sum, ReadOnlySpan<sbyte> place, float weight)
    {
        Span<Vector<float>> sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        ReadOnlySpan<Vector<sbyte>> places = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(place);
        var factor = new Vector<float>(weight);
        for (int i = 0; i < places.Length; i++)
        {
            Vector.Widen(places[i], out Vector<short> low, out Vector<short> high);
            Vector.Widen(low, out Vector<int> first, out Vector<int> second);
            Vector.Widen(high, out Vector<int> third, out Vector<int> fourth);
            sums[i * 4] += Vector.ConvertToSingle(first) * factor;
            sums[(i * 4) + 1] += Vector.ConvertToSingle(second) * factor;
            sums[(i * 4) + 2] += Vector.ConvertToSingle(third) * factor;
            sums[(i * 4) + 3] += Vector.ConvertToSingle(fourth) * factor;
        }
    }
}
