using System.Reflection;

namespace PaperGraph.Tests.Support;

/// <summary>Where the tests find the repository's own files.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The MSBuild property that the tests were built with.</summary>
    public static bool PackagedAdapters { get; } = Metadata("PackagedAdapters") == "true";

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string Metadata(string key) => typeof(RepositoryFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value ?? "";
}
