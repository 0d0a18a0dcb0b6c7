namespace PaperGraph.Relatedness;

/// <summary>A paper and how near it is.</summary>
/// <param name="Paper">Its number in the index, from 0.</param>
/// <param name="Score">Above 0, at most 1.</param>
public readonly record struct ScoredPaper(int Paper, double Score);
