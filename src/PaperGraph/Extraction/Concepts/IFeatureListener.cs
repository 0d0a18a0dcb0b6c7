namespace PaperGraph.Extraction.Concepts;

/// <summary>Is told a candidate's features: training takes their keys, ranking their weights.</summary>
internal interface IFeatureListener
{
    /// <param name="template">Number of the feature; it always comes with the same number of values.</param>
    void Add(int template, ulong value);

    void Add(int template, ulong first, ulong second);

    void Add(int template, ulong first, ulong second, ulong third);

    /// <summary>Before features that the group's values decide. False for a listener that knows what they come to: then they, and <see cref="Ends"/>, are left out.</summary>
    bool Begins(FeatureGroup group);

    /// <summary>After the group's features.</summary>
    void Ends();
}
