using System.Globalization;
using System.Text;

namespace PaperGraph.Tests.Support;

/// <summary>Pages of invented papers, in the layouts in which people save them.</summary>
internal static class SamplePage
{
    /// <summary>A title, an abstract and what stands after it; null where nothing does.</summary>
    internal sealed record Entry(string Title, string Abstract, string? Trailer = null);

    public static readonly Entry[] Entries =
    [
        new("Lanterns: Guiding Sparse Routers by Cheap Proxies",
            "Routers of sparse models look at every token and still send many of them to the wrong expert. We train a proxy of two layers that predicts the loss of each choice, and let the router follow it where it is sure. On four corpora the proxy saves a third of the steps. Code is at https://github.com/lantern-lab/lanterns.",
            "  • 3 authors\n·\nFeb 5, 2023"),
        new("How Many Heads Does a Reader Need?",
            "Attention heads are counted in dozens, yet few of them are read by later layers. This paper measures what is left when all but the busiest are switched off, for models of three sizes. Half of the heads can go before answers change. What remains is easier to explain, and it runs faster on small machines.",
            "  • 1 authors\n·\nNov 17, 2022 4"),
        new("A Field Guide to Quantized Optimizers",
            "Optimizers keep two numbers for every weight, and these take more memory than the weights themselves. We compare eleven ways of storing them in eight bits or fewer. Block scaling wins when gradients are rough; a logarithmic scale wins when they are smooth. A library and all logs will be released.",
            "river River\n·\nSep 29 2"),
        new("Tidepool: Small Language Models That Know When to Ask",
            "Small models answer at once and are often wrong. Tidepool teaches them to ask a larger one instead, with a price on each question. Training needs no labels beyond the larger model's own answers. At one question in nine, accuracy matches that of a model ten times the size.",
            "  • 12 authors\n·\nMar 3"),
        new("On the Shape of Loss Valleys Around Pruned Networks",
            "Pruning moves a network to another valley, or so it is said. Following the path weight by weight, we find that most pruned networks stay in the valley in which they were, only on a narrower floor. The width of that floor predicts how much accuracy fine-tuning will bring back. Two simple rules for choosing what to prune follow from it.",
            "  • 7 authors\n·\nJul 23, 2021"),
    ];

    private const string Banner = "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\nNov 21\n\n";

    public static string WithTrailers(IEnumerable<Entry>? entries = null) =>
        Banner + string.Join("\n\n", (entries ?? Entries).Select(entry => entry.Title + "\n\n" + entry.Abstract + (entry.Trailer is null ? "" : "\n\n" + entry.Trailer)));

    public static string Spaced(IEnumerable<Entry>? entries = null) =>
        Banner + string.Join("\n\n", (entries ?? Entries).Select(entry => entry.Title + "\n\n" + entry.Abstract));

    public static string Flat(IEnumerable<Entry>? entries = null) =>
        "Get trending papers in your email inbox once a day!\nGet trending papers in your email inbox!\nSubscribe" + string.Join('\n', (entries ?? Entries).Select(entry => entry.Title + "\n" + entry.Abstract));

    /// <summary>Lines of no more than <paramref name="columns"/> characters, filled as far as they go.</summary>
    public static string Wrapped(string page, int columns) => string.Join('\n', page.Split('\n').Select(line => WrapLine(line, columns)));

    /// <summary>A file of papers as JSON Lines.</summary>
    public static string JsonLines(int count) => string.Concat(Enumerable.Range(0, count).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id": "p{{i}}", "title": "{{Entries[i % Entries.Length].Title}} {{i}}", "abstract": "{{Entries[i % Entries.Length].Abstract}}"}{{"\n"}}""")));

    private static string WrapLine(string line, int columns)
    {
        var wrapped = new StringBuilder();
        int width = 0;
        foreach (string word in line.Split(' '))
        {
            if (width > 0 && width + 1 + word.Length > columns)
            {
                wrapped.Append('\n');
                width = 0;
            }
            else if (wrapped.Length > 0)
            {
                wrapped.Append(' ');
                width++;
            }

            wrapped.Append(word);
            width += word.Length;
        }

        return wrapped.ToString();
    }
}
