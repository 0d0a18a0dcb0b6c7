using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PaperGraph.Papers;

namespace PaperGraph.Cli.Commands;

/// <summary>The options that questions share, each made once, so that it reads the same in every command's help.</summary>
internal static class QuestionOptions
{
    public static Option<bool> Json() => new("--json") { Description = "One array of objects, in rank order." };

    /// <param name="usual">Rows where nothing is said.</param>
    public static Option<int> Limit(int usual)
    {
        var option = new Option<int>("--limit") { Description = "At most so many rows; 0: all.", HelpName = "N", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int _)))
            {
                result.AddError($"--limit takes a number from 0 up, not '{result.Tokens[0].Value}'.");
            }
        });
        return option;
    }

    public static Option<PaperDate?> After() => Date("--after", "Papers of this day or later: 2024, 2024-05 or 2024-05-17.");

    public static Option<PaperDate?> Before() => Date("--before", "Papers of before this day, in the same forms.");

    public static Option<string?> Source() => new("--source") { Description = "Papers of this page or file.", HelpName = "NAME" };

    /// <summary>How many of <paramref name="all"/> rows are shown.</summary>
    public static int Shown(int limit, int all) => limit == 0 ? all : Math.Min(limit, all);

    private static Option<PaperDate?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result => ParseDate(result, name),
    };

    private static PaperDate? ParseDate(ArgumentResult result, string name)
    {
        string text = result.Tokens[0].Value;
        if (PaperDate.TryParse(text, out PaperDate date))
        {
            return date;
        }

        result.AddError($"{name} takes a date such as 2024, 2024-05 or 2024-05-17, not '{text}'.");
        return null;
    }
}
