using System.Globalization;

namespace PaperGraph.Relatedness;

/// <summary>What connects two papers. The order is that of the documentation.</summary>
public enum RelatednessReasonKind
{
    /// <summary>Code of both stands in one repository.</summary>
    Repository,

    /// <summary>Both name it.</summary>
    Concept,

    /// <summary>Two or three words side by side that both hold.</summary>
    Phrase,

    /// <summary>A word that both hold.</summary>
    Word,
}

/// <summary>One thing that connects two papers.</summary>
/// <param name="Name">The concept's name, <c>owner/name</c>, or the words as the first paper writes them.</param>
/// <param name="Share">Part of the score that it stands for, above 0; the shares of one pair sum to 1 at most.</param>
/// <param name="Detail">What else is to be said of it, such as <c>promised here, released there</c>; null where nothing is.</param>
public sealed record RelatednessReason(RelatednessReasonKind Kind, string Name, double Share, string? Detail = null)
{
    /// <summary>For people: <c>same repository owner/name (released here and there)</c>, <c>structured pruning</c>.</summary>
    public override string ToString() => (Kind == RelatednessReasonKind.Repository ? "same repository " : "") + Name + (Detail is null ? "" : $" ({Detail})");

    /// <summary>With the share in percent, as it stands on a <c>RELATED_TO</c> edge.</summary>
    public string ToStringWithShare() => string.Create(CultureInfo.InvariantCulture, $"{this}: {Share * 100:0} %");
}
