using System.Collections.Immutable;
using PaperGraph.Graph;
using PaperGraph.Papers;
using PaperGraph.Relatedness;

namespace PaperGraph.Queries;

/// <summary>Where two papers say what connects them.</summary>
/// <param name="Reason">Name of the reason.</param>
/// <param name="Here">The sentence of the text that was asked about.</param>
/// <param name="There">The other paper's.</param>
public sealed record SharedSentences(string Reason, string Here, string There)
{
    /// <returns>For the row's reasons that stand in a sentence of both, strongest first.</returns>
    public static ImmutableArray<SharedSentences> Of(string text, KnowledgeGraph graph, RelatedRow row)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(row);
        if (!graph.TryFind(NodeLabel.Paper, row.Paper.Id, out NodeId paper))
        {
            return [];
        }

        string other = graph.PropertiesOf(paper).Text(PropertyKey.Abstract) ?? "";
        return
        [
            .. row.Reasons.Where(reason => reason.Kind != RelatednessReasonKind.Repository)
                .Select(reason => (reason.Name, Here: SentenceWith(text, reason.Name), There: SentenceWith(other, reason.Name)))
                .Where(found => found.Here is not null && found.There is not null)
                .Select(found => new SharedSentences(found.Name, found.Here!, found.There!)),
        ];
    }

    /// <summary>The first sentence that holds all of the name's stems; null where none does.</summary>
    private static string? SentenceWith(string text, string name)
    {
        HashSet<ulong> wanted = StemsOf(name);
        foreach (TextSpan sentence in Sentences.Of(text))
        {
            string words = sentence.In(text).ToString();
            if (wanted.IsSubsetOf(StemsOf(words)))
            {
                return words.ReplaceLineEndings(" ");
            }
        }

        return null;
    }

    private static HashSet<ulong> StemsOf(string text)
    {
        var terms = new List<Term>();
        TermReader.Read(text, terms);
        return [.. terms.Where(term => term.Words == 1).Select(term => term.Hash)];
    }
}
