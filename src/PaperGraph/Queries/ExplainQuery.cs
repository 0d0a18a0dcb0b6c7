using System.Collections.Immutable;
using System.Globalization;
using PaperGraph.Concepts;
using PaperGraph.Extraction.Concepts;
using PaperGraph.Graph;
using PaperGraph.Papers;

namespace PaperGraph.Queries;

/// <summary>An edge in words, with what it rests on.</summary>
/// <param name="Source">Name of the node that the edge leaves.</param>
/// <param name="Type">Such as <c>MENTIONS</c>.</param>
/// <param name="Because">What spoke for it, in words, one thing each.</param>
/// <param name="Evidence">Sentences of the source paper's abstract, in its order; empty for edges that rest on none.</param>
public sealed record EdgeExplanation(string SourceId, string Source, string Type, string TargetId, string Target, ImmutableArray<string> Because, ImmutableArray<EvidenceSentence> Evidence);

/// <summary>A sentence and the places in it that say so.</summary>
/// <param name="Text">As it stands in the abstract.</param>
/// <param name="Start">First character in the abstract, in UTF-16 code units.</param>
/// <param name="End">One past the last.</param>
/// <param name="Mentions">Places in the abstract, in the same units; empty where the whole sentence is meant.</param>
public sealed record EvidenceSentence(string Text, int Start, int End, ImmutableArray<TextSpan> Mentions);

/// <summary>How two nodes hang together, edge by edge.</summary>
/// <param name="IsDirect">Whether edges run between the two themselves; else <paramref name="Edges"/> is the most telling path.</param>
/// <param name="Edges">Direct: by type. A path: in its order. Empty where nothing connects the two.</param>
/// <param name="Notes">What else there is to know: spellings that were merged, why a concept is missing from a paper.</param>
public sealed record Explanation(bool IsDirect, ImmutableArray<EdgeExplanation> Edges, ImmutableArray<string> Notes);

/// <summary>Why are these two nodes connected, or why not?</summary>
public static class ExplainQuery
{
    /// <summary>In words.</summary>
    private const int LongestSpelling = 6;

    private static readonly char[] Marks = ['.', ',', ';', ':', '(', ')', '"', '\'', '[', ']', '!', '?'];

    public static Explanation Ask(KnowledgeGraph graph, NodeId first, NodeId second)
    {
        ArgumentNullException.ThrowIfNull(graph);
        List<Edge> direct = [.. EdgesBetween(graph, first, second), .. EdgesBetween(graph, second, first)];
        ImmutableArray<string> notes = [.. MergeNotes(graph, first), .. MergeNotes(graph, second), .. AbsenceNotes(graph, first, second), .. AbsenceNotes(graph, second, first)];
        if (direct.Count > 0)
        {
            return new Explanation(true, [.. direct.Select(edge => Explain(graph, edge))], notes);
        }

        ImmutableArray<GraphPath> paths = PathQuery.Ask(graph, first, second, 1);
        return new Explanation(false, paths.IsEmpty ? [] : [.. paths[0].Edges.Select(edge => Explain(graph, edge))], notes);
    }

