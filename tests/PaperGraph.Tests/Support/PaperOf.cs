using System.Collections.Immutable;
using PaperGraph.Extraction;
using PaperGraph.Graph;
using PaperGraph.Graph.Building;
using PaperGraph.Papers;

namespace PaperGraph.Tests.Support;

/// <summary>Builds papers for tests, with readable defaults: every concept stands once in the abstract.</summary>
internal sealed class PaperOf(string title)
{
    private readonly List<ConceptMention> _concepts = [];
    private readonly List<Acronym> _acronyms = [];
    private readonly List<CodeLink> _links = [];
    private readonly List<ConceptRelation> _relations = [];
    private readonly List<string> _introduces = [];
    private string _abstract = "";
    private string _source = "page.txt";
    private int _position = 1;
    private PaperRecord _record = new() { Source = "", Position = 0, Title = title, Abstract = "" };

    public PaperOf In(string source, int position = 1)
    {
        (_source, _position) = (source, position);
        return this;
    }

    public PaperOf With(Func<PaperRecord, PaperRecord> change)
    {
        _record = change(_record);
        return this;
    }

    public PaperOf Text(string text)
    {
        Append(text);
        return this;
    }

    public PaperOf Names(string concept, ConceptKind kind = ConceptKind.Method, double score = 0.5, bool main = false)
    {
        TextSpan span = Append(concept);
        _concepts.Add(new ConceptMention(concept, concept, [concept], kind, score, main, [span], []));
        return this;
    }

    public PaperOf Defines(string shortForm, string longForm)
    {
        _acronyms.Add(new Acronym(shortForm, longForm));
        return this;
    }

    public PaperOf Introduces(string name)
    {
        _introduces.Add(name);
        return this;
    }

    public PaperOf Says(string head, RelationType type, string tail)
    {
        _relations.Add(new ConceptRelation(head, type, tail, Append($"{head} {type} {tail}.")));
        return this;
    }

    public PaperOf Links(string repository, LinkRole role = LinkRole.Official, ReleaseStatus status = ReleaseStatus.Released)
    {
        string url = "https://github.com/" + repository;
        TextSpan span = Append(url);
        _links.Add(new CodeLink(url, url, "github", repository, role, status, null, span));
        return this;
    }

    public SourcedPaper Build() => new(
        _record with { Source = _source, Position = _position, Abstract = _abstract },
        new PaperExtraction
        {
            Concepts = [.. _concepts],
            Acronyms = [.. _acronyms],
            Links = [.. _links],
            Relations = [.. _relations],
            Introduces = [.. _introduces],
        });

    /// <summary>The graph of these papers, with the sources that they name.</summary>
    public static KnowledgeGraph GraphOf(params IEnumerable<PaperOf> papers)
    {
        ImmutableArray<SourcedPaper> built = [.. papers.Select(paper => paper.Build())];
        return GraphBuilder.Build(built.Select(paper => paper.Record.Source).Distinct().Select(name => new GraphSource(name, "page")), built);
    }

    private TextSpan Append(string text)
    {
        _abstract += _abstract.Length == 0 ? "" : " ";
        var span = new TextSpan(_abstract.Length, _abstract.Length + text.Length);
        _abstract += text;
        return span;
    }
}
