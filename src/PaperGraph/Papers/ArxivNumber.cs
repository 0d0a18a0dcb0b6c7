using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace PaperGraph.Papers;

/// <summary>An arXiv number as the project writes it: without version, such as <c>2401.04088</c> or <c>hep-th/9901001</c>.</summary>
public static partial class ArxivNumber
{
    /// <summary>Reads a number alone, after <c>arXiv:</c>, or in an address of arxiv.org, with or without version.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out string? number)
    {
        Match match = Pattern().Match(text ?? "");
        number = match.Success ? match.Groups[1].Value.ToLowerInvariant() : null;
        return match.Success;
    }

    /// <summary>Both forms that arXiv has given: since April 2007, and before.</summary>
    [GeneratedRegex(@"^\s*(?:(?:https?://)?(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/|arxiv:\s*)?([0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[a-z]{2})?/[0-9]{7})(?:v[0-9]+)?(?:\.pdf)?\s*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
