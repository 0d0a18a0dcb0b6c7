using System.Collections.Immutable;
using PaperGraph.Graph;

namespace PaperGraph.Queries;

/// <summary>A paper and its own code.</summary>
/// <param name="Status"><c>released</c>, <c>promised</c>, <c>claimed</c> (said to be released, without an address) or <c>none</c>.</param>
/// <param name="Repositories">By key; empty where there is none, or no address.</param>
/// <param name="OtherAddresses">Addresses of the paper's own code that name no repository, such as short links, without their scheme; by key.</param>
/// <param name="Sentences">Where the text says so: the sentences of the addresses, and without one those that claim or promise code; each once.</param>
public sealed record CodeRow(
    PaperRow Paper, string Status, ImmutableArray<CodeRepository> Repositories, ImmutableArray<string> OtherAddresses, ImmutableArray<string> Sentences);

/// <summary>A repository as one paper names it.</summary>
/// <param name="Name"><c>owner/name</c> as written.</param>
/// <param name="Evidence">The sentence that says so; null where the source gave the address beside the text.</param>
public sealed record CodeRepository(string Id, string Name, string? Url, string? Host, string Status, string? Evidence);

/// <summary>What is asked of <see cref="CodeQuery"/>.</summary>
/// <param name="Papers">Its <see cref="PaperFilter.CodeStatus"/> is not looked at: <paramref name="Status"/> is.</param>
/// <param name="Status">One of a paper's statuses, or null for any.</param>
/// <param name="Host">Part of a host's name, such as <c>github</c>; null for any.</param>
public sealed record CodeQuestion(PaperFilter Papers, string? Status = "released", string? Host = null);

/// <summary>Papers with their code.</summary>
/// <param name="Rows">Newest first, papers without a date last; ties by id.</param>
/// <param name="PapersAsked">Papers that pass the filter, with code or without.</param>
/// <param name="Undated">Rows without a date; where the filter asks for a date, papers left out because they have none.</param>
/// <param name="Narrower">Papers with that status on narrower concepts only, which the rows leave out.</param>
public sealed record CodeAnswer(ImmutableArray<CodeRow> Rows, int PapersAsked, int Undated, int Narrower);

/// <summary>Which papers on a concept have released code?</summary>
public static class CodeQuery
{
    private const string NoCode = "none";

    public static CodeAnswer Ask(KnowledgeGraph graph, CodeQuestion question)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(question);
        PaperFilter filter = question.Papers with { CodeStatus = null };
        NodeId[] asked = [.. Candidates(graph, filter).Where(paper => filter.Passes(graph, paper))];
        List<CodeRow> rows = [.. asked.Where(paper => Answers(graph, paper, question)).Select(paper => RowOf(graph, paper, question))];
        rows.Sort((left, right) => PaperRow.NewestFirst(left.Paper, right.Paper));
        int undated = filter.AsksForDate
            ? Candidates(graph, filter).Count(paper => !graph.PropertiesOf(paper).TryGet(PropertyKey.Date, out _) && filter.PassesRest(graph, paper) && Answers(graph, paper, question))
            : rows.Count(row => row.Paper.Date is null);
        return new CodeAnswer([.. rows], asked.Length, undated, NarrowerPapers(graph, filter, question, [.. asked]));
    }

    /// <summary>The papers of the concept where one is asked for: no scan of the others.</summary>
    private static IEnumerable<NodeId> Candidates(KnowledgeGraph graph, PaperFilter filter) =>
        filter.Concept is { } concept ? ConceptPapers.Of(graph, concept) : graph.NodesOf(NodeLabel.Paper);

    private static bool Answers(KnowledgeGraph graph, NodeId paper, CodeQuestion question) =>
        (question.Status is null || StatusOf(graph, paper) == question.Status)
        && (question.Host is null || graph.OutEdges(paper, EdgeType.HasCode).Any(edge => IsAt(graph, edge.Target, question.Host)));

    private static string StatusOf(KnowledgeGraph graph, NodeId paper) => graph.PropertiesOf(paper).Text(PropertyKey.CodeStatus) ?? NoCode;

    private static bool IsAt(KnowledgeGraph graph, NodeId repository, string host) =>
        (graph.PropertiesOf(repository).Text(PropertyKey.Host) ?? graph.KeyOf(repository)).Contains(host, StringComparison.OrdinalIgnoreCase);

    private static CodeRow RowOf(KnowledgeGraph graph, NodeId paper, CodeQuestion question)
    {
        string status = StatusOf(graph, paper);
        ImmutableArray<CodeRepository> repositories =
        [
            .. graph.OutEdges(paper, EdgeType.HasCode)
                .Where(edge => question.Host is null || IsAt(graph, edge.Target, question.Host))
                .Select(edge => RepositoryOf(graph, edge)),
        ];
        ImmutableArray<string> otherAddresses = [.. CodeSentences.OfficialResources(graph, paper).Select(edge => graph.KeyOf(edge.Target))];
        ImmutableArray<string> sentences = status == NoCode ? [] : CodeSentences.Of(graph, paper, repositories);
        return new CodeRow(PaperRow.Of(graph, paper), status, repositories, otherAddresses, sentences);
    }

    private static CodeRepository RepositoryOf(KnowledgeGraph graph, Edge edge)
    {
        PropertySet node = graph.PropertiesOf(edge.Target);
        PropertySet properties = graph.PropertiesOf(edge);
        return new CodeRepository(
            graph.KeyOf(edge.Target),
            graph.NameOf(edge.Target),
            node.Text(PropertyKey.Url),
            node.Text(PropertyKey.Host),
            properties.Text(PropertyKey.Status) ?? "released",
            properties.Text(PropertyKey.Evidence));
    }

    private static int NarrowerPapers(KnowledgeGraph graph, PaperFilter filter, CodeQuestion question, HashSet<NodeId> asked)
    {
        if (filter.Concept is not { } concept)
        {
            return 0;
        }

        PaperFilter anyConcept = filter with { Concept = null };
        return ConceptPapers.Narrower(graph, concept)
            .SelectMany(narrower => ConceptPapers.Of(graph, narrower))
            .Distinct()
            .Count(paper => !asked.Contains(paper) && anyConcept.Passes(graph, paper) && Answers(graph, paper, question));
    }
}
