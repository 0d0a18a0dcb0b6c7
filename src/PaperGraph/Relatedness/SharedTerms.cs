using System.Runtime.InteropServices;

namespace PaperGraph.Relatedness;

/// <summary>The terms of two papers, each with its part of their score; a part is given away once.</summary>
internal sealed class SharedTerms
{
    private readonly ulong[] _terms;
    private readonly double[] _parts; // 0 once taken

    /// <param name="terms">Ascending, each once.</param>
    /// <param name="parts">Each one's part of the score.</param>
    /// <param name="score">Of the two papers, without shared code.</param>
    public SharedTerms(ReadOnlySpan<ulong> terms, ReadOnlySpan<double> parts, double score) => (_terms, _parts, Score) = (terms.ToArray(), parts.ToArray(), score);

    /// <summary>Of papers that need not be in an index.</summary>
    public static SharedTerms Of(RelatednessPaper first, RelatednessPaper second, RelatednessModel model)
    {
        TermVector here = TermVector.Of(first, model), there = TermVector.Of(second, model);
        var terms = new List<ulong>();
        var parts = new List<double>();
        int product = 0;
        int other = 0;
        for (int i = 0; i < here.Hashes.Length; i++)
        {
            while (other < there.Hashes.Length && there.Hashes[other] < here.Hashes[i])
            {
                other++;
            }

            if (other < there.Hashes.Length && there.Hashes[other] == here.Hashes[i])
            {
                int weight = PairScore.Quantise(here.Weights[i]), otherWeight = PairScore.Quantise(there.Weights[other]);
                product += weight * otherWeight;
                terms.Add(here.Hashes[i]);
                parts.Add(PairScore.OfTerm(weight, otherWeight));
            }
        }

        int latent = PlaceProduct.Of(model.Space.PlaceOf(here.Hashes, here.Weights), model.Space.PlaceOf(there.Hashes, there.Weights));
        return new SharedTerms(CollectionsMarshal.AsSpan(terms), CollectionsMarshal.AsSpan(parts), PairScore.Of(PairScore.Total(product, latent)));
    }

    public double Score { get; }

    /// <summary>Those that both papers have, taken or not.</summary>
    public ReadOnlySpan<ulong> Terms => _terms;

    /// <summary>Whether both papers have it and it is not taken.</summary>
    public bool Has(ulong term) => PartOf(term) > 0;

    public double Weight(ulong[] terms)
    {
        double weight = 0;
        foreach (ulong term in terms)
        {
            weight += PartOf(term);
        }

        return weight;
    }

    public double Take(ulong[] terms)
    {
        double taken = 0;
        foreach (ulong term in terms)
        {
            int at = Array.BinarySearch(_terms, term);
            if (at >= 0)
            {
                taken += _parts[at];
                _parts[at] = 0;
            }
        }

        return taken;
    }

    private double PartOf(ulong term)
    {
        int at = Array.BinarySearch(_terms, term);
        return at < 0 ? 0 : _parts[at];
    }
}
