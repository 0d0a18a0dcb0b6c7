using System.Collections.Immutable;
using System.Reflection;

namespace PaperGraph.Cypher;

/// <summary>The files of the repository's <c>cypher/</c> folder, as the program carries them.</summary>
public static class CypherFiles
{
    private const string Extension = ".cypher";

    /// <summary>Resource names by path, such as <c>queries/code-for-concept</c>.</summary>
    private static readonly ImmutableSortedDictionary<string, string> ResourcesByPath = typeof(CypherFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("cypher", StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(name => name["cypher/".Length..^Extension.Length].Replace('\\', '/'), name => name, StringComparer.Ordinal);

    /// <summary>Names of the files in a folder, without the ending, sorted.</summary>
    /// <param name="folder"><c>schema</c>, <c>load</c> or <c>queries</c>.</param>
    public static IEnumerable<string> NamesIn(string folder) =>
        ResourcesByPath.Keys.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal)).Select(path => path[(folder.Length + 1)..]);

    /// <param name="path">Such as <c>load/paper</c>.</param>
    /// <exception cref="ArgumentException">No such file.</exception>
    public static string Text(string path)
    {
        using Stream? stream = ResourcesByPath.TryGetValue(path, out string? resource) ? Assembly.GetExecutingAssembly().GetManifestResourceStream(resource) : null;
        using var reader = new StreamReader(stream ?? throw new ArgumentException($"There is no file cypher/{path}{Extension}.", nameof(path)));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>The statements of a file of several, each ended by a semicolon at a line's end; whole lines of comment before them are left out.</summary>
    public static ImmutableArray<string> Statements(string path)
    {
        string code = string.Join('\n', Text(path).Split('\n').Where(line => !line.StartsWith("//", StringComparison.Ordinal)));
        return [.. code.Split(";\n").Select(statement => statement.Trim()).Where(statement => statement.Length > 0)];
    }
}
