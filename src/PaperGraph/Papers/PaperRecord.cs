using System.Collections.Immutable;

namespace PaperGraph.Papers;

/// <summary>One paper as one source states it, before any merging.</summary>
/// <remarks>Two records of one paper (<see cref="PaperId"/>) are kept apart; what the graph shows is merged from them.</remarks>
public sealed record PaperRecord
{
    /// <summary>Name of the page or file that it stands in.</summary>
    public required string Source { get; init; }

    /// <summary>Place in the source, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>One line, white space folded. Never empty where pages and files are read; empty for a text that has none, as in <c>extract</c>.</summary>
    public required string Title { get; init; }

    /// <summary>As read, lines joined; empty where the source gives none. Offsets elsewhere count in this text.</summary>
    public required string Abstract { get; init; }

    /// <summary>The source's own identifier; null where it has none.</summary>
    public string? Id { get; init; }

    /// <summary>Names, in the source's order; empty where the source gives only their number, or nothing.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Number of authors; null where the source does not say.</summary>
    public int? AuthorCount { get; init; }

    /// <summary>What stands in the authors' place where that is an organisation; else null.</summary>
    public string? Organisation { get; init; }

    /// <summary>Null where the source states none: never guessed.</summary>
    public PaperDate? Date { get; init; }

    /// <summary>Readers' comments that the page counts; null where it does not.</summary>
    public int? Comments { get; init; }

    public string? Venue { get; init; }

    public string? Url { get; init; }

    /// <summary>Without resolver address, lower case: <c>10.1000/182</c>.</summary>
    public string? Doi { get; init; }

    /// <summary>Without version: <c>2401.04088</c>.</summary>
    public string? Arxiv { get; init; }

    /// <summary>The authors' own keywords. Kept, never looked at by extraction.</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>An address of the paper's code that the source gives beside the text. Kept apart from found ones.</summary>
    public string? Code { get; init; }
}
