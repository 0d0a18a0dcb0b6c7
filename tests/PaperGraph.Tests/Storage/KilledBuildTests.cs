using System.Diagnostics;
using PaperGraph.Storage;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Storage;

[Trait("Category", "Slow")]
public sealed class KilledBuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The real process, killed at eight moments of its life, then run again to its end.</summary>
    [Fact]
    public void Build_KilledAndRunAgain_GivesTheStoreOfAnUndisturbedRun()
    {
        string pages = RepositoryFiles.PathOf("data/pages");
        string expected = _folder.PathOf("expected");
        long started = Stopwatch.GetTimestamp();
        Build(pages, expected).WaitForExit();
        TimeSpan undisturbed = Stopwatch.GetElapsedTime(started);
        for (int moment = 1; moment <= 8; moment++)
        {
            string path = _folder.PathOf($"killed-{moment}");
            using (Process killed = Build(pages, path))
            {
                if (!killed.WaitForExit(undisturbed * moment / 9))
                {
                    killed.Kill();
                    killed.WaitForExit();
                }
            }

            if (File.Exists(path) && new FileInfo(path).Length > 0)
            {
                // What a killed build left can be asked at once: the last committed state.
                using PaperGraphStore left = PaperGraphStore.OpenOrCreate(path);
                Assert.True(left.Graph.NodeCount >= 0);
            }

            using Process again = Build(pages, path);
            again.WaitForExit();
            Assert.Equal(0, again.ExitCode);
            Assert.True(StoreRows.Of(expected) == StoreRows.Of(path), $"killed after {moment} ninths of {undisturbed}");
            Assert.Equal(File.ReadAllBytes(expected + ".index"), File.ReadAllBytes(path + ".index"));
            Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp"));
        }
    }

    private static Process Build(string pages, string store)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "PaperGraph.Cli.dll"), "build", pages, "--store", store, "--quiet"])
        {
            start.ArgumentList.Add(argument);
        }

        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
