using PaperGraph.Queries;

namespace PaperGraph.Cli.Commands;

/// <summary>What the shell made of a search, as it was typed.</summary>
internal static class SearchArguments
{
    /// <summary>Fields whose values are words of a text: <c>kind:</c>, <c>code:</c> and dates have none with a space.</summary>
    private static readonly string[] TextFields = ["concept", "title", "source"];

    public static string Join(IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Requoted));

    public static SearchQuestion Question(string text) => SearchQuestion.TryParse(text, out SearchQuestion? question, out string? problem) ? question : throw CommandFailure.Usage(problem);

    /// <summary>The shell took the quotes of <c>concept:"mixture of experts"</c> away: a field's value goes on to the argument's end.</summary>
    private static string Requoted(string argument)
    {
        int colon = argument.IndexOf(':', StringComparison.Ordinal);
        bool isField = colon > 0 && TextFields.Contains(argument[..colon].ToLowerInvariant());
        return isField && argument.Contains(' ', StringComparison.Ordinal) && !argument.Contains('"', StringComparison.Ordinal)
            && !SearchQuestion.Fields.Any(field => argument.Contains(" " + field + ":", StringComparison.OrdinalIgnoreCase))
            ? $"{argument[..(colon + 1)]}\"{argument[(colon + 1)..]}\""
            : argument;
    }
}
