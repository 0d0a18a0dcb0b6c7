using System.Collections.Immutable;
using PaperGraph.Graph;

namespace PaperGraph.Queries;

/// <summary>Groups of nodes that hang together more than with the rest: the Louvain method (Blondel and others 2008).</summary>
/// <remarks>Nodes move in the graph's order and a tie goes to the lower number, so the same graph gives the same groups.</remarks>
internal sealed class Communities
{
    private const int MostRounds = 50;
    private const double LeastGain = 1e-9;

    /// <param name="weight">Of an edge, both ways; 0 where it does not count.</param>
    /// <returns>By node: its group, numbered from 0 in the order of first nodes.</returns>
    public static ImmutableArray<int> Of(KnowledgeGraph graph, Func<Edge, double> weight)
    {
        var level = new Level(graph.NodeCount);
        foreach (Edge edge in graph.Edges)
        {
            double weighed = edge.Source == edge.Target ? 0 : weight(edge);
            if (weighed > 0)
            {
                level.Join(edge.Source.Index, edge.Target.Index, weighed);
            }
        }

        int[] groups = [.. Enumerable.Range(0, graph.NodeCount)];
        while (level.MoveNodes(out int[] moved))
        {
            for (int node = 0; node < groups.Length; node++)
            {
                groups[node] = moved[groups[node]];
            }

            level = level.Merge(moved);
        }

        return [.. groups];
    }

    /// <summary>A weighted graph whose nodes are groups of the level below.</summary>
    private sealed class Level(int count)
    {
        private readonly SortedDictionary<int, double>[] _neighbours = [.. Enumerable.Range(0, count).Select(_ => new SortedDictionary<int, double>())];
        private readonly double[] _inner = new double[count];

        public void Join(int one, int other, double weight)
        {
            if (one == other)
            {
                _inner[one] += 2 * weight;
                return;
            }

            _neighbours[one][other] = _neighbours[one].GetValueOrDefault(other) + weight;
            _neighbours[other][one] = _neighbours[other].GetValueOrDefault(one) + weight;
        }

        /// <summary>Moves every node to the neighbouring group that gains most modularity, until none gains.</summary>
        /// <param name="groups">By node, numbered from 0 without gaps.</param>
        /// <returns>False where nothing moved.</returns>
        public bool MoveNodes(out int[] groups)
        {
            int[] group = [.. Enumerable.Range(0, count)];
            double[] degrees = [.. Enumerable.Range(0, count).Select(node => _inner[node] + _neighbours[node].Values.Sum())];
            double[] totals = [.. degrees];
            double all = degrees.Sum();
            bool any = false;
            bool moved = all > 0;
            for (int round = 0; moved && round < MostRounds; round++)
            {
                moved = false;
                for (int node = 0; node < count; node++)
                {
                    int best = BestGroup(node, group, totals, degrees[node], all);
                    moved |= best != group[node];
                    totals[group[node]] -= degrees[node];
                    totals[best] += degrees[node];
                    group[node] = best;
                }

                any |= moved;
            }

            var numbers = new Dictionary<int, int>();
            groups = [.. group.Select(old => numbers.TryGetValue(old, out int number) ? number : numbers[old] = numbers.Count)];
            return any;
        }

        private int BestGroup(int node, int[] group, double[] totals, double degree, double all)
        {
            var links = new SortedDictionary<int, double> { [group[node]] = 0 };
            foreach ((int neighbour, double weight) in _neighbours[node])
            {
                links[group[neighbour]] = links.GetValueOrDefault(group[neighbour]) + weight;
            }

            int best = group[node];
            double bestGain = Gain(best, links[best]);
            foreach ((int candidate, double weight) in links)
            {
                double gain = Gain(candidate, weight);
                if (gain > bestGain + LeastGain)
                {
                    (best, bestGain) = (candidate, gain);
                }
            }

            return best;

            double Gain(int candidate, double weight)
            {
                double total = totals[candidate] - (candidate == group[node] ? degree : 0);
                return weight - (total * degree / all);
            }
        }

        public Level Merge(int[] groups)
        {
            var merged = new Level(groups.Length == 0 ? 0 : groups.Max() + 1);
            for (int node = 0; node < count; node++)
            {
                merged._inner[groups[node]] += _inner[node];
                foreach ((int neighbour, double weight) in _neighbours[node])
                {
                    if (neighbour > node)
                    {
                        merged.Join(groups[node], groups[neighbour], weight);
                    }
                }
            }

            return merged;
        }
    }
}
