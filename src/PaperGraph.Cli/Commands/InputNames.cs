namespace PaperGraph.Cli.Commands;

/// <summary>What a filter reads.</summary>
internal static class InputNames
{
    /// <summary>The inputs named; standard input where none is.</summary>
    public static IReadOnlyList<string> Of(string[]? named) => named is { Length: > 0 } ? named : ["-"];
}
