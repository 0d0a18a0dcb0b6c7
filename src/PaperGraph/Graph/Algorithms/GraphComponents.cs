using System.Collections.Immutable;

namespace PaperGraph.Graph.Algorithms;

/// <summary>A graph's connected components.</summary>
/// <param name="Numbers">By node: its component, numbered from 0 in the order of their first nodes.</param>
/// <param name="Sizes">By component: number of nodes.</param>
public sealed record GraphComponents(ImmutableArray<int> Numbers, ImmutableArray<int> Sizes)
{
    /// <summary>Nodes of the largest component; 0 in an empty graph.</summary>
    public int Largest => Sizes.IsEmpty ? 0 : Sizes.Max();

    /// <summary>Numbers the components of any labelling anew, in the order of their first nodes.</summary>
    /// <param name="label">By node; equal labels are one component.</param>
    public static GraphComponents Of(ReadOnlySpan<int> label)
    {
        var numbers = new int[label.Length];
        var sizes = new List<int>();
        var numberByLabel = new Dictionary<int, int>();
        (int Label, int Number) last = (-1, -1);
        for (int node = 0; node < label.Length; node++)
        {
            // Nearly all of a graph is one component.
            int number = last.Number;
            if (number < 0 || label[node] != last.Label)
            {
                if (!numberByLabel.TryGetValue(label[node], out number))
                {
                    number = sizes.Count;
                    numberByLabel.Add(label[node], number);
                    sizes.Add(0);
                }

                last = (label[node], number);
            }

            numbers[node] = number;
            sizes[number]++;
        }

        return new GraphComponents([.. numbers], [.. sizes]);
    }
}
