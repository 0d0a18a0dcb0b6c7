namespace PaperGraph.Tests.Support;

/// <summary>A test over the real pages and annotations that <c>PAPERGRAPH_SHARED</c> names; skipped, with its reason, where it names nothing.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (Directory is null)
        {
            Skip = "PAPERGRAPH_SHARED names no folder with seeds/ and eval/.";
        }
    }

    public static string? Directory { get; } =
        Environment.GetEnvironmentVariable("PAPERGRAPH_SHARED") is { Length: > 0 } path && System.IO.Directory.Exists(Path.Combine(path, "seeds"))
            ? Path.GetFullPath(path)
            : null;

    public static string PathOf(string relative) => Path.Combine(Directory ?? throw new InvalidOperationException("PAPERGRAPH_SHARED is not set."), relative);
}
