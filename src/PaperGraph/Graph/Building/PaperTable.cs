using System.Collections.Immutable;
using PaperGraph.Graph.Image;
using PaperGraph.Papers;
using PaperGraph.Relatedness;

namespace PaperGraph.Graph.Building;

/// <summary>What pairs of papers and of concepts are found by: every paper's node and the concepts that its text names, by their numbers in the builder, in flat lists.</summary>
internal sealed class PaperTable
{
    private readonly BlockList<(int Node, int FirstConcept)> _papers = new();
    private readonly BlockList<(int Concept, int Frequency)> _concepts = new();
    private readonly Dictionary<int, ImmutableArray<RelatednessRepository>> _repositories = [];

    public int Count => _papers.Count;

    public void Add(int node, PaperConcepts paper, IEnumerable<int> numbers)
    {
        if (RepositoriesOf(paper) is { IsEmpty: false } repositories)
        {
            _repositories.Add(_papers.Count, repositories);
        }

        _papers.Add((node, _concepts.Count));
        foreach ((PaperConcept concept, int number) in paper.Concepts.Zip(numbers))
        {
            if (concept.IsMentioned)
            {
                _concepts.Add((number, concept.Places.Length + (2 * concept.TitleSpans.Length)));
            }
        }
    }

    public int NodeOf(int paper) => _papers[paper].Node;

    public int ConceptCount(int paper) => (paper + 1 < _papers.Count ? _papers[paper + 1].FirstConcept : _concepts.Count) - _papers[paper].FirstConcept;

    /// <param name="index">Below <see cref="ConceptCount"/>; in the order of the concepts' keys.</param>
    /// <returns>The concept's number, and how often the paper names it: twice for a place in the title.</returns>
    public (int Concept, int Frequency) ConceptOf(int paper, int index) => _concepts[_papers[paper].FirstConcept + index];

    /// <summary>Of the paper's own code.</summary>
    public ImmutableArray<RelatednessRepository> RepositoriesOf(int paper) => _repositories.GetValueOrDefault(paper, []);

    private static ImmutableArray<RelatednessRepository> RepositoriesOf(PaperConcepts paper)
    {
        ImmutableArray<RelatednessRepository>.Builder repositories = ImmutableArray.CreateBuilder<RelatednessRepository>();
        foreach (Extraction.CodeLink link in paper.Paper.Extraction.Links.Where(link => link.Role == Extraction.LinkRole.Official && link.Repository is not null))
        {
            if (RepositoryAddress.TryParse(link.Url, out RepositoryAddress? address))
            {
                repositories.Add(new RelatednessRepository(address.Id.ToString(), address.Repository, Extraction.ValueNames.Of(link.Status), link.Folder));
            }
        }

        return repositories.DrainToImmutable();
    }
}
