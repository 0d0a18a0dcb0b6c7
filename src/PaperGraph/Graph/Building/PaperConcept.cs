using System.Collections.Immutable;
using PaperGraph.Extraction;
using PaperGraph.Papers;

namespace PaperGraph.Graph.Building;

/// <summary>A concept in one paper, under the key that the paper itself settles.</summary>
internal sealed class PaperConcept(string key)
{
    /// <summary>The canonical key; a short form's is that of the long form where the paper defines it.</summary>
    public string Key { get; set; } = key;

    /// <summary>Names that extraction gave it, best ranked first.</summary>
    public List<string> Names { get; } = [];

    public SortedDictionary<string, string> ReasonBySurface { get; } = new(StringComparer.Ordinal);

    public ConceptKind Kind { get; set; } = ConceptKind.Other;

    public double Score { get; set; }

    public bool IsMain { get; set; }

    public bool IsIntroduced { get; set; }

    public SortedSet<TextSpan> Spans { get; } = [];

    public SortedSet<TextSpan> TitleSpans { get; } = [];

    public bool IsMentioned => Spans.Count + TitleSpans.Count > 0;

    public void Add(ConceptMention mention)
    {
        Names.Add(mention.Name);
        foreach (string surface in mention.Surfaces)
        {
            ReasonBySurface.TryAdd(surface, MergeReason.Spelling);
        }

        if (mention.Score > Score || Names.Count == 1)
        {
            Kind = mention.Kind;
        }

        Score = Math.Max(Score, mention.Score);
        IsMain |= mention.Main;
        Spans.UnionWith(mention.Spans);
        TitleSpans.UnionWith(mention.TitleSpans);
    }

    public void Join(PaperConcept other)
    {
        Names.AddRange(other.Names);
        foreach ((string surface, string reason) in other.ReasonBySurface)
        {
            ReasonBySurface.TryAdd(surface, reason);
        }

        if (other.Score > Score)
        {
            (Score, Kind) = (other.Score, other.Kind);
        }

        IsMain |= other.IsMain;
        IsIntroduced |= other.IsIntroduced;
        Spans.UnionWith(other.Spans);
        TitleSpans.UnionWith(other.TitleSpans);
    }

    /// <summary>Spans without those that lie inside another: nested spellings of one concept are one place.</summary>
    public ImmutableArray<TextSpan> Places => [.. Spans.Where(span => !Spans.Any(other => other != span && other.Contains(span)))];
}

/// <summary>Why a spelling belongs to a concept.</summary>
internal static class MergeReason
{
    /// <summary>Same canonical key: case, number, hyphens, British or American, a class word after a name.</summary>
    public const string Spelling = "spelling";

    /// <summary>The paper defines the short form.</summary>
    public const string ShortForm = "short form";

    /// <summary>The paper does not define the short form, and nearly all papers that do mean this.</summary>
    public const string ShortFormElsewhere = "short form, as other papers define it";
}
