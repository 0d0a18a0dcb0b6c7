namespace PaperGraph.Reading;

/// <summary>A source on its way to a name.</summary>
internal sealed class FoundSource(string? fullPath, string name)
{
    /// <summary>Null for standard input.</summary>
    public string? FullPath { get; } = fullPath;

    public string Name { get; set; } = name;
}

/// <summary>Gives the sources of one run names that tell them apart.</summary>
internal static class SourceNaming
{
    /// <summary>Puts parent folders before names that more than one source has, until all differ.</summary>
    public static void MakeUnique(List<FoundSource> sources)
    {
        while (true)
        {
            FoundSource[][] clashes = [.. sources.GroupBy(source => source.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.ToArray())];
            bool changed = false;
            foreach (FoundSource source in clashes.SelectMany(group => group))
            {
                changed |= Lengthen(source);
            }

            if (!changed)
            {
                return;
            }
        }
    }

    /// <summary>False where the name is the full path already.</summary>
    private static bool Lengthen(FoundSource source)
    {
        if (source.FullPath is null)
        {
            return false;
        }

        string path = source.FullPath.Replace(Path.DirectorySeparatorChar, '/');
        int start = path.Length - source.Name.Length - 1;
        if (start <= 0 || !path.EndsWith(source.Name, StringComparison.Ordinal))
        {
            return false;
        }

        source.Name = path[(path.LastIndexOf('/', start - 1) + 1)..];
        return true;
    }
}
