using PaperGraph.Graph;
using PaperGraph.Queries;

namespace PaperGraph.Cli.Commands;

/// <summary>A first picture for Neo4j Browser, of what the graph itself has to show.</summary>
internal static class BrowserHint
{
    /// <summary>The name of a telling concept; null where no paper released code.</summary>
    public static string? ConceptOf(KnowledgeGraph graph) => TellingConcept.Of(graph) is { } concept ? graph.NameOf(concept) : null;

    public static string QueryOf(string concept) =>
        $"MATCH p = (:Concept {{name: '{concept.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'}})<-[:MENTIONS]-(:Paper)-[:HAS_CODE {{status: 'released'}}]->(:Repository) RETURN p";
}
