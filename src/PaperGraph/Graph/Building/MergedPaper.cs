using System.Collections.Immutable;
using PaperGraph.Extraction;
using PaperGraph.Papers;

namespace PaperGraph.Graph.Building;

/// <summary>A paper as the graph shows it, merged from every source's record of it.</summary>
/// <remarks>The record with the longest abstract leads: it gives title, abstract and extraction, so that spans and text belong together. Every other
/// field is the first that a record gives, in the order of leadership, but: the date is the most exact one, then the earliest; authors are the
/// longest list of names; comments are the highest count. Nothing depends on the order of sources.</remarks>
public sealed class MergedPaper
{
    private readonly ImmutableArray<SourcedPaper> _records;

    internal MergedPaper(PaperId id, IEnumerable<SourcedPaper> records)
    {
        Id = id;
        _records = [.. records.Order(LeadershipOrder.Instance)];
    }

    public PaperId Id { get; }

    private PaperRecord Leader => _records[0].Record;

    /// <summary>Whether one source alone states it, as most papers are: nothing is to be merged.</summary>
    private bool IsSingle => _records.Length == 1;

    public string Title => Leader.Title;

    public string Abstract => Leader.Abstract;

    public PaperExtraction Extraction => _records[0].Extraction;

    /// <summary>Every source's record of the paper, the leading one first.</summary>
    public IEnumerable<PaperRecord> Records => _records.Select(paper => paper.Record);

    public PaperDate? Date => IsSingle
        ? Leader.Date
        : Records.Where(record => record.Date is not null)
            .Select(record => record.Date!.Value)
            .OrderByDescending(date => date.ToString().Length).ThenBy(date => date)
            .Select(date => (PaperDate?)date)
            .FirstOrDefault();

    public ImmutableArray<string> Authors => IsSingle ? Leader.Authors : Records.Select(record => record.Authors).OrderByDescending(authors => authors.Length).First();

    public int? AuthorCount => Authors.Length > 0 ? Authors.Length : IsSingle ? Leader.AuthorCount : Records.Max(record => record.AuthorCount);

    public int? Comments => IsSingle ? Leader.Comments : Records.Max(record => record.Comments);

    public string? Organisation => First(record => record.Organisation);

    public string? Venue => First(record => record.Venue);

    public string? Url => First(record => record.Url);

    public string? Doi => First(record => record.Doi);

    public string? Arxiv => First(record => record.Arxiv);

    /// <summary>The sources' own identifiers, each once, in ordinal order.</summary>
    public ImmutableArray<string> SourceIds => IsSingle ? (Leader.Id is { } id ? [id] : []) : [.. Records.Select(record => record.Id).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Addresses of code that sources give beside the text, each once, in ordinal order.</summary>
    public ImmutableArray<string> CodeGivenBySources => IsSingle ? (Leader.Code is { } code ? [code] : []) : [.. Records.Select(record => record.Code).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private string? First(Func<PaperRecord, string?> field) => IsSingle ? field(Leader) : Records.Select(field).FirstOrDefault(value => value is not null);

    /// <summary>Longest abstract first; what follows only breaks ties, so that any two different records have an order.</summary>
    private sealed class LeadershipOrder : IComparer<SourcedPaper>
    {
        public static LeadershipOrder Instance { get; } = new();

        public int Compare(SourcedPaper? x, SourcedPaper? y)
        {
            PaperRecord one = x!.Record;
            PaperRecord other = y!.Record;
            int order = other.Abstract.Length.CompareTo(one.Abstract.Length);
            order = order != 0 ? order : string.CompareOrdinal(one.Abstract, other.Abstract);
            order = order != 0 ? order : string.CompareOrdinal(one.Title, other.Title);
            order = order != 0 ? order : string.CompareOrdinal(one.Source, other.Source);
            return order != 0 ? order : one.Position.CompareTo(other.Position);
        }
    }
}
