namespace PaperGraph.Tests.Support;

/// <summary>A store of <c>data/pages</c>, built once for a class of tests by the command that people type.</summary>
public sealed class SampleStore : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.PathOf("sample.papergraph");

    /// <summary>Runs a question on it.</summary>
    internal Task<CommandRun> AskAsync(params string[] arguments) => CommandRun.OfAsync([.. arguments, "--store", Path]);

    internal Task<CommandRun> AskAsync(string input, string[] arguments) => CommandRun.OfAsync([.. arguments, "--store", Path], input);

    public async Task InitializeAsync()
    {
        CommandRun build = await CommandRun.OfAsync("build", RepositoryFiles.PathOf("data/pages"), "--store", Path);
        Assert.True(build.ExitCode == 0, build.Error);
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
