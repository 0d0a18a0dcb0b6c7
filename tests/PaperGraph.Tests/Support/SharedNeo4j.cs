using System.Diagnostics;

namespace PaperGraph.Tests.Support;

/// <summary>The unpacked server under <c>PAPERGRAPH_SHARED</c>: in a folder of its own, to be killed and started again.</summary>
internal sealed class SharedNeo4j : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SharedNeo4j()
    {
    }

    public static Neo4jSource Source { get; } = new(Reason(), async () =>
    {
        SharedNeo4j server = await StartAsync();
        return server.Started with { Stop = server.DisposeAsync };
    });

    public StartedNeo4j Started { get; private set; } = null!;

    private static string? Program => Environment.GetEnvironmentVariable("PAPERGRAPH_SHARED") is { Length: > 0 } shared ? Path.Combine(shared, "neo4j", "bin", "neo4j") : null;

    /// <summary>A fresh instance with an empty database.</summary>
    public static async Task<SharedNeo4j> StartAsync()
    {
        var server = new SharedNeo4j();
        server.Watch();
        await server.RunAsync("start", server._folder.Path);
        return server;
    }

    /// <summary>Stops it, and starts it again with more lines in its <c>neo4j.conf</c>.</summary>
    /// <param name="prepare">Given the server's own folder, puts files there.</param>
    public async Task RestartWithAsync(Action<string> prepare, params string[] settings)
    {
        await StopAsync();
        prepare(_folder.Path);
        await File.AppendAllLinesAsync(Path.Combine(_folder.Path, "conf", "neo4j.conf"), settings);
        await RestartAsync();
    }

    /// <summary>As a power cut would.</summary>
    public Task KillAsync() => RunAsync("stop", _folder.Path, "--kill");

    /// <summary>In order, as an administrator would.</summary>
    public Task StopAsync() => RunAsync("stop", _folder.Path);

    /// <summary>At the same addresses, with what the killed one had committed.</summary>
    public Task RestartAsync() => RunAsync(
        "start", _folder.Path, "--http-port", PortOf(Started.HttpAddress), "--bolt-port", PortOf(Started.BoltAddress!));

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    /// <summary>Should the tests be killed themselves, the server goes with them.</summary>
    private void Watch()
    {
        const string Script = """
            exec > /dev/null 2>&1 < /dev/null
            trap '' HUP INT TERM
            while kill -0 "$1" && [ -d "$2" ]; do sleep 1; done
            [ -d "$2" ] && { "$3" stop "$2" --kill; rm -rf "$2"; }
            """;
        string tests = Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Process.Start("/bin/sh", ["-c", Script, "sh", tests, _folder.Path, Program!])!.Dispose();
    }

    private static string? Reason() => Program switch
    {
        null => "PAPERGRAPH_SHARED names no folder with neo4j/.",
        { } program when !File.Exists(program) => $"There is no {program}.",
        _ when !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "java"))) => "There is no java on the PATH.",
        _ => null,
    };

    private static string PortOf(string address) => new Uri(address).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task RunAsync(params string[] arguments)
    {
        string output = _folder.PathOf(".output");
        using Process process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "\"$@\" > " + output + " 2>&1", "sh", Program!, .. arguments]))!;
        await process.WaitForExitAsync();
        string text = await File.ReadAllTextAsync(output);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'neo4j {arguments[0]}' ended with {process.ExitCode}: {text}");
        }

        if (arguments[0] == "start")
        {
            Dictionary<string, string> lines = text.Split('\n').Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2)
                .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
            Started = new StartedNeo4j(lines["NEO4J_HTTP_URI"], lines["NEO4J_URI"], lines["NEO4J_USERNAME"], lines["NEO4J_PASSWORD"], DisposeAsync);
        }
    }
}
