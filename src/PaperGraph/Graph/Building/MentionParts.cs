using System.Collections.Immutable;
using PaperGraph.Concepts;
using PaperGraph.Extraction;
using PaperGraph.Papers;

namespace PaperGraph.Graph.Building;

/// <summary>A mention in which extraction put spellings together that are to be apart: one mention for each.</summary>
internal static class MentionParts
{
    /// <param name="keyOf">The key of a spelling in this paper.</param>
    /// <returns>The mention itself where its spellings have one key; the part of its name first.</returns>
    public static IEnumerable<ConceptMention> Of(ConceptMention mention, MergedPaper paper, Func<string, string> keyOf)
    {
        string key = keyOf(mention.Name);
        if (mention.Surfaces.All(surface => keyOf(surface) == key))
        {
            return [mention];
        }

        // The name may stand nowhere as it is: "dense retrieval" in "dense and sparse retrieval".
        ImmutableArray<string> own = [.. mention.Surfaces.Where(surface => keyOf(surface) == key)];
        return mention.Surfaces.GroupBy(keyOf, StringComparer.Ordinal)
            .OrderBy(part => part.Key != key).ThenBy(part => part.Key, StringComparer.Ordinal)
            .Select(part => mention with
            {
                Name = part.Key == key ? mention.Name : NameOf(part, part.Key, paper),
                Surface = part.First(),
                Surfaces = [.. part],
                Spans = Places(mention.Spans, paper.Abstract, part.Key),
                TitleSpans = Places(mention.TitleSpans, paper.Title, part.Key),
            })
            .Where(part => part.Spans.Length + part.TitleSpans.Length > 0);

        ImmutableArray<TextSpan> Places(ImmutableArray<TextSpan> spans, string text, string partKey) =>
            [.. spans.Where(span => keyOf(span.In(text).ToString()) is var spelled && (spelled == partKey || (partKey == key && !mention.Surfaces.Any(surface => keyOf(surface) == spelled))))];
    }

    /// <summary>A short form as the paper defines it, in the singular; else the shortest spelling.</summary>
    private static string NameOf(IEnumerable<string> spellings, string key, MergedPaper paper) =>
        paper.Extraction.Acronyms.Select(acronym => acronym.Short).FirstOrDefault(shortForm => ConceptKey.Of(shortForm) == key)
        ?? spellings.OrderBy(spelling => spelling.Length).ThenBy(spelling => spelling, StringComparer.Ordinal).First();
}
