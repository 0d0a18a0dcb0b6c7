namespace PaperGraph.Relatedness;

/// <summary>The terms of two papers, each with its part of their score; a part is given away once.</summary>
internal sealed class SharedTerms
{
    private readonly Dictionary<ulong, double> _weights = [];

    public SharedTerms(TermVector first, TermVector second)
    {
        int other = 0;
        for (int i = 0; i < first.Hashes.Length; i++)
        {
            while (other < second.Hashes.Length && second.Hashes[other] < first.Hashes[i])
            {
                other++;
            }

            if (other < second.Hashes.Length && second.Hashes[other] == first.Hashes[i])
            {
                _weights.Add(first.Hashes[i], first.Weights[i] * (double)second.Weights[other]);
                Total += first.Weights[i] * (double)second.Weights[other];
            }
        }
    }

    /// <param name="shared">Each term once.</param>
    public SharedTerms(IEnumerable<(ulong Term, double Weight)> shared)
    {
        foreach ((ulong term, double weight) in shared)
        {
            _weights.Add(term, weight);
            Total += weight;
        }
    }

    public double Total { get; }

    public bool Has(ulong term) => _weights.ContainsKey(term);

    public double Weight(ulong[] terms) => terms.Sum(term => _weights.GetValueOrDefault(term));

    public double Take(ulong[] terms)
    {
        double taken = 0;
        foreach (ulong term in terms)
        {
            taken += _weights.Remove(term, out double weight) ? weight : 0;
        }

        return taken;
    }
}
