using System.Collections.Immutable;

namespace PaperGraph.Reading;

/// <summary>From what stands on the command line to sources: files, folders, <c>-</c> for standard input.</summary>
/// <remarks>A folder gives every file below it, in ordinal order of the path with <c>/</c>, except those whose name or folder starts with a dot.
/// A source is named by its path relative to the folder given, a file given by itself by its file name; where two would get one name, each gets
/// its parent folder's name before it, as often as it takes.</remarks>
public static class InputExpansion
{
    /// <param name="inputs">In the order of the command line; a file that is named twice is read once.</param>
    /// <param name="openStandardInput">Called at most once, when the source is opened.</param>
    /// <exception cref="FileNotFoundException">An input names nothing; the message says which.</exception>
    public static ImmutableArray<SourceInput> Expand(IEnumerable<string> inputs, Func<Stream> openStandardInput)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(openStandardInput);
        var found = new List<FoundSource>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string input in inputs)
        {
            foreach (FoundSource source in ExpandOne(input))
            {
                if (seen.Add(source.FullPath ?? "-"))
                {
                    found.Add(source);
                }
            }
        }

        SourceNaming.MakeUnique(found);
        return [.. found.Select(source => source.FullPath is null
            ? new SourceInput(source.Name, openStandardInput, CanReopen: false)
            : SourceInput.OfFile(source.Name, source.FullPath))];
    }

    private static IEnumerable<FoundSource> ExpandOne(string input)
    {
        if (input == "-")
        {
            return [new FoundSource(null, SourceInput.StandardInputName)];
        }

        if (Directory.Exists(input))
        {
            return FilesBelow(Path.GetFullPath(input));
        }

        return File.Exists(input)
            ? [new FoundSource(Path.GetFullPath(input), Path.GetFileName(input))]
            : throw new FileNotFoundException($"There is no file or folder '{input}'.", input);
    }

    private static IEnumerable<FoundSource> FilesBelow(string folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = false,
            AttributesToSkip = 0,
            MaxRecursionDepth = 64,
            ReturnSpecialDirectories = false,
        };
        return Directory.EnumerateFiles(folder, "*", options)
            .Select(path => new FoundSource(path, Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(source => !source.Name.StartsWith('.') && !source.Name.Contains("/.", StringComparison.Ordinal))
            .OrderBy(source => source.Name, StringComparer.Ordinal);
    }
}
