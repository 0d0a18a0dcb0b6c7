using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace PaperGraph.Cli.Commands;

/// <summary><c>--version</c>: the version, and what this build can do.</summary>
internal sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        string version = typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        int revision = version.IndexOf('+', StringComparison.Ordinal);
        string shown = revision < 0 ? version : $"{version[..revision]} (rev {version[(revision + 1)..Math.Min(version.Length, revision + 8)]})";
        terminal.Output.WriteLine("papergraph " + shown);
        terminal.Output.WriteLine("capabilities: " + BuildCapabilities.Line);
        return ExitCode.Done;
    }
}
