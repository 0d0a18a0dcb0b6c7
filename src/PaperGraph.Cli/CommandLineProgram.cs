using System.CommandLine;
using System.CommandLine.Help;
using PaperGraph.Cli.Commands;
using PaperGraph.Cypher;
using PaperGraph.Loading;
using PaperGraph.Storage;

namespace PaperGraph.Cli;

/// <summary>The program: arguments in, exit code out. The one place where failures become exit codes.</summary>
internal static class CommandLineProgram
{
    /// <summary>Every command, in the order of the help. A new one is one line here and one file in Commands/.</summary>
    private static IEnumerable<Command> Commands(Terminal terminal)
    {
        yield return BuildCommand.Create(terminal);
        yield return RemoveCommand.Create(terminal);
        yield return new RelatedCommand(terminal);
        yield return new SearchCommand(terminal);
        yield return new ConceptCommand(terminal);
        yield return new CodeCommand(terminal);
        yield return new PathCommand(terminal);
        yield return new ExplainCommand(terminal);
        yield return StatsCommand.Create(terminal);
        yield return new ContextCommand(terminal);
        yield return new AnalyzeCommand(terminal);
        yield return new ExportCommand(terminal);
        yield return LoadCommand.Create(terminal);
        yield return CypherCommand.Create(terminal);
        yield return DoctorCommand.Create(terminal);
        yield return ReadCommand.Create(terminal);
        yield return ExtractCommand.Create(terminal);
        yield return KeyCommand.Create(terminal);
        yield return TrainCommand.Create(terminal);
    }

    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancellation = default)
    {
        RootCommand root = Build(terminal);
        ParseResult parsed = root.Parse(arguments);
        try
        {
            if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
            {
                return Report(terminal, CommandFailure.Usage(WrongUsage(parsed)));
            }

            var configuration = new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (CommandFailure failure)
        {
            return Report(terminal, failure);
        }
        catch (StoreException failure)
        {
            return Report(terminal, CommandFailure.Failed(failure.Message));
        }
        catch (OutputClosedException)
        {
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or Neo4jException or LoadException)
        {
            return Report(terminal, CommandFailure.Failed(exception.Message));
        }
        finally
        {
            await FlushAsync(terminal).ConfigureAwait(false);
        }
    }

    private static string WrongUsage(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is not RootCommand root)
        {
            return $"{string.Join(" ", parsed.Errors.Select(error => error.Message))} Try 'papergraph {parsed.CommandResult.Command.Name} --help'.";
        }

        string commands = string.Join(", ", root.Subcommands.Where(command => !command.Hidden).Select(command => command.Name));
        return parsed.UnmatchedTokens is [string first, ..]
            ? $"'{first}' is no command; there are {commands}. Try 'papergraph --help'."
            : $"A command is wanted: {commands}. Try 'papergraph --help'.";
    }

    private static RootCommand Build(Terminal terminal)
    {
        var root = new RootCommand("Papers and concepts as a graph: pages in, questions answered, Neo4j kept in step.");
        foreach (Option option in root.Options)
        {
            if (option is VersionOption version)
            {
                version.Action = new VersionAction(terminal);
            }
        }

        foreach (Command command in Commands(terminal))
        {
            root.Add(command);
        }

        return root;
    }

    private static int Report(Terminal terminal, CommandFailure failure)
    {
        terminal.Error.WriteLine("papergraph: " + failure.Message);
        return failure.ExitCode;
    }

    /// <summary>A reader that went away (<c>papergraph … | head</c>) is no failure.</summary>
    private static async Task FlushAsync(Terminal terminal)
    {
        try
        {
            await terminal.Output.FlushAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
        }
    }
}
