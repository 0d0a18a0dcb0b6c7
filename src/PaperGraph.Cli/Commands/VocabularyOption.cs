using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PaperGraph.Cli.Output;
using PaperGraph.Concepts;
using PaperGraph.Graph.Building;

namespace PaperGraph.Cli.Commands;

/// <summary><c>--vocabulary FILE</c> of <c>build</c>: the user's own merges and separations, and what came of each line.</summary>
internal static class VocabularyOption
{
    private const int MostListed = 20;
    private const long MostBytes = 16 << 20;

    public static Option<string?> Create() => new("--vocabulary")
    {
        HelpName = "FILE",
        Description = """
            Your own merges and separations, one rule a line, # before a comment:
              same  A = B = C   one concept, under the first name; a paper's own definition of a short form comes before it
              apart A | B       two concepts, whatever their spelling or a paper's short form says; A leaves, B stays
              name  A = TEXT    what the concept A is called
              drop  A           no concept
            The store keeps it, and later builds follow it; naming a file again replaces it as a whole, and an empty file takes it away.
            """,
    };

    /// <exception cref="CommandFailure">There is no such file, or it is no text.</exception>
    public static VocabularyFile Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes } large)
            {
                throw CommandFailure.Usage(string.Create(CultureInfo.InvariantCulture, $"'{path}' has {large.Length:N0} bytes; a vocabulary has at most {MostBytes:N0}."));
            }

            return VocabularyFile.Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)));
        }
        catch (ArgumentException)
        {
            throw CommandFailure.Usage($"'{path}' is no text in UTF-8: a vocabulary has one rule a line, such as 'same A = B'.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw CommandFailure.Usage($"the vocabulary '{path}' cannot be read: {exception.Message}");
        }
    }

    public static void ReportProblems(Terminal terminal, string path, ImmutableArray<VocabularyProblem> problems)
    {
        foreach (VocabularyProblem problem in problems.Take(MostListed))
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}:{problem.Line}: {problem.Message}"));
        }

        if (problems.Length > MostListed)
        {
            terminal.Error.WriteLine($"… and {Count.Number(problems.Length - MostListed)} more lines that are no rules");
        }
    }

    /// <param name="lines">By rule: its line in the file that was given now; null where the store kept the rules from an earlier build.</param>
    public static void WriteText(Terminal terminal, ImmutableArray<VocabularyEffect> effects, IReadOnlyDictionary<string, int>? lines)
    {
        if (lines is null)
        {
            if (effects.IsEmpty)
            {
                return;
            }

            terminal.Output.WriteLine($"words   {Count.Of(effects.Length, "rule")} of an earlier --vocabulary still {(effects.Length == 1 ? "holds" : "hold")}");
            return;
        }

        terminal.Output.WriteLine($"words   {Count.Of(effects.Length, "rule")}, {Count.Number(effects.Count(effect => effect.Papers > 0))} with an effect");
        var table = new TextTable();
        foreach (VocabularyEffect effect in effects.OrderBy(effect => lines[effect.Rule.ToString()]))
        {
            table.Add(string.Create(CultureInfo.InvariantCulture, $"line {lines[effect.Rule.ToString()]}"), effect.Rule.ToString(), InWords(effect));
        }

        table.WriteTo(terminal.Output, terminal.Width, indent: 8);
    }

    public static void WriteJson(Utf8JsonWriter json, ImmutableArray<VocabularyEffect> effects, IReadOnlyDictionary<string, int>? lines) =>
        json.WriteObjects("vocabulary", effects.OrderBy(effect => lines?[effect.Rule.ToString()] ?? 0), effect =>
        {
            if (lines is not null)
            {
                json.WriteNumber("line", lines[effect.Rule.ToString()]);
            }

            json.WriteString("rule", effect.Rule.ToString());
            json.WriteNumber("papers", effect.Papers);
            json.WriteNumber("spellings", effect.Spellings);
            json.WriteTexts("missing", effect.Missing);
        });

    private static string InWords(VocabularyEffect effect)
    {
        string missing = effect.Missing.IsEmpty ? "" : "no such concept: " + string.Join(", ", effect.Missing.Select(name => $"\"{name}\""));
        if (effect.Papers > 0)
        {
            return $"{Count.Of(effect.Papers, "paper")}, {Count.Of(effect.Spellings, "spelling")}" + (missing.Length > 0 ? "; " + missing : "");
        }

        return "no effect: " + (missing.Length > 0 ? missing : effect.Rule.Verb switch
        {
            VocabularyVerb.Same => "they are one concept already",
            VocabularyVerb.Apart => "nothing joins them",
            _ => "it is part of another concept in every paper that names it",
        });
    }
}
