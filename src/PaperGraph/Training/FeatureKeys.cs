using PaperGraph.Extraction.Concepts;

namespace PaperGraph.Training;

/// <summary>Writes the keys of a candidate's features, each at its template's number.</summary>
internal readonly ref struct FeatureKeys(Span<ulong> keys) : IFeatureListener
{
    private readonly Span<ulong> _keys = keys;

    public void Add(int template, ulong value) => _keys[template] = CandidateFeatures.Key(template, value);

    public void Add(int template, ulong first, ulong second) => Add(template, CandidateFeatures.Join(first, second));

    public void Add(int template, ulong first, ulong second, ulong third) => Add(template, CandidateFeatures.Join(CandidateFeatures.Join(first, second), third));

    public bool Begins(FeatureGroup group) => true;

    public void Ends()
    {
    }
}
