using System.CommandLine;
using System.Globalization;

namespace PaperGraph.Cli.Commands;

/// <summary>Options and arguments that several commands share, each made once, so that it reads the same in every command's help.</summary>
internal static class CommonOptions
{
    public static Option<bool> Quiet() => new("--quiet", "-q") { Description = "No progress and no closing line; problems are still listed." };

    public static Argument<string[]> Inputs(string whenNone) => new("INPUT")
    {
        Description = "Files, folders, or - for standard input: pages or JSON Lines, also gzip; the format is told from the content." + whenNone,
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Option<int?> Year() => Number("--year", "N", 1, 9999, "The year of dates that leave it out; else the year after the newest one on the pages read together.");

    public static Option<int?> Threads() => Number("--threads", "N", 1, 256, "Threads that work at once; else as many as there are processors. The output is the same.");

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>; null where the option is not given.</summary>
    private static Option<int?> Number(string name, string helpName, int least, int most, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
            {
                return number;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a whole number from {least} to {most}, not '{text}'."));
            return null;
        },
    };
}
