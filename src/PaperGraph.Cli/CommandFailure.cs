namespace PaperGraph.Cli;

/// <summary>Ends a command with one clear line on standard error: what was wrong, with the value, and what to do next.</summary>
internal sealed class CommandFailure(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public static CommandFailure Usage(string message) => new(Cli.ExitCode.Usage, message);

    public static CommandFailure Failed(string message) => new(Cli.ExitCode.Failed, message);
}
