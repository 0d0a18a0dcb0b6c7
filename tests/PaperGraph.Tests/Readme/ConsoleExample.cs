using System.Text;
using System.Text.RegularExpressions;

namespace PaperGraph.Tests.Readme;

/// <summary>A console block of the README: commands after <c>$ </c>, and the output that it shows for each.</summary>
internal sealed partial record ConsoleExample(int Line, string Command, string Shown)
{
    /// <summary>Commands that need no server: the others are shown, and tried by the live tests.</summary>
    public bool RunsOffline => Command.StartsWith("./papergraph ", StringComparison.Ordinal) && !NeedsServer().IsMatch(Command);

    /// <summary>The words behind <c>./papergraph</c>; quotes hold words together.</summary>
    public string[] Arguments => [.. Words().Matches(Command["./papergraph ".Length..]).Select(word => word.Value.Replace("\"", "", StringComparison.Ordinal))];

    /// <summary>Every command of every <c>console</c> block, in order.</summary>
    public static IReadOnlyList<ConsoleExample> AllIn(string markdown)
    {
        var examples = new List<ConsoleExample>();
        string[] lines = markdown.Split('\n');
        bool inside = false;
        string? command = null;
        int commandLine = 0;
        var shown = new StringBuilder();
        for (int i = 0; i < lines.Length; i++)
        {
            bool fence = lines[i].StartsWith("```", StringComparison.Ordinal);
            if (command is not null && (fence || lines[i].StartsWith("$ ", StringComparison.Ordinal)))
            {
                examples.Add(new ConsoleExample(commandLine, command, shown.ToString()));
                command = null;
                shown.Clear();
            }

            if (fence)
            {
                inside = lines[i] == "```console";
            }
            else if (inside && lines[i].StartsWith("$ ", StringComparison.Ordinal))
            {
                (command, commandLine) = (lines[i][2..], i + 1);
            }
            else if (inside && command is not null)
            {
                shown.Append(lines[i]).Append('\n');
            }
        }

        return examples;
    }

    /// <summary>Output without what differs from machine to machine: durations, revisions, and whose graph algorithms the build has.</summary>
    public static string Steady(string output) => Algorithms().Replace(Revisions().Replace(Durations().Replace(output, "N s"), "(rev N)"), "nodes (N)").TrimEnd();

    [GeneratedRegex(@"^\./papergraph (load|cypher \S|doctor)", RegexOptions.NonBacktracking)]
    private static partial Regex NeedsServer();

    [GeneratedRegex("\"[^\"]*\"|[^ \"]+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex(@"[0-9]+\.[0-9]+ s\b", RegexOptions.NonBacktracking)]
    private static partial Regex Durations();

    [GeneratedRegex(@"\(rev [0-9a-f]+\)", RegexOptions.NonBacktracking)]
    private static partial Regex Revisions();

    [GeneratedRegex(@"nodes \((own|quikgraph)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Algorithms();
}
