using System.Globalization;
using System.Text;

namespace PaperGraph.Tests.Support;

/// <summary>Pages of papers made from a seed: sentences about invented methods, so that papers share concepts, name datasets and give addresses.</summary>
internal static class GeneratedPapers
{
    private static readonly string[] Qualities = ["sparse", "layered", "causal", "robust", "adaptive", "spectral", "convex", "temporal", "modular", "latent", "federated", "discrete"];
    private static readonly string[] Subjects = ["graph", "token", "image", "speech", "protein", "traffic", "weather", "molecule", "dialogue", "sensor", "market", "robot", "satellite"];
    private static readonly string[] Things = ["routing", "pruning", "alignment", "segmentation", "retrieval", "distillation", "planning", "forecasting", "matching", "compression"];

    /// <summary>JSON Lines; the same arguments give the same text.</summary>
    /// <param name="first">Number of the first paper: ranges that overlap share papers.</param>
    public static string JsonLines(int first, int count)
    {
        var text = new StringBuilder();
        for (int number = first; number < first + count; number++)
        {
            var random = new Random(number);
            string name = string.Create(CultureInfo.InvariantCulture, $"Nyx{number}");
            string own = Concept(random);
            string others = string.Join(", ", Enumerable.Range(0, 4).Select(_ => Concept(random)));
            text.Append(CultureInfo.InvariantCulture, $$"""
                {"title": "{{name}}: {{own}} with {{Concept(random)}}", "date": "{{2015 + (number % 10)}}-03-{{1 + (number % 28):00}}", "authors": ["A. Tester {{number % 50}}"], "abstract": "We propose {{name}}, a method for {{own}}. It draws on {{others}} and needs no labels. We evaluate {{own}} together with {{Concept(random)}}, and compare it with {{Concept(random)}}. Code: https://github.com/tester{{number % 40}}/nyx{{number % 90}}"}
                """).Append('\n');
        }

        return text.ToString();
    }

    private static string Concept(Random random) =>
        $"{Qualities[random.Next(Qualities.Length)]} {Subjects[random.Next(Subjects.Length)]} {Things[random.Next(Things.Length)]}";
}
