using PaperGraph.Cypher;

namespace PaperGraph.Loading;

/// <summary>A statement failed in passing and will be tried again.</summary>
/// <param name="Attempt">How often it has failed, from 1.</param>
/// <param name="TimeLeft">After which the load gives up.</param>
public readonly record struct LoadRetry(Neo4jException Failure, int Attempt, TimeSpan TimeLeft);
