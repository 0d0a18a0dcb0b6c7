using System.Collections.Immutable;

namespace PaperGraph.Cypher;

/// <summary>A node as a row carries it.</summary>
/// <param name="ElementId">Neo4j's own identifier: good within a transaction, never stored.</param>
public sealed record CypherNode(string ElementId, ImmutableArray<string> Labels, IReadOnlyDictionary<string, object?> Properties);

/// <summary>A relationship as a row carries it, read from its start to its end.</summary>
public sealed record CypherRelationship(string ElementId, string Type, string StartElementId, string EndElementId, IReadOnlyDictionary<string, object?> Properties);

/// <summary>A path: its nodes, and between each two of them the relationship, whichever way that one points.</summary>
/// <param name="Nodes">One more than <paramref name="Relationships"/>.</param>
public sealed record CypherPath(ImmutableArray<CypherNode> Nodes, ImmutableArray<CypherRelationship> Relationships);
