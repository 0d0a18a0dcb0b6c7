namespace PaperGraph.Tests.Support;

/// <summary>Whole outputs, kept under <c>tests/PaperGraph.Tests/Golden</c>, compared as text. <c>UPDATE_GOLDEN=1</c> writes them anew: read the diff.</summary>
internal static class GoldenFile
{
    public static bool IsUpdating { get; } = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    /// <param name="name">Path below Golden/, such as <c>Reading/trailers.jsonl</c>.</param>
    public static void Matches(string name, string actual)
    {
        string path = PathOf(name);
        if (IsUpdating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"Golden/{name} is not there; UPDATE_GOLDEN=1 writes it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    public static string PathOf(string name) => RepositoryFiles.PathOf("tests/PaperGraph.Tests/Golden/" + name);
}
