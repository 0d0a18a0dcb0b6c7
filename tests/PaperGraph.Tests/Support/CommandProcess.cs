using System.Diagnostics;

namespace PaperGraph.Tests.Support;

/// <summary>One whole command in a process of its own, which may be killed.</summary>
internal sealed class CommandProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private CommandProcess(Process process) =>
        (_process, _output, _error) = (process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());

    public static CommandProcess Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PaperGraph.Cli.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new CommandProcess(Process.Start(start)!);
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>At once, wherever it is (SIGKILL).</summary>
    /// <returns>Whether it was still running.</returns>
    public bool Kill()
    {
        bool isRunning = !_process.HasExited;
        _process.Kill();
        return isRunning;
    }

    /// <summary>Waits for its end.</summary>
    public async Task<CommandRun> EndAsync()
    {
        await _process.WaitForExitAsync();
        return new CommandRun(_process.ExitCode, await _output, await _error);
    }

    public void Dispose() => _process.Dispose();
}
