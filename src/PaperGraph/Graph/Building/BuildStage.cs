using System.Diagnostics;

namespace PaperGraph.Graph.Building;

/// <summary>The stages of a build as activities of the source <c>PaperGraph.Build</c>, for whoever measures: <c>papergraph build --verbose</c>, or any tracing tool.
/// Without a listener they cost nothing.</summary>
public static class BuildStage
{
    public const string SourceName = "PaperGraph.Build";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The stage lasts until what is returned is disposed; stages may lie inside one another, and come again.</summary>
    public static Activity? Start(string name) => Source.StartActivity(name);
}
