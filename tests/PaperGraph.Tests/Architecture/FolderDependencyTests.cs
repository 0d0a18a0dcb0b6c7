using System.Text.RegularExpressions;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Architecture;

/// <summary>Data flows one way. The table is the map: a folder of the library, and the folders that it may use.</summary>
public sealed partial class FolderDependencyTests
{
    private static readonly Dictionary<string, string[]> AllowedByFolder = new(StringComparer.Ordinal)
    {
        ["Papers"] = [],
        ["Concepts"] = ["Papers"],
        ["Models"] = [],
        ["Tokens"] = [],
        ["Reading"] = ["Papers"],
        ["Extraction"] = ["Papers", "Concepts", "Models"],
        ["Training"] = ["Papers", "Concepts", "Models", "Extraction", "Reading", "Wire", "Relatedness"],
        ["Wire"] = ["Papers", "Extraction", "Reading"],
        ["Relatedness"] = ["Papers", "Concepts", "Models", "Extraction"],
        ["Graph"] = ["Papers", "Concepts", "Extraction", "Relatedness", "Tokens"],
        ["Storage"] = ["Papers", "Concepts", "Extraction", "Reading", "Wire", "Graph", "Relatedness"],
        ["Cypher"] = [],
        ["Loading"] = ["Cypher", "Graph", "Storage"],
        ["Export"] = ["Graph"],
        ["Queries"] = ["Papers", "Concepts", "Extraction", "Graph", "Storage", "Relatedness", "Tokens"],
    };

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(RepositoryFiles.PathOf("src/PaperGraph"))
        .Select(path => Path.GetFileName(path)!)
        .Where(name => name != "PackagedAdapters" && Directory.EnumerateFiles(RepositoryFiles.PathOf("src/PaperGraph/" + name), "*.cs", SearchOption.AllDirectories).Any())
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folder_UsesOnlyWhatTheMapAllows(string folder)
    {
        Assert.True(AllowedByFolder.TryGetValue(folder, out string[]? allowed), $"src/PaperGraph/{folder} is not on the map in {nameof(FolderDependencyTests)}.");
        var known = AllowedByFolder.Keys.ToHashSet(StringComparer.Ordinal);
        string[] forbidden = [.. SourceFiles("src/PaperGraph/" + folder)
            .SelectMany(file => NamespaceUse().Matches(File.ReadAllText(file)).Select(match => (file, used: match.Groups[1].Value)))
            .Where(use => known.Contains(use.used) && use.used != folder && !allowed.Contains(use.used))
            .Select(use => $"{Path.GetRelativePath(RepositoryFiles.Root, use.file)} uses {use.used}")
            .Distinct()];

        Assert.Empty(forbidden);
    }

    [Fact]
    public void Packages_AreNamedOnlyUnderPackagedAdapters()
    {
        string[] found = [.. new[] { "src", "tests" }.SelectMany(SourceFiles)
            .Where(file => !file.Contains("/PackagedAdapters/", StringComparison.Ordinal) && !file.EndsWith(nameof(FolderDependencyTests) + ".cs", StringComparison.Ordinal))
            .Where(file => PackageUse().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(RepositoryFiles.Root, file))];

        Assert.Empty(found);
    }

    [Fact]
    public void Sqlite_IsNamedOnlyUnderStorage()
    {
        string[] found = [.. SourceFiles("src")
            .Where(file => !file.Contains("/Storage/", StringComparison.Ordinal) && SqliteUse().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(RepositoryFiles.Root, file))];

        Assert.Empty(found);
    }

    [Fact]
    public void Source_HasNoConditionalCompilation()
    {
        string[] found = [.. SourceFiles("src").Where(file => ConditionalCompilation().IsMatch(File.ReadAllText(file))).Select(file => Path.GetRelativePath(RepositoryFiles.Root, file))];

        Assert.Empty(found);
    }

    /// <summary>A pattern that can run away is a way to hang the program with a page.</summary>
    [Fact]
    public void RegularExpressions_CannotRunAway()
    {
        string[] found = [.. SourceFiles("src")
            .SelectMany(file => RegexUse().Matches(File.ReadAllText(file)).Select(match => (file, match.Value)))
            .Where(use => !use.Value.Contains("NonBacktracking", StringComparison.Ordinal) && !use.Value.Contains("imeout", StringComparison.Ordinal))
            .Select(use => $"{Path.GetRelativePath(RepositoryFiles.Root, use.file)}: {use.Value}")];

        Assert.Empty(found);
    }

    private static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(RepositoryFiles.PathOf(folder), "*.cs", SearchOption.AllDirectories).Select(path => path.Replace('\\', '/')).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\bPaperGraph\.(\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex NamespaceUse();

    [GeneratedRegex(@"\b(using|namespace)\s+(static\s+)?(Neo4j\.Driver|QuikGraph|Microsoft\.ML\.Tokenizers|Testcontainers)\b|global::(Neo4j|QuikGraph)", RegexOptions.NonBacktracking)]
    private static partial Regex PackageUse();

    [GeneratedRegex(@"\busing\s+(Microsoft\.Data\.Sqlite|SQLitePCL)\b", RegexOptions.NonBacktracking)]
    private static partial Regex SqliteUse();

    [GeneratedRegex(@"^\s*#(if|elif|else)\b", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex ConditionalCompilation();

    [GeneratedRegex(@"(new Regex\(|\[GeneratedRegex\()[^\n]*", RegexOptions.NonBacktracking)]
    private static partial Regex RegexUse();
}
