namespace PaperGraph.Loading;

/// <summary>How far a load has come.</summary>
/// <param name="Stage">What is being done, such as <c>Paper MENTIONS Concept</c>.</param>
/// <param name="Done">Rows so far.</param>
/// <param name="Total">Rows in all; 0 while that is not known.</param>
public readonly record struct LoadProgress(string Stage, long Done, long Total);
