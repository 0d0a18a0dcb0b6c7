using System.Text;

namespace PaperGraph.Tests.Extraction.Tagging;

/// <summary>Texts of ordinary and of odd tokens in no sensible order: brackets, formulas, addresses, capitals, words that nobody knows.</summary>
internal static class GeneratedText
{
    private static readonly string[] Pieces =
    [
        "the", "We", "propose", "a", "graph", "neural", "network", "networks", "for", "Node-level", "classification", "of", "ImageNet", "images", "trained", "training", "is", "are",
        "shown", "low-rank", "adapters", "(LoRA)", "CNNs", "on", "3.5", "benchmarks", "that", "which", "outperforms", "their", "its", "model's", "$k$-means", "$O(n)$", "\\cite{x}",
        "https://example.org/a", "pre-", "and", "post-training", "state-of-the-art", "accuracy", "BLEU", "score", "Poincar\\'e", "maps", "quickly", "learned", "zzyqx", "Qwert7", "&", "/", "-",
    ];

    public static string Of(Random random, int tokens)
    {
        var text = new StringBuilder();
        for (int i = 0; i < tokens; i++)
        {
            text.Append(random.Next(30) == 0 ? "w" + random.Next(500) : Pieces[random.Next(Pieces.Length)]);
            text.Append(random.Next(12) switch { 0 => ". ", 1 => ", ", _ => " " });
        }

        return text.ToString();
    }
}
