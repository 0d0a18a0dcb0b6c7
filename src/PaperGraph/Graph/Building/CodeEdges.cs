using System.Collections.Immutable;
using PaperGraph.Extraction;
using PaperGraph.Extraction.Links;
using PaperGraph.Papers;

namespace PaperGraph.Graph.Building;

/// <summary>Edges from papers to repositories and resources; their nodes, once all papers are seen.</summary>
internal sealed class CodeEdges(KnowledgeGraphBuilder graph)
{
    private readonly Dictionary<string, RepositoryAddress> _spellingByRepository = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceSpelling> _spellingByResource = new(StringComparer.Ordinal);

    /// <returns>The paper's own code, by repository.</returns>
    public ImmutableArray<OwnCode> Add(MergedPaper paper)
    {
        var own = new SortedDictionary<string, LinkTally>(StringComparer.Ordinal);
        var others = new SortedDictionary<string, LinkTally>(StringComparer.Ordinal);
        var resources = new SortedDictionary<string, LinkTally>(StringComparer.Ordinal);
        foreach (CodeLink link in paper.Extraction.Links)
        {
            string evidence = ReleaseSentence.Around(paper.Abstract, link.Span).In(paper.Abstract).ToString();
            if (link.Repository is not null && RepositoryAddress.TryParse(link.Url, out RepositoryAddress? address))
            {
                TallyOf(link.Role == LinkRole.Official ? own : others, KeyOf(address)).Add(link, evidence);
            }
            else
            {
                TallyOf(resources, KeyOf(link)).Add(link, evidence);
            }
        }

        foreach (string given in paper.CodeGivenBySources)
        {
            if (RepositoryAddress.TryParse(given, out RepositoryAddress? address))
            {
                TallyOf(own, KeyOf(address)).AddGiven(given, address.Folder);
            }
        }

        (NodeLabel, string) node = (NodeLabel.Paper, paper.Id.ToString());
        foreach ((string key, LinkTally tally) in own)
        {
            graph.AddEdge(node, EdgeType.HasCode, (NodeLabel.Repository, key), tally.ToProperties(withRole: false));
        }

        // A repository of the paper's own stands once: its code says more than another role of the same address.
        foreach ((string key, LinkTally tally) in others.Where(other => !own.ContainsKey(other.Key)))
        {
            graph.AddEdge(node, EdgeType.LinksTo, (NodeLabel.Repository, key), tally.ToProperties(withRole: true));
        }

        foreach ((string key, LinkTally tally) in resources)
        {
            graph.AddEdge(node, EdgeType.LinksTo, (NodeLabel.Resource, key), tally.ToProperties(withRole: true));
        }

        return [.. own.Select(code => new OwnCode(code.Key, code.Value.Status, code.Value.FirstFolder, code.Value.IsReleased))];
    }

    /// <summary>Adds every repository and resource that an edge names, each in one spelling, whatever the order of papers was.</summary>
    public void AddNodes()
    {
        foreach ((string key, RepositoryAddress address) in _spellingByRepository)
        {
            graph.AddNode(NodeLabel.Repository, key, PropertySet.Of(
            [
                new(PropertyKey.Host, address.Host),
                new(PropertyKey.Owner, address.Owner),
                new(PropertyKey.Name, address.Name),
                new(PropertyKey.Url, address.Url),
            ]));
        }

        foreach ((string key, ResourceSpelling resource) in _spellingByResource)
        {
            graph.AddNode(NodeLabel.Resource, key, PropertySet.Of([new(PropertyKey.Kind, resource.Kind), new(PropertyKey.Url, resource.Url)]));
        }
    }

    /// <summary>The text's verdict; an address that a source gives beside the text is released code too.</summary>
    public static CodeStatus StatusOf(MergedPaper paper) =>
        paper.CodeGivenBySources.Any(given => RepositoryAddress.TryParse(given, out _)) ? CodeStatus.Released : CodeStatusRule.Of(paper.Extraction);

    private static LinkTally TallyOf(SortedDictionary<string, LinkTally> tallies, string key)
    {
        if (!tallies.TryGetValue(key, out LinkTally? tally))
        {
            tally = new LinkTally();
            tallies.Add(key, tally);
        }

        return tally;
    }

    /// <summary>Of several spellings the ordinally first is kept, which is the one with capitals.</summary>
    private string KeyOf(RepositoryAddress address)
    {
        string key = address.Id.ToString();
        if (!_spellingByRepository.TryGetValue(key, out RepositoryAddress? known) || string.CompareOrdinal(address.Url, known.Url) < 0)
        {
            _spellingByRepository[key] = address;
        }

        return key;
    }

    private string KeyOf(CodeLink link)
    {
        var resource = ResourceSpelling.Of(link);
        if (!_spellingByResource.TryGetValue(resource.Key, out ResourceSpelling? known) || resource.CompareTo(known) < 0)
        {
            _spellingByResource[resource.Key] = resource;
        }

        return resource.Key;
    }
}
