namespace PaperGraph.Extraction.Concepts;

/// <summary>Is told a candidate's features: training takes their keys, ranking their weights.</summary>
internal interface IFeatureListener
{
    /// <param name="template">Number of the feature; it always comes with the same number of values.</param>
    void Add(int template, ulong value);

    void Add(int template, ulong first, ulong second);

    void Add(int template, ulong first, ulong second, ulong third);
}
