using PaperGraph.Cli;

namespace PaperGraph.Tests.Support;

/// <summary>One whole command, run in the process.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static Task<CommandRun> OfAsync(params string[] arguments) => OfAsync(arguments, input: "");

    /// <param name="environment">All that the command sees of the environment.</param>
    public static async Task<CommandRun> OfAsync(string[] arguments, string input, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal
        {
            Output = output,
            Error = error,
            OpenInput = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(input)),
            Environment = name => environment?.GetValueOrDefault(name),
        };
        int exitCode = await CommandLineProgram.RunAsync(arguments, terminal);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
