using System.Collections.Immutable;
using PaperGraph.Graph.Image;

namespace PaperGraph.Graph.Building;

/// <summary>What pairs of papers and of concepts are found by: every paper's node and the concepts that its text names, by their numbers in the builder, in flat lists.</summary>
internal sealed class PaperTable
{
    private readonly BlockList<(int Node, int FirstConcept)> _papers = new();
    private readonly BlockList<(int Concept, int Frequency)> _concepts = new();
    private readonly Dictionary<int, ImmutableArray<OwnCode>> _code = [];

    public int Count => _papers.Count;

    public void Add(int node, PaperConcepts paper, IEnumerable<int> numbers, ImmutableArray<OwnCode> code)
    {
        if (!code.IsEmpty)
        {
            _code.Add(_papers.Count, code);
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

    public ImmutableArray<OwnCode> CodeOf(int paper) => _code.GetValueOrDefault(paper, []);
}