    /// <summary>One edge in words.</summary>
    public static EdgeExplanation Explain(KnowledgeGraph graph, Edge edge)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new EdgeExplanation(
            graph.KeyOf(edge.Source),
            graph.NameOf(edge.Source),
            GraphSchema.NameOf(edge.Type),
            graph.KeyOf(edge.Target),
            graph.NameOf(edge.Target),
            EdgeWords.Of(graph, edge),
            EvidenceOf(graph, edge));
    }

    private static List<Edge> EdgesBetween(KnowledgeGraph graph, NodeId source, NodeId target)
    {
        var edges = new List<Edge>();
        foreach (Edge edge in graph.OutEdges(source))
        {
            if (edge.Target == target)
            {
                edges.Add(edge);
            }
        }

        return edges;
    }

    private static ImmutableArray<EvidenceSentence> EvidenceOf(KnowledgeGraph graph, Edge edge)
    {
        PropertySet properties = graph.PropertiesOf(edge);
        if (graph.LabelOf(edge.Source) != NodeLabel.Paper)
        {
            return [];
        }

        string text = graph.PropertiesOf(edge.Source).Text(PropertyKey.Abstract) ?? "";
        if (edge.Type == EdgeType.Mentions)
        {
            return MentionSentences(text, properties.Integers(PropertyKey.Starts), properties.Integers(PropertyKey.Ends));
        }

        if (properties.Text(PropertyKey.Evidence) is not { Length: > 0 } evidence)
        {
            return [];
        }

        int start = text.IndexOf(evidence, StringComparison.Ordinal);
        return [new EvidenceSentence(evidence, Math.Max(start, 0), start < 0 ? 0 : start + evidence.Length, [])];
    }

    private static ImmutableArray<EvidenceSentence> MentionSentences(string text, ImmutableArray<int> starts, ImmutableArray<int> ends)
    {
        TextSpan[] mentions = [.. starts.Zip(ends, (start, end) => new TextSpan(start, end)).Where(span => span.Start >= 0 && span.End <= text.Length && span.Start < span.End)];
        return
        [
            .. Sentences.Of(text)
                .Select(sentence => (Sentence: sentence, Inside: mentions.Where(mention => sentence.Start <= mention.Start && mention.Start < sentence.End).ToImmutableArray()))
                .Where(pair => !pair.Inside.IsEmpty)
                .Select(pair => new EvidenceSentence(pair.Sentence.In(text).ToString(), pair.Sentence.Start, pair.Sentence.End, pair.Inside)),
        ];
    }

    private static IEnumerable<string> MergeNotes(KnowledgeGraph graph, NodeId node)
    {
        PropertySet properties = graph.PropertiesOf(node);
        ImmutableArray<string> aliases = properties.Texts(PropertyKey.Aliases);
        if (graph.LabelOf(node) != NodeLabel.Concept || aliases.Length < 2)
        {
            yield break;
        }

        ImmutableArray<string> reasons = properties.Texts(PropertyKey.AliasReasons);
        yield return $"{graph.NameOf(node)} is also written " + string.Join(", ", aliases
            .Select((alias, index) => (alias, reason: index < reasons.Length ? reasons[index] : ""))
            .Where(pair => pair.alias != graph.NameOf(node))
            .Select(pair => pair.reason.Length > 0 ? $"{pair.alias} ({pair.reason})" : pair.alias));
    }

    /// <summary>Why a phrase, which may be no concept anywhere, is no concept of a paper.</summary>
    public static Explanation WhyNot(KnowledgeGraph graph, NodeId paper, string phrase)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(phrase);
        return new Explanation(false, [], [Absence(graph, paper, phrase, [phrase])]);
    }

    private static IEnumerable<string> AbsenceNotes(KnowledgeGraph graph, NodeId paper, NodeId concept) =>
        graph.LabelOf(paper) != NodeLabel.Paper || graph.LabelOf(concept) != NodeLabel.Concept || graph.TryFindEdge(paper, EdgeType.Mentions, concept, out _)
            ? []
            : [Absence(graph, paper, graph.NameOf(concept), [.. graph.PropertiesOf(concept).Texts(PropertyKey.Aliases).Append(graph.NameOf(concept)).Append(graph.KeyOf(concept)).Distinct(StringComparer.Ordinal)])];

    /// <summary>The paper's text is extracted again, to see what became of the words.</summary>
    private static string Absence(KnowledgeGraph graph, NodeId paper, string name, string[] spellings)
    {
        PropertySet properties = graph.PropertiesOf(paper);
        string title = properties.Text(PropertyKey.Title) ?? "";
        string text = properties.Text(PropertyKey.Abstract) ?? "";
        string paperName = graph.NameOf(paper);
        string key = ConceptKey.Of(name);
        (string spelling, PhraseVerdict verdict) = spellings.Concat(SpellingsIn(title, key)).Concat(SpellingsIn(text, key)).Distinct(StringComparer.Ordinal)
            .Select(spelling => (spelling, Verdict: PhraseVerdict.Of(title, text, spelling)))
            .OrderByDescending(judged => judged.Verdict.Fate).ThenByDescending(judged => judged.Verdict.Choice).ThenBy(judged => judged.spelling, StringComparer.Ordinal)
            .First();
        if (verdict.Fate == PhraseFate.NotInText)
        {
            return $"{paperName} does not name {name}: {(spellings.Length == 1 ? $"\"{spellings[0]}\" stands neither in the title nor in the abstract" : $"none of its {Whole(spellings.Length)} spellings stands in the title or the abstract")}.";
        }

        int at = text.IndexOf(spelling, StringComparison.OrdinalIgnoreCase);
        bool inTitle = title.Contains(spelling, StringComparison.OrdinalIgnoreCase);
        string place = at >= 0 ? $"at {Whole(at)} in the abstract: {Sentences.At(text, at).In(text)}" : inTitle ? "in the title." : "in another form.";
        return $"{paperName} has the words \"{spelling}\" {place} " + Reason();

        string Reason()
        {
            if (Sense(graph, paper, spelling) is { } sense)
            {
                return $"There they stand for {sense}, which is the concept that was kept.";
            }

            switch (verdict.Fate)
            {
                case PhraseFate.NoCandidate:
                    return WiderMention(graph, paper, name) is { } wider
                        ? $"There they are part of {wider}, which is the concept that was kept; they were no candidate of their own."
                        : "They were no candidate: they are no noun phrase there, or hold a word that no term begins or ends with.";
                case PhraseFate.Unlikely:
                    string term = verdict.TermNeeded is { } needed ? $", or that it is a term at all {Share(verdict.Term)} ({Share(needed)} would have been enough)" : ", as a common word alone needs more";
                    return $"They were a candidate and were not kept: chance that an expert would choose it {Share(verdict.Choice)} ({Share(verdict.ChoiceNeeded)} would have been enough){term}."
                        + (WiderMention(graph, paper, name) is { } around ? $" {around}, which holds them, was kept." : "");
                case PhraseFate.OtherSpelling:
                    return $"They were taken for another spelling of {verdict.Name}.";
                default:
                    return "Extraction finds the phrase, and the graph leaves it out: it is a stock phrase, or your vocabulary drops it.";
            }
        }
    }

    /// <summary>Stretches of a text that are spellings of a concept, by their key.</summary>
    private static IEnumerable<string> SpellingsIn(string text, string key)
    {
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (int first = 0; first < words.Length; first++)
        {
            for (int count = 1; count <= Math.Min(LongestSpelling, words.Length - first); count++)
            {
                string stretch = string.Join(' ', words, first, count).Trim(Marks);
                if (ConceptKey.Of(stretch) == key)
                {
                    yield return stretch;
                }
            }
        }
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Share(double chance) => chance is > 0 and < 0.01 ? "under 1 %" : (chance * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary>The concept of the paper that has this spelling among its own.</summary>
    private static string? Sense(KnowledgeGraph graph, NodeId paper, string spelling)
    {
        foreach (Edge edge in graph.OutEdges(paper, EdgeType.Mentions))
        {
            if (graph.PropertiesOf(edge.Target).Texts(PropertyKey.Aliases).Contains(spelling, StringComparer.OrdinalIgnoreCase))
            {
                return graph.NameOf(edge.Target);
            }
        }

        return null;
    }

    /// <summary>A concept of the paper whose name holds the other's as a part.</summary>
    private static string? WiderMention(KnowledgeGraph graph, NodeId paper, string name)
    {
        var words = new TextWords(name);
        foreach (Edge edge in graph.OutEdges(paper, EdgeType.Mentions))
        {
            if (words.MatchIn(graph.NameOf(edge.Target)) == 3)
            {
                return graph.NameOf(edge.Target);
            }
        }

        return null;
    }
}
